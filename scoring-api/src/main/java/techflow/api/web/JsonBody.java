package techflow.api.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A JSON object whose members are read one by one; every broken rule is collected and told at once by {@link #finish}. */
final class JsonBody {
    private static final int LONGEST_SHOWN = 64;

    private final JsonNode body;
    private final List<Violation> violations = new ArrayList<>();

    private JsonBody(JsonNode body, Set<String> members) {
        this.body = body;
        body.propertyNames().stream()
                .filter(name -> !members.contains(name))
                .forEach(name -> refuse(shown(name), "is not a member of this request", "", "send only " + members));
    }

    /** @throws RecordFault REQUEST_INVALID when the bytes are not one JSON object; no bytes at all are an empty one */
    static JsonBody read(byte[] bytes, Set<String> members) {
        try {
            JsonNode node =
                    StrictJson.MAPPER.readTree(bytes.length == 0 ? "{}" : new String(bytes, StandardCharsets.UTF_8));
            if (node.isObject()) {
                return new JsonBody(node, members);
            }
            throw malformed("must be a JSON object", node.getNodeType().name());
        } catch (JacksonException e) {
            throw malformed(
                    "must be one JSON object without duplicate members",
                    "an error at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    /** The member, empty when it is missing or null. */
    Optional<JsonNode> member(String name) {
        return body.optional(name).filter(value -> !value.isNull());
    }

    void refuse(String field, String rule, Object found, String advice) {
        violations.add(new Violation(field, rule, shown(String.valueOf(found)), advice));
    }

    /** @throws RecordFault REQUEST_INVALID with every broken rule */
    void finish() {
        if (!violations.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID, "The request breaks " + violations.size() + " rule(s)", violations);
        }
    }

    private static RecordFault malformed(String rule, String found) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The body cannot be read",
                List.of(new Violation("body", rule, found, "send one JSON object")));
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
