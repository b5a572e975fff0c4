package techflow.features.definition;

/**
 * What the expert declares about the effect of a higher value on risk, all else equal; a model must not contradict it.
 */
public enum Direction {
    /** A higher value never raises the probability of default. */
    SAFER_WHEN_HIGHER,
    /** A higher value never lowers the probability of default. */
    RISKIER_WHEN_HIGHER,
    /** No direction is declared; the definition says why. */
    NONE
}
