package techflow.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import techflow.problem.Violation;

/**
 * A fault as the caller sees it (RFC 9457).
 *
 * @param type relative URI that names the kind of fault
 * @param title short name
 * @param status HTTP status
 * @param detail what is wrong
 * @param instance path that was asked
 * @param code stable name: a {@link techflow.problem.ProblemCode}, or the HTTP status' own name
 * @param requestId id of the request
 * @param errorId stands in the log line too
 * @param errors every broken rule at once
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        String errorId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors) {
    public Problem {
        errors = List.copyOf(errors);
    }
}
