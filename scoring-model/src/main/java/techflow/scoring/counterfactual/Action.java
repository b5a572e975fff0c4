package techflow.scoring.counterfactual;

import techflow.features.definition.FeatureName;

/**
 * Something that a firm can do about its own figures.
 *
 * @param feature what it can change
 * @param move which way
 */
public record Action(FeatureName feature, Move move) {
    /** The only way in which a feature may be changed. */
    public enum Move {
        RAISE,
        LOWER
    }
}
