package techflow.scoring.technology;

import java.util.OptionalDouble;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;

/**
 * One indicator of a dimension.
 *
 * @param feature the numeric feature it reads
 * @param weight weight within its dimension, above 0, relative to the other known indicators
 * @param curve from the feature's value to a score
 * @param scoreWhenNone score in [0, 100] of a firm that is known to have nothing to measure, such as one without patents;
 *     empty when such a firm is unknown
 */
public record Indicator(FeatureName feature, double weight, Curve curve, OptionalDouble scoreWhenNone) {
    public Indicator {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("the weight of an indicator must be above 0, found " + weight);
        }
        double none = scoreWhenNone.orElse(0);
        if (!(none >= 0 && none <= 100)) {
            throw new IllegalArgumentException("the score when none must lie in [0, 100], found " + none);
        }
    }

    /**
     * The score in [0, 100], empty when the indicator is not known.
     *
     * @param registered whether the firm's master data are known: only then does a public register that tells nothing
     *     ({@link MissingReason#NO_DATA}) mean that there is nothing
     */
    public OptionalDouble score(FeatureVector vector, boolean registered) {
        return switch (vector.value(feature)) {
            case FeatureValue.Numeric numeric -> OptionalDouble.of(curve.score(numeric.value()));
            case FeatureValue.Category category ->
                throw new IllegalArgumentException(feature + " must be numeric, found " + category);
            case FeatureValue.Missing missing ->
                switch (missing.reason()) {
                    case UNDEFINED -> scoreWhenNone;
                    case NO_DATA -> registered ? scoreWhenNone : OptionalDouble.empty();
                    case NOT_ENOUGH_HISTORY, NOT_DISCLOSED -> OptionalDouble.empty();
                };
        };
    }
}
