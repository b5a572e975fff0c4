package techflow.features.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;

/**
 * A feature: what it means and how it is computed, in one value. Built with {@link #feature}.
 *
 * @param name its name
 * @param chineseName its name for people in China
 * @param family where it belongs
 * @param description what it is, with window and lag, in English
 * @param unit unit of a numeric value
 * @param range the values it can take, both ends included
 * @param direction declared effect on risk
 * @param directionReason why this direction, or why none
 * @param missingMeans what it means when it is missing
 * @param source where the definition comes from: policy, law, literature or our own design
 * @param reads the kinds of signal it looks at
 * @param labels the categories in order, empty for a numeric feature
 * @param rankOf the feature whose standing among peers this one is, empty for a feature of the firm alone
 * @param function the computation: pure, total, deterministic; of a rank, missing until a catalogue is bound to peers
 */
public record FeatureDefinition(
        FeatureName name,
        String chineseName,
        FeatureFamily family,
        String description,
        Unit unit,
        Range range,
        Direction direction,
        String directionReason,
        String missingMeans,
        String source,
        Set<SignalKind> reads,
        List<String> labels,
        Optional<FeatureName> rankOf,
        Function<Snapshot, FeatureValue> function) {
    /** Closed range of a numeric feature; infinite ends are allowed. */
    public record Range(double low, double high) {
        public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        public static final Range NOT_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);
        public static final Range SHARE = new Range(0, 1);

        public boolean contains(double value) {
            return value >= low && value <= high;
        }
    }

    public FeatureDefinition {
        if ((unit == Unit.CATEGORY) == labels.isEmpty()) {
            throw new IllegalArgumentException(name + ": a category, and only a category, lists its labels");
        }
        if (reads.isEmpty()) {
            throw new IllegalArgumentException(name + ": a feature must read at least one kind of signal");
        }
        reads = Set.copyOf(reads);
        labels = List.copyOf(labels);
    }

    /** Starts a definition; every part but range and labels has to be said before {@link Builder#is}. */
    public static Builder feature(String name, String chineseName, FeatureFamily family) {
        return new Builder(new FeatureName(name), chineseName, family);
    }

    /**
     * The value on a snapshot.
     *
     * @throws IllegalStateException when the function leaves its declared range or labels: a defect of the definition
     */
    public FeatureValue valueOn(Snapshot snapshot) {
        return allowed(function.apply(snapshot));
    }

    /** The value, when the definition allows it. */
    FeatureValue allowed(FeatureValue value) {
        boolean allowed = switch (value) {
            case FeatureValue.Numeric numeric -> labels.isEmpty() && range.contains(numeric.value());
            case FeatureValue.Category category -> labels.contains(category.label());
            case FeatureValue.Missing missing -> true;
        };
        if (!allowed) {
            throw new IllegalStateException(
                    name + " must lie in " + (labels.isEmpty() ? range : labels) + ", found " + value);
        }
        return value;
    }

    /** Collects the parts of a definition, so that the catalogue reads like a list. */
    public static final class Builder {
        private final FeatureName name;
        private final String chineseName;
        private final FeatureFamily family;
        private String description = "";
        private Unit unit = Unit.COUNT;
        private Range range = Range.ANY;
        private Direction direction = Direction.NONE;
        private String directionReason = "";
        private String missingMeans = "";
        private String source = "";
        private Set<SignalKind> reads = Set.of();
        private List<String> labels = List.of();

        private Builder(FeatureName name, String chineseName, FeatureFamily family) {
            this.name = name;
            this.chineseName = chineseName;
            this.family = family;
        }

        public Builder describedAs(String text) {
            description = text;
            return this;
        }

        public Builder in(Unit numericUnit, Range values) {
            unit = numericUnit;
            range = values;
            return this;
        }

        public Builder oneOf(String... categories) {
            unit = Unit.CATEGORY;
            labels = List.of(categories);
            return this;
        }

        public Builder saferWhenHigher(String because) {
            direction = Direction.SAFER_WHEN_HIGHER;
            directionReason = because;
            return this;
        }

        public Builder riskierWhenHigher(String because) {
            direction = Direction.RISKIER_WHEN_HIGHER;
            directionReason = because;
            return this;
        }

        public Builder noDirection(String because) {
            direction = Direction.NONE;
            directionReason = because;
            return this;
        }

        public Builder missingMeans(String meaning) {
            missingMeans = meaning;
            return this;
        }

        public Builder source(String text) {
            source = text;
            return this;
        }

        public Builder reads(SignalKind first, SignalKind... more) {
            reads = new java.util.HashSet<>(List.of(more));
            reads.add(first);
            return this;
        }

        /** Adds what other features read. */
        public Builder readsToo(Set<SignalKind> kinds) {
            reads = new java.util.HashSet<>(reads);
            reads.addAll(kinds);
            return this;
        }

        /** Ends the definition with its computation. */
        public FeatureDefinition is(Function<Snapshot, FeatureValue> function) {
            return built(Optional.empty(), function);
        }

        /** Ends the definition of a standing among peers: the catalogue ranks the feature it has computed already. */
        public FeatureDefinition ranks(FeatureName feature) {
            return built(Optional.of(feature), snapshot -> FeatureValue.missing(MissingReason.NO_DATA));
        }

        private FeatureDefinition built(Optional<FeatureName> rankOf, Function<Snapshot, FeatureValue> function) {
            requireSaid("description", description);
            requireSaid("reason of the direction", directionReason);
            requireSaid("meaning of missing", missingMeans);
            requireSaid("source", source);
            return new FeatureDefinition(
                    name,
                    chineseName,
                    family,
                    description,
                    unit,
                    range,
                    direction,
                    directionReason,
                    missingMeans,
                    source,
                    reads,
                    labels,
                    rankOf,
                    function);
        }

        private void requireSaid(String part, String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException(name + ": the " + part + " must be said");
            }
        }
    }
}
