package techflow.scoring.evaluation;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * One-sided binomial tests that a PD is too low: the probability of at least the defaults seen, were the PD true.
 *
 * <p>{@link #independent} takes firms as independent and so rejects too often in a bad year; {@link #correlated} lets one
 * common factor move all firms (Vasicek 1987, 2002): given the factor y a firm defaults with probability
 * {@code Φ((Φ⁻¹(PD) + √ρ · y) / √(1 − ρ))}.
 */
public final class TooManyDefaults {
    /** Half-width, in standard deviations, of the range over which the common factor is integrated. */
    private static final double WIDTH = 8;

    private static final int STEPS = 800;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private TooManyDefaults() {}

    /** P(defaults ≥ bads) for independent firms; 1 without rows. @param pd in (0, 1) */
    public static double independent(int rows, int bads, double pd) {
        requireSound(rows, bads);
        return bads == 0 ? 1 : BinomialDistribution.of(rows, pd).survivalProbability(bads - 1);
    }

    /**
     * P(defaults ≥ bads) with one common factor, by the trapezoid rule, which is exact to many digits for a density that
     * vanishes at both ends.
     *
     * @param pd in (0, 1)
     * @param correlation asset correlation ρ, in [0, 1)
     */
    public static double correlated(int rows, int bads, double pd, double correlation) {
        if (!(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException("the asset correlation must lie in [0, 1), found " + correlation);
        }
        if (correlation == 0 || bads == 0) {
            return independent(rows, bads, pd);
        }
        double threshold = NORMAL.inverseCumulativeProbability(pd);
        double step = 2 * WIDTH / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double factor = -WIDTH + i * step;
            double given = NORMAL.cumulativeProbability(
                    (threshold + Math.sqrt(correlation) * factor) / Math.sqrt(1 - correlation));
            sum += NORMAL.density(factor) * independent(rows, bads, Math.min(given, 1));
        }
        return Math.min(1, sum * step);
    }

    private static void requireSound(int rows, int bads) {
        if (bads < 0 || bads > rows) {
            throw new IllegalArgumentException("defaults must lie in 0 to rows, found " + bads + " of " + rows);
        }
    }
}
