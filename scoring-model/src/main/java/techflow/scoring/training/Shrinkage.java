package techflow.scoring.training;

/**
 * Where L2 pulls the coefficients of a scorecard.
 *
 * <p>WoE columns are on one scale, so that without anything known of their overlap each deserves the same coefficient.
 * With few rows and many features a pull towards that common coefficient loses less than a pull towards zero, which also
 * flattens the whole score.
 */
public enum Shrinkage {
    /** To zero: the penalty is {@code l2/2 · Σ coefficient²}. */
    ZERO(0),
    /** To their mean: {@code l2/2 · (Σ coefficient² − 0.99 · k · mean²)}, so that the mean itself is all but free. */
    COMMON(0.99);

    private final double freedomOfMean;

    Shrinkage(double freedomOfMean) {
        this.freedomOfMean = freedomOfMean;
    }

    /** The share of the mean's own penalty that is taken away, in [0, 1). */
    double freedomOfMean() {
        return freedomOfMean;
    }

    /**
     * The weight of a further column, the sum of the others, whose ordinary L2 penalty makes this one: coefficients are then
     * those of the columns plus this weight times that of the sum. With weight w, minimising over the sum's coefficient
     * takes away the share {@code k·w² / (1 + k·w²)} of the mean's penalty.
     *
     * @param columns how many, k
     */
    double weightOfSum(int columns) {
        return Math.sqrt(freedomOfMean / (1 - freedomOfMean) / columns);
    }
}
