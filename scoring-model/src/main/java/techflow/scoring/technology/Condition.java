package techflow.scoring.technology;

import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;

/**
 * A condition on one numeric feature: {@code atLeast ≤ value < below}. It never holds for a missing value.
 *
 * @param feature the feature it reads
 * @param atLeast lowest value that meets it, −∞ when there is none
 * @param below value from which it is no longer met, ∞ when there is none
 */
public record Condition(FeatureName feature, double atLeast, double below) {
    public Condition {
        if (!(atLeast < below)) {
            throw new IllegalArgumentException(
                    "a condition needs atLeast below below, found " + atLeast + " and " + below);
        }
        if (Double.isInfinite(atLeast) && Double.isInfinite(below)) {
            throw new IllegalArgumentException("a condition needs atLeast or below, found neither");
        }
    }

    /** True when the value is known and lies within the limits. */
    public boolean holds(FeatureVector vector) {
        double value = vector.number(feature);
        return value >= atLeast && value < below;
    }
}
