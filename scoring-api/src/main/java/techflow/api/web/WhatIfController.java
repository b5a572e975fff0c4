package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import techflow.api.application.Channel;
import techflow.api.application.WhatIf;
import techflow.features.definition.FeatureCatalog;

/** Answers what would be if a firm were otherwise. */
@RestController
@Tag(name = "what-if", description = "假设情形 Hypothetical questions")
class WhatIfController {
    private final WhatIf whatIf;
    private final ScoreRequestReader reader;
    private final FeatureCatalog catalog;

    WhatIfController(WhatIf whatIf, ScoreRequestReader reader, FeatureCatalog catalog) {
        this.whatIf = whatIf;
        this.reader = reader;
        this.catalog = catalog;
    }

    @Operation(
            operationId = "askWhatIf",
            summary =
                    "The score that a firm would have with other feature values; hypothetical 假设, never logged as a score",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = WhatIfRequest.class))))
    @Problems
    @PostMapping(
            path = "/v1/what-if",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<WhatIfAnswer>> ask(
            @RequestBody(required = false) Mono<byte[]> body,
            @Parameter(hidden = true) Principal principal,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        var caller = Callers.of(principal, exchange, Channel.API);
        return body.defaultIfEmpty(new byte[0])
                .map(bytes -> WhatIfRequest.read(bytes, reader, caller, catalog))
                .flatMap(question -> whatIf.ask(question.command(), question.supposition()))
                .map(outcome ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(WhatIfAnswer.of(outcome)));
    }
}
