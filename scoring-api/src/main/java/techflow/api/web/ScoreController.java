package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import techflow.api.answer.ScoreAnswer;
import techflow.api.application.Channel;
import techflow.api.application.FindScore;
import techflow.api.application.RequestKey;
import techflow.api.application.ScoreCommand;
import techflow.api.application.ScoreObserver;
import techflow.api.application.ScoreOnce;
import techflow.api.application.ScoreRecord;
import techflow.api.application.Stage;

/** Gives scores and shows them again. */
@RestController
@RequestMapping(path = "/v1/scores", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "scores", description = "信用评分 Credit scores")
class ScoreController {
    private final ScoreOnce scoreOnce;
    private final FindScore findScore;
    private final ScoreRequestReader reader;
    private final ScoreObserver observer;

    ScoreController(ScoreOnce scoreOnce, FindScore findScore, ScoreRequestReader reader, ScoreObserver observer) {
        this.scoreOnce = scoreOnce;
        this.findScore = findScore;
        this.reader = reader;
        this.observer = observer;
    }

    @Operation(
            operationId = "createScore",
            summary = "Score one enterprise; the score is logged before the answer leaves",
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
                            content = @Content(schema = @Schema(implementation = ScoreRequest.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ScoreAnswer.class)))
    @Problems
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> create(
            @RequestBody(required = false) Mono<byte[]> body,
            @Parameter(hidden = true) Principal principal,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> IdempotencyHeader.of(exchange))
                .flatMap(key -> body.defaultIfEmpty(new byte[0])
                        .map(bytes -> command(bytes, key, principal, exchange))
                        .flatMap(scoreOnce::score))
                .map(ScoreController::created);
    }

    private ScoreCommand command(byte[] body, String key, Principal principal, ServerWebExchange exchange) {
        var caller = Callers.of(principal, exchange, Channel.API);
        String fingerprint = RequestKey.fingerprint("POST", "/v1/scores", body);
        return observer.timed(Stage.VALIDATE, () -> reader.readJson(body, caller))
                .once(RequestKey.ofClient(caller.client(), key, fingerprint));
    }

    private static ResponseEntity<byte[]> created(ScoreOnce.Given given) {
        var builder =
                ResponseEntity.created(URI.create("/v1/scores/" + given.entry().scoreId()));
        if (given.replayed()) {
            builder.header(IdempotencyHeader.REPLAYED, "true");
        }
        return response(given.entry(), builder);
    }

    @Operation(operationId = "getScore", summary = "The same bytes as when the score was given")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScoreAnswer.class)))
    @Problems
    @GetMapping("/{scoreId}")
    Mono<ResponseEntity<byte[]>> get(@PathVariable String scoreId, @Parameter(hidden = true) Principal principal) {
        return findScore
                .find(scoreId, Callers.client(principal).tenant())
                .map(entry -> response(entry, ResponseEntity.ok()));
    }

    private static ResponseEntity<byte[]> response(ScoreRecord entry, ResponseEntity.BodyBuilder builder) {
        return Tagged.bytes(builder, entry.answer().getBytes(StandardCharsets.UTF_8));
    }
}
