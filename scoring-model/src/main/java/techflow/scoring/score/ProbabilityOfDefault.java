package techflow.scoring.score;

/**
 * The probability (PD) that a firm defaults within the 12 months after the as-of instant.
 *
 * @param value in (0, 1)
 */
public record ProbabilityOfDefault(double value) {
    public ProbabilityOfDefault {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("PD must lie in (0, 1), found " + value);
        }
    }

    /**
     * From the natural logarithm of the odds good : bad. Log-odds so far out that the PD would round to 0 or 1 (above
     * 709 or below −36) are refused.
     */
    public static ProbabilityOfDefault ofLogOdds(double logOdds) {
        return new ProbabilityOfDefault(1 / (1 + StrictMath.exp(logOdds)));
    }

    /** The natural logarithm of the odds good : bad. */
    public double logOdds() {
        return StrictMath.log((1 - value) / value);
    }
}
