package techflow.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import techflow.cli.LoggedVectors.Logged;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.engine.FeatureEngine;
import techflow.features.parity.DiffReport;
import techflow.features.parity.FeatureDiff;
import techflow.features.parity.VectorDiff;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.store.SignalStore;
import techflow.features.store.Spine;

/**
 * Logged online vectors beside their batch recomputation.
 *
 * @param diff online on the left, batch on the right
 * @param spans when the unequal values of a feature were logged
 */
record ParityReport(DiffReport diff, Map<FeatureName, Span> spans) {
    /**
     * A stretch of requests.
     *
     * @param first the earliest
     * @param last the latest
     */
    record Span(Instant first, Instant last) {
        Span with(Instant other) {
            return new Span(other.isBefore(first) ? other : first, other.isAfter(last) ? other : last);
        }
    }

    /**
     * Recomputes every logged vector at its own as-of with the batch engine.
     *
     * @param logged by the catalogue that must give them again, all of one schema; at least one
     */
    static ParityReport of(Map<FeatureCatalog, List<Logged>> logged, SignalStore store, FeatureEngine engine) {
        FeatureSchema schema = logged.keySet().iterator().next().schema();
        VectorDiff diff = new VectorDiff(schema, schema);
        Map<FeatureName, Span> spans = new HashMap<>();
        logged.forEach((catalog, vectors) -> compare(vectors, catalog, store, engine, diff, spans));
        return new ParityReport(diff.report(), Map.copyOf(spans));
    }

    private static void compare(
            List<Logged> logged,
            FeatureCatalog catalog,
            SignalStore store,
            FeatureEngine engine,
            VectorDiff diff,
            Map<FeatureName, Span> spans) {
        Map<Spine.Point, List<Logged>> byPoint = logged.stream()
                .collect(Collectors.groupingBy(one ->
                        new Spine.Point(one.vector().enterprise(), one.vector().asOf())));
        Spine spine = Spine.of(byPoint.keySet());
        engine.compute(new OnlyOnSpine(store, spine), catalog, spine, batch -> {
            Spine.Point point = new Spine.Point(batch.enterprise(), batch.asOf());
            for (Logged online : byPoint.getOrDefault(point, List.of())) {
                diff.compare(online.vector(), batch);
                note(online, batch, spans);
            }
        });
    }

    boolean isEqual() {
        return diff.isEqual();
    }

    /** For the monitoring team: how many, which share, since when, and examples with masked codes. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<FeatureDiff> unequal = diff.unequalFeatures();
        lines.add(String.format(
                Locale.ROOT,
                "%,d vectors compared, %d of %d features equal in all of them",
                diff.compared(),
                diff.features().size() - unequal.size(),
                diff.features().size()));
        unequal.forEach(feature -> lines.addAll(lines(feature)));
        return lines;
    }

    private List<String> lines(FeatureDiff feature) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "✗ %s: %,d of %,d differ (%.2f%%); values %d, online missing %d, batch missing %d, other reason %d;"
                        + " max |difference| %s",
                feature.name(),
                feature.unequal(),
                diff.compared(),
                100.0 * feature.unequal() / diff.compared(),
                feature.different(),
                feature.missingOnlyLeft(),
                feature.missingOnlyRight(),
                feature.otherReason(),
                FeatureTable.number(feature.maxAbsolute())));
        Optional.ofNullable(spans.get(feature.name()))
                .ifPresent(span -> lines.add("    first logged " + span.first() + ", last " + span.last()));
        feature.examples()
                .forEach(example -> lines.add("    " + example.maskedFirm() + " as of " + example.asOf() + ": online "
                        + text(example.left()) + ", batch " + text(example.right())));
        return lines;
    }

    private static String text(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> Double.toString(numeric.value());
            case FeatureValue.Category category -> category.label();
            case FeatureValue.Missing missing -> "missing " + missing.reason();
        };
    }

    private static void note(Logged online, FeatureVector batch, Map<FeatureName, Span> spans) {
        for (int i = 0; i < batch.values().size(); i++) {
            if (!batch.values().get(i).equals(online.vector().values().get(i))) {
                Instant at = online.requestedAt();
                spans.merge(
                        batch.schema().columns().get(i).name(),
                        new Span(at, at),
                        (one, other) -> one.with(other.first()));
            }
        }
    }

    /** The store, reading only the firms on the spine: scores of a day need no pass over the whole population. */
    private record OnlyOnSpine(SignalStore whole, Spine spine) implements SignalStore {
        @Override
        public List<Signal> history(EnterpriseId enterprise) {
            return whole.history(enterprise);
        }

        @Override
        public java.util.stream.Stream<History> histories() {
            return spine.enterprises().stream()
                    .sorted()
                    .map(enterprise -> new History(enterprise, whole.history(enterprise)));
        }
    }
}
