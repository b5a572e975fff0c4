package techflow.scoring.technology;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.scoring.technology.InnovationPoints.Item;
import techflow.scoring.technology.InnovationPoints.Stage;

/**
 * Points as a weighted sum: an indicator brings {@code weight of the stage · curve score / 100} points. One that is not
 * known brings none and is reported as unknown.
 *
 * @param settingsVersion which settings these are
 * @param stages which stage a firm is in
 * @param indicators at least one; their weights sum to 100 within 1e-6 for each stage
 */
public record WeightedInnovationPoints(String settingsVersion, StageRule stages, List<PointsIndicator> indicators)
        implements InnovationPointsRule {
    private static final double MAXIMUM = 100;
    private static final double TOLERANCE = 1e-6;

    /**
     * One indicator.
     *
     * @param feature the numeric feature it reads
     * @param weights the most points it can bring, for each stage, 0 or more
     * @param curve from the feature's value to the share of those points, in percent
     */
    public record PointsIndicator(FeatureName feature, Map<Stage, Double> weights, Curve curve) {
        public PointsIndicator {
            for (Stage stage : Stage.values()) {
                Double weight = weights.get(stage);
                if (weight == null || !(weight >= 0)) {
                    throw new IllegalArgumentException(
                            "each stage needs a weight of 0 or more, found " + weight + " for " + stage);
                }
            }
            weights = Map.copyOf(new EnumMap<>(weights));
        }

        /** The most points it can bring at a stage. */
        public double weight(Stage stage) {
            return Optional.ofNullable(weights.get(stage)).orElseThrow();
        }

        private Item item(Stage stage, FeatureVector vector) {
            double weight = weight(stage);
            Optional<Double> points = vector.value(feature) instanceof FeatureValue.Numeric numeric
                    ? Optional.of(weight * curve.score(numeric.value()) / MAXIMUM)
                    : Optional.empty();
            return new Item(feature, points, weight);
        }
    }

    public WeightedInnovationPoints {
        indicators = List.copyOf(indicators);
        for (Stage stage : Stage.values()) {
            double sum =
                    indicators.stream().mapToDouble(one -> one.weight(stage)).sum();
            if (!(Math.abs(sum - MAXIMUM) <= TOLERANCE)) {
                throw new IllegalArgumentException("the weights of stage " + stage + " must sum to 100, found " + sum);
            }
        }
    }

    @Override
    public InnovationPoints award(FeatureVector vector) {
        Stage stage = stages.stage(vector);
        List<Item> items =
                indicators.stream().map(one -> one.item(stage, vector)).toList();
        return new InnovationPoints(total(items), MAXIMUM, stage, items, settingsVersion);
    }

    /** Every feature that the rules read, by name. */
    public Set<FeatureName> features() {
        Set<FeatureName> names = new TreeSet<>();
        indicators.forEach(one -> names.add(one.feature()));
        stages.cases().forEach(one -> one.when().forEach(condition -> names.add(condition.feature())));
        return names;
    }

    private static Optional<Double> total(List<Item> items) {
        OptionalDouble sum = items.stream()
                .flatMap(item -> item.points().stream())
                .mapToDouble(Double::doubleValue)
                .reduce(Double::sum);
        return sum.isPresent() ? Optional.of(Math.min(sum.getAsDouble(), MAXIMUM)) : Optional.empty();
    }
}
