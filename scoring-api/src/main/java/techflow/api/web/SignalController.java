package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import techflow.api.application.IngestSignals;
import techflow.api.application.SignalSink.Delivery;
import techflow.features.signal.SignalKind;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Takes delivered signals. */
@RestController
@Tag(name = "signals", description = "数据报送 Delivery of signals")
class SignalController {
    private static final String CSV = "text/csv";
    private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,120}");

    private final IngestSignals ingest;
    private final Spool spool;

    SignalController(IngestSignals ingest, Spool spool) {
        this.ingest = ingest;
        this.spool = spool;
    }

    @Operation(
            operationId = "deliverSignals",
            summary =
                    "Deliver signals of one kind: CSV with a header line, or NDJSON with members named like the columns",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(type = "object"))
                            }))
    @Problems
    @PostMapping(
            path = "/v1/signals",
            consumes = {CSV, MediaType.APPLICATION_NDJSON_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<SignalsAnswer> deliver(
            @RequestParam(defaultValue = "") @Schema(implementation = SignalKind.class) String kind,
            @RequestParam(defaultValue = "api") @Parameter(description = "What the ledger calls it") String name,
            @RequestParam(defaultValue = "false") @Schema(type = "boolean") String dryRun,
            @Parameter(hidden = true) Principal principal,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> asked(kind, name, dryRun))
                .flatMap(asked -> spool.with(
                                NdjsonExchange.body(exchange),
                                laid -> ingest.ingest(
                                        new Delivery(
                                                name,
                                                asked,
                                                laid.sha256(),
                                                laid.bytes(),
                                                Callers.client(principal).id()),
                                        () -> isCsv(exchange)
                                                ? SignalLines.csv(laid.file(), asked)
                                                : SignalLines.ndjson(laid.file(), asked),
                                        Boolean.parseBoolean(dryRun)))
                        .map(SignalsAnswer::of));
    }

    private static boolean isCsv(ServerWebExchange exchange) {
        return !MediaType.APPLICATION_NDJSON.equalsTypeAndSubtype(
                exchange.getRequest().getHeaders().getContentType());
    }

    private static SignalKind asked(String kind, String name, String dryRun) {
        List<Violation> violations = new ArrayList<>();
        Optional<SignalKind> found = Arrays.stream(SignalKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        if (found.isEmpty()) {
            violations.add(new Violation(
                    "kind",
                    "must be one of " + Arrays.toString(SignalKind.values()),
                    kind.substring(0, Math.min(kind.length(), 40)),
                    "choose one of them"));
        }
        if (!NAME.matcher(name).matches()) {
            violations.add(new Violation(
                    "name",
                    "must have 1 to 120 characters, none of them / or a control character",
                    "",
                    "send a file's name"));
        }
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            violations.add(new Violation(
                    "dryRun",
                    "must be true or false",
                    dryRun.substring(0, Math.min(dryRun.length(), 20)),
                    "correct it"));
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.REQUEST_INVALID, "The delivery breaks a rule", violations);
        }
        return found.orElseThrow();
    }
}
