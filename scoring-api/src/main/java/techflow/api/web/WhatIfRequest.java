package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.api.application.Purpose;
import techflow.api.application.ScoreCommand;
import techflow.api.application.Supposition;
import techflow.features.definition.FeatureCatalog;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A question about a firm as it is not: a request for a score, and the values to suppose. */
@Schema(description = "A hypothetical question", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record WhatIfRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 18, maxLength = 18)
        String uscc,

        @Schema(description = "As for a score") String asOf,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Purpose purpose,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 4, maxLength = 64)
        String authorisationId,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Feature name to supposed value: a number, a category, or null for unknown",
                example = "{\"ip_net_content\": 60}")
        Map<String, Object> changes) {
    private static final String CHANGES = "changes";

    /** What was asked. */
    record Question(ScoreCommand command, Supposition supposition) {}

    /** @throws RecordFault REQUEST_INVALID with all violations, of the request and of what it supposes */
    static Question read(byte[] body, ScoreRequestReader reader, ScoreCommand.Caller caller, FeatureCatalog catalog) {
        List<Violation> violations = new ArrayList<>();
        Optional<ObjectNode> whole = parsed(body);
        JsonNode sent = whole.map(object -> object.path(CHANGES))
                .orElse(JsonMapper.shared().missingNode());
        Supposition supposition = new Supposition(values(sent));
        byte[] rest = whole.map(object -> JsonMapper.shared().writeValueAsBytes(object.without(CHANGES)))
                .orElse(body);
        Optional<ScoreCommand> command = Optional.empty();
        try {
            command = Optional.of(reader.readJson(rest, caller));
        } catch (RecordFault fault) {
            violations.addAll(fault.violations());
        }
        if (whole.isPresent()) {
            violations.addAll(supposition.violations(catalog));
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID, "The request breaks " + violations.size() + " rule(s)", violations);
        }
        return new Question(command.orElseThrow(), supposition);
    }

    private static Optional<ObjectNode> parsed(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // the reader of requests tells where it breaks
        }
    }

    private static Map<String, Optional<Object>> values(JsonNode sent) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        sent.properties().forEach(one -> values.put(one.getKey(), value(one.getValue())));
        return values;
    }

    private static Optional<Object> value(JsonNode node) {
        if (node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(
                node.isNumber() ? node.doubleValue() : node.isString() ? node.stringValue() : node.toString());
    }
}
