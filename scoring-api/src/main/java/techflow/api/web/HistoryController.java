package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import techflow.api.application.ScoreHistory;
import techflow.api.application.ScoreHistory.Entry;
import techflow.api.application.ScoreHistory.Place;
import techflow.features.signal.EnterpriseId;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import tools.jackson.databind.json.JsonMapper;

/** What a tenant asked of one enterprise before. */
@RestController
@Tag(name = "scores", description = "信用评分 Credit scores")
class HistoryController {
    private static final int MOST = 100;

    private final ScoreHistory history;
    private final JsonMapper mapper;
    private final Scheduler scheduler;

    HistoryController(ScoreHistory history, JsonMapper mapper, Scheduler scheduler) {
        this.history = history;
        this.mapper = mapper;
        this.scheduler = scheduler;
    }

    @Operation(
            operationId = "listScores",
            summary = "The scores that the caller's tenant was given of one enterprise, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HistoryAnswer.class)))
    @Problems
    @GetMapping(path = "/v1/enterprises/{uscc}/scores", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> list(
            @PathVariable String uscc,
            @RequestParam(defaultValue = "20") @Schema(type = "integer", minimum = "1", maximum = "100") String limit,
            @RequestParam(required = false) @Parameter(description = "next of the page before") Optional<String> cursor,
            @Parameter(hidden = true) Principal principal) {
        String tenant = Callers.client(principal).tenant();
        return Mono.fromSupplier(() -> new EnterpriseId(uscc)).flatMap(enterprise -> {
            Optional<Place> after = cursor.map(text -> HistoryCursor.read(text, tenant, enterprise));
            int most = most(limit);
            return history.page(tenant, enterprise, after, most + 1)
                    .publishOn(scheduler)
                    .map(entries -> response(entries, most, tenant, enterprise));
        });
    }

    /** One more than a page was asked for, to know whether there is a next one. */
    private ResponseEntity<byte[]> response(List<Entry> entries, int most, String tenant, EnterpriseId enterprise) {
        List<Entry> shown = entries.subList(0, Math.min(most, entries.size()));
        @Nullable
        String next =
                entries.size() > most ? HistoryCursor.write(shown.getLast().place(), tenant, enterprise) : null;
        return Tagged.bytes(
                ResponseEntity.ok(),
                mapper.writeValueAsBytes(new HistoryAnswer(
                        enterprise.code(),
                        shown.stream().map(HistoryAnswer.Item::of).toList(),
                        next)));
    }

    private static int most(String limit) {
        if (limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= MOST) {
            return Integer.parseInt(limit);
        }
        throw new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The page size breaks a rule",
                List.of(new Violation(
                        "limit",
                        "must be a whole number in 1 to " + MOST,
                        limit.substring(0, Math.min(limit.length(), 20)),
                        "leave it out for 20")));
    }
}
