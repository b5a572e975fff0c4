package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.CacheControl;
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
import techflow.api.answer.AnswerJson;
import techflow.api.answer.ScoreAnswer;
import techflow.api.application.Channel;
import techflow.api.application.FindScore;
import techflow.api.application.ScoreEnterprise;
import techflow.api.application.ScoreObserver;
import techflow.api.application.ScoreRecord;
import techflow.api.application.Stage;

/** Gives scores and shows them again. */
@RestController
@RequestMapping(path = "/v1/scores", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "scores", description = "信用评分 Credit scores")
class ScoreController {
    private final ScoreEnterprise scoreEnterprise;
    private final FindScore findScore;
    private final ScoreRequestReader reader;
    private final ScoreObserver observer;

    ScoreController(
            ScoreEnterprise scoreEnterprise, FindScore findScore, ScoreRequestReader reader, ScoreObserver observer) {
        this.scoreEnterprise = scoreEnterprise;
        this.findScore = findScore;
        this.reader = reader;
        this.observer = observer;
    }

    @Operation(
            operationId = "createScore",
            summary = "Score one enterprise; the score is logged before the answer leaves",
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
        var caller = Callers.of(principal, exchange, Channel.API);
        return body.defaultIfEmpty(new byte[0])
                .map(bytes -> observer.timed(Stage.VALIDATE, () -> reader.readJson(bytes, caller)))
                .flatMap(scoreEnterprise::score)
                .map(entry -> response(entry, ResponseEntity.created(URI.create("/v1/scores/" + entry.scoreId()))));
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
        return builder.eTag(AnswerJson.entityTag(entry.answer()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(entry.answer().getBytes(StandardCharsets.UTF_8));
    }
}
