package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A job as one JSON object: what all rows have in common, and the rows. A row takes from the whole what it does not say
 * itself; it is checked when it is worked on, like a line of NDJSON.
 */
@Schema(description = "A job: members that all rows share, and the rows, each a code or an object")
record JobRequest(
        @Schema(description = "For rows without their own") String purpose,
        @Schema(description = "For rows without their own") String asOf,
        @Schema(description = "For rows without their own") String authorisationId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Codes, or requests for scores")
        List<ScoreRequest> enterprises) {
    private static final String ROWS = "enterprises";

    /** The rows as lines. @throws RecordFault REQUEST_INVALID when it is no such object */
    static byte[] lines(byte[] body) {
        JsonNode whole = parse(body);
        if (!whole.path(ROWS).isArray()) {
            throw refusal(ROWS, "must be a list", whole.path(ROWS).getNodeType().name());
        }
        StringBuilder lines = new StringBuilder();
        for (JsonNode row : whole.path(ROWS)) {
            lines.append(line((ObjectNode) whole, row)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode line(ObjectNode whole, JsonNode row) {
        ObjectNode line = whole.deepCopy();
        line.remove(ROWS);
        if (row instanceof ObjectNode members) {
            return line.setAll(members);
        }
        return line.set("uscc", row);
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode whole = JsonMapper.shared().readTree(body);
            if (whole.isObject()) {
                return whole;
            }
        } catch (JacksonException e) {
            throw refusal(
                    "body",
                    "must be one JSON object",
                    "an error at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
        throw refusal("body", "must be one JSON object", "something else");
    }

    private static RecordFault refusal(String field, String rule, String found) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The job cannot be taken in",
                List.of(new Violation(
                        field, rule, found, "send {\"purpose\", \"enterprises\": [{\"uscc\", \"authorisationId\"}]}")));
    }
}
