package techflow.api.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.Snapshot;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Feature values that are supposed in place of those that are known.
 *
 * @param values by the name of the feature, in the order told; a number, a category, or empty to suppose it unknown
 */
public record Supposition(Map<String, Optional<Object>> values) {
    public Supposition {
        values = new LinkedHashMap<>(values);
    }

    /** Every rule that the values break: unknown names, other types, out of range, nothing supposed. */
    public List<Violation> violations(FeatureCatalog catalog) {
        if (values.isEmpty()) {
            return List.of(
                    new Violation("changes", "must suppose at least one value", "", "send {\"feature\": value}"));
        }
        List<Violation> violations = new ArrayList<>();
        values.forEach((name, value) -> named(catalog, name)
                .ifPresentOrElse(
                        definition -> value.flatMap(found -> violation(definition, found))
                                .ifPresent(violations::add),
                        () -> violations.add(new Violation(
                                "changes." + shortened(name),
                                "must be a feature",
                                shortened(name),
                                "choose one of the features that GET /v1/features lists"))));
        return violations;
    }

    /**
     * The vector as it would be, with the ranks that follow from it, unless a rank itself is supposed.
     *
     * @throws RecordFault REQUEST_INVALID with all violations
     */
    public FeatureVector applied(FeatureCatalog catalog, Snapshot snapshot, FeatureVector vector, PeerTables peers) {
        List<Violation> violations = violations(catalog);
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.REQUEST_INVALID, "What is supposed breaks a rule", violations);
        }
        FeatureVector own = replaced(vector);
        return peers.isEmpty() ? own : replaced(catalog.ranked(own, peers.ranking(snapshot, own)));
    }

    private FeatureVector replaced(FeatureVector vector) {
        List<FeatureValue> all = new ArrayList<>(vector.values());
        values.forEach((name, value) -> all.set(
                vector.schema().position(new FeatureName(name)).orElseThrow(),
                value.map(Supposition::value).orElse(FeatureValue.missing(FeatureValue.MissingReason.NO_DATA))));
        return new FeatureVector(vector.enterprise(), vector.asOf(), vector.schema(), all);
    }

    private static FeatureValue value(Object found) {
        return found instanceof Double number ? FeatureValue.of(number) : new FeatureValue.Category((String) found);
    }

    private static Optional<FeatureDefinition> named(FeatureCatalog catalog, String name) {
        return catalog.definitions().stream()
                .filter(definition -> definition.name().value().equals(name))
                .findFirst();
    }

    private static Optional<Violation> violation(FeatureDefinition definition, Object found) {
        String field = "changes." + definition.name();
        if (definition.unit() == Unit.CATEGORY) {
            return definition.labels().contains(found)
                    ? Optional.empty()
                    : Optional.of(new Violation(
                            field,
                            "must be one of " + definition.labels(),
                            shortened(found.toString()),
                            "choose one of them, or null to suppose it unknown"));
        }
        if (!(found instanceof Double number)) {
            return Optional.of(
                    new Violation(field, "must be a number", shortened(found.toString()), "send a number, or null"));
        }
        boolean allowed = Double.isFinite(number) && definition.range().contains(number);
        return allowed
                ? Optional.empty()
                : Optional.of(new Violation(
                        field,
                        "must lie in " + definition.range().low() + " to "
                                + definition.range().high() + " (" + definition.unit() + ")",
                        found.toString(),
                        "send a value that the feature can have"));
    }

    private static String shortened(String text) {
        return text.length() > 64 ? text.substring(0, 64) + "…" : text;
    }
}
