package techflow.scoring.technology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import techflow.features.definition.FeatureVector;
import techflow.scoring.technology.TechnologyAssessment.Dimension;

/**
 * How one dimension is scored: the weighted mean of those indicators that are known.
 *
 * @param dimension which
 * @param indicators at least one
 */
public record DimensionRule(Dimension dimension, List<Indicator> indicators) {
    public DimensionRule {
        indicators = List.copyOf(indicators);
        if (indicators.isEmpty()) {
            throw new IllegalArgumentException("a dimension needs at least one indicator, found none");
        }
    }

    /** The score in [0, 100], empty when no indicator is known. For {@code registered} see {@link Indicator#score}. */
    public Optional<Double> score(FeatureVector vector, boolean registered) {
        double sum = 0;
        double weights = 0;
        for (Indicator indicator : indicators) {
            OptionalDouble score = indicator.score(vector, registered);
            if (score.isPresent()) {
                sum += indicator.weight() * score.getAsDouble();
                weights += indicator.weight();
            }
        }
        return weights == 0 ? Optional.empty() : Optional.of(sum / weights);
    }
}
