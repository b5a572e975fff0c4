package techflow.scoring.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ModelManifest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a promotion relies on: the machine-readable validation report of a model.
 *
 * <pre>{@code
 * {"model":{"sha256":"…"},"passed":true,
 *  "gates":[{"name":"auc","value":0.81,"limit":0.7,"passed":true}, …],
 *  "overrides":[{"gate":"psi","by":"head of risk","reason":"the population of 2026 is wanted"}], …}
 * }</pre>
 *
 * @param sha256 hash of the report's bytes, which the ledger keeps
 * @param model hash of the artefact that was validated
 * @param passed the report's own verdict
 * @param gates every gate
 * @param overrides failed gates that somebody lets pass
 */
public record ValidationEvidence(
        String sha256, String model, boolean passed, List<Gate> gates, List<GateOverride> overrides) {
    /** A gate by name, with value and limit as the report writes them. */
    public record Gate(String name, String value, String limit, boolean passed) {}

    /** Who lets a failed gate pass, and why. */
    public record GateOverride(String gate, String by, String reason) {}

    public ValidationEvidence {
        gates = List.copyOf(gates);
        overrides = List.copyOf(overrides);
    }

    /** @throws RecordFault FILE_MALFORMED when the bytes are not such a report; the message names the place */
    public static ValidationEvidence read(byte[] report) {
        try {
            JsonNode json = new JsonMapper().readTree(new String(report, StandardCharsets.UTF_8));
            return new ValidationEvidence(
                    ArtifactReader.sha256(report),
                    text(member(json, "model"), "sha256"),
                    flag(json, "passed"),
                    all(json, "gates").stream().map(ValidationEvidence::gate).toList(),
                    all(json, "overrides").stream()
                            .map(ValidationEvidence::override)
                            .toList());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new RecordFault(
                    ProblemCode.FILE_MALFORMED,
                    "The validation report cannot be read: " + e.getMessage()
                            + "; give the report.json that ./techflow validate wrote");
        }
    }

    /**
     * Refuses a promotion that the report does not carry, with every reason at once.
     *
     * @throws RecordFault PROMOTION_REFUSED when the report is about another model, has no gates, or a gate failed without
     *     an override by somebody else than who trained the model
     */
    public void require(String modelSha256, ModelManifest manifest) {
        List<Violation> violations = new ArrayList<>();
        if (!model.equals(modelSha256)) {
            violations.add(new Violation(
                    "model.sha256", "must be the model that is promoted, " + modelSha256, model, "validate that one"));
        }
        if (gates.isEmpty()) {
            violations.add(new Violation("gates", "must hold the gates", "", "validate with a file of gates"));
        }
        if (!passed && gates.stream().allMatch(Gate::passed)) {
            violations.add(new Violation(
                    "passed", "must be true where every gate passed", "false", "see in the report what else failed"));
        }
        gates.stream()
                .filter(gate -> !gate.passed())
                .forEach(gate -> judge(gate, manifest).ifPresent(violations::add));
        if (!violations.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.PROMOTION_REFUSED,
                    manifest.modelId() + " " + manifest.version()
                            + " is not promoted: its validation report does not carry it",
                    violations);
        }
    }

    private Optional<Violation> judge(Gate gate, ModelManifest manifest) {
        Optional<GateOverride> override =
                overrides.stream().filter(one -> one.gate().equals(gate.name())).findFirst();
        if (override.isEmpty()) {
            return Optional.of(new Violation(
                    "gate " + gate.name(),
                    "must pass its limit " + gate.limit(),
                    gate.value(),
                    "better the model, or have the override recorded in the report by who may"));
        }
        boolean byTrainer = Promotion.samePerson(override.get().by(), manifest.trainedBy());
        boolean blank = override.get().by().isBlank() || override.get().reason().isBlank();
        return byTrainer || blank
                ? Optional.of(new Violation(
                        "override of " + gate.name(),
                        "must name a reason and somebody else than who trained the model",
                        override.get().by() + ": " + override.get().reason(),
                        "have it recorded by who may"))
                : Optional.empty();
    }

    private static Gate gate(JsonNode json) {
        return new Gate(
                text(json, "name"),
                member(json, "value").toString(),
                member(json, "limit").toString(),
                flag(json, "passed"));
    }

    private static GateOverride override(JsonNode json) {
        return new GateOverride(text(json, "gate"), text(json, "by"), text(json, "reason"));
    }

    private static List<JsonNode> all(JsonNode json, String name) {
        @Nullable JsonNode array = json.get(name);
        if (array == null) {
            return List.of();
        }
        return array.valueStream().toList();
    }

    private static JsonNode member(JsonNode json, String name) {
        @Nullable JsonNode child = json.get(name);
        if (child == null) {
            throw new IllegalArgumentException("there is no member \"" + name + "\"");
        }
        return child;
    }

    private static String text(JsonNode json, String name) {
        JsonNode child = member(json, name);
        if (!child.isString()) {
            throw new IllegalArgumentException("\"" + name + "\" must be a string, found " + child);
        }
        return child.stringValue();
    }

    private static boolean flag(JsonNode json, String name) {
        JsonNode child = member(json, name);
        if (!child.isBoolean()) {
            throw new IllegalArgumentException("\"" + name + "\" must be true or false, found " + child);
        }
        return child.booleanValue();
    }
}
