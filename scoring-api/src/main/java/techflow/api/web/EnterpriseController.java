package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import techflow.api.application.EnterpriseDirectory;
import techflow.features.signal.EnterpriseId;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Who is known, and how much is known about them. */
@RestController
@RequestMapping(path = "/v1/enterprises", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "enterprises", description = "企业 Enterprises")
class EnterpriseController {
    private static final int SHORTEST_QUERY = 2;
    private static final int LONGEST_QUERY = 50;

    private final EnterpriseDirectory directory;

    EnterpriseController(EnterpriseDirectory directory) {
        this.directory = directory;
    }

    @Operation(operationId = "getEnterprise", summary = "Master data and how much is known by kind of signal")
    @Problems
    @GetMapping("/{uscc}")
    Mono<EnterpriseAnswer> get(@PathVariable String uscc) {
        return Mono.fromSupplier(() -> new EnterpriseId(uscc))
                .flatMap(directory::find)
                .switchIfEmpty(Mono.error(() ->
                        new RecordFault(ProblemCode.ENTERPRISE_UNKNOWN, "No enterprise with this code is known here")))
                .map(EnterpriseAnswer::of);
    }

    @Operation(operationId = "searchEnterprises", summary = "By the beginning of the code or a part of the name")
    @Problems
    @GetMapping
    Mono<EnterpriseAnswer.Hits> search(@RequestParam(defaultValue = "") String query) {
        String text = query.strip();
        if (text.length() < SHORTEST_QUERY
                || text.length() > LONGEST_QUERY
                || text.chars().anyMatch(Character::isISOControl)) {
            String rule = "must have " + SHORTEST_QUERY + " to " + LONGEST_QUERY
                    + " characters, none of them a control character";
            return Mono.error(new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The search text breaks a rule",
                    List.of(new Violation("query", rule, text, "send the beginning of a code or a part of a name"))));
        }
        return directory
                .search(text)
                .map(matches -> new EnterpriseAnswer.Hits(
                        matches.stream().map(EnterpriseAnswer.Hit::of).toList(), EnterpriseDirectory.SEARCH_LIMIT));
    }
}
