package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import techflow.api.application.Channel;
import techflow.api.application.RequestKey;
import techflow.api.application.ScoreBatch;

/** Gives many scores in one exchange. Whoever calls must read while it sends; who cannot submits a job. */
@RestController
@Tag(name = "scores", description = "信用评分 Credit scores")
class BatchController {
    private static final String PATH = "/v1/scores:batch";

    private final ScoreBatch batch;

    BatchController(ScoreBatch batch) {
        this.batch = batch;
    }

    @Operation(
            operationId = "createScores",
            summary = "Score many enterprises: a request on each line, an outcome on each line, a trailer at the end",
            parameters =
                    @Parameter(
                            name = IdempotencyHeader.NAME,
                            in = ParameterIn.HEADER,
                            required = true,
                            description = IdempotencyHeader.DESCRIPTION,
                            schema = @Schema(type = "string", minLength = 8, maxLength = 128)),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(implementation = ScoreRequest.class))))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(implementation = RowLine.class)))
    @Problems
    @PostMapping(
            path = PATH,
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> create(
            @Parameter(hidden = true) Principal principal, @Parameter(hidden = true) ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> IdempotencyHeader.of(exchange)).flatMap(sent -> {
            var caller = Callers.of(principal, exchange, Channel.API);
            RequestKey key = RequestKey.ofClient(caller.client(), sent, "");
            return NdjsonExchange.send(exchange, batch.score(NdjsonExchange.body(exchange), key, caller));
        });
    }
}
