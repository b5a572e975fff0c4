package techflow.scoring.evaluation;

import org.apache.commons.statistics.distribution.BetaDistribution;
import techflow.scoring.score.CreditGrade;

/**
 * What became of the firms of one grade, or of all.
 *
 * @param rows firms
 * @param bads defaults among them
 * @param expectedRate mean PD, NaN without rows
 */
public record GradeRow(CreditGrade grade, int rows, int bads, double expectedRate) {
    /** Share of bads, NaN without rows. */
    public double observedRate() {
        return rows == 0 ? Double.NaN : (double) bads / rows;
    }

    /** The observed rate with its 95 % Jeffreys interval: quantiles of Beta(bads + ½, goods + ½). */
    public Estimate observed() {
        return jeffreys(rows, bads);
    }

    /** A default rate with its 95 % Jeffreys interval; NaN within 0 to 1 without rows. */
    static Estimate jeffreys(int rows, int bads) {
        BetaDistribution posterior = BetaDistribution.of(bads + 0.5, rows - bads + 0.5);
        double low = bads == 0 ? 0 : posterior.inverseCumulativeProbability(0.025);
        double high = bads == rows ? 1 : posterior.inverseCumulativeProbability(0.975);
        return new Estimate(rows == 0 ? Double.NaN : (double) bads / rows, low, high);
    }

    /**
     * One-sided p-value of the Jeffreys test (as in the ECB's reporting instructions): the posterior probability that the
     * true rate is at most the mean PD. A small value says that the PD is too low. 1 without rows.
     */
    public double underestimationP() {
        return rows == 0
                ? 1
                : BetaDistribution.of(bads + 0.5, rows - bads + 0.5).cumulativeProbability(expectedRate);
    }
}
