package techflow.scoring.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The most prudent PDs of grades that saw few defaults or none: Pluto and Tasche, "Estimating probabilities of default for
 * low default portfolios" (2005), for independent defaults.
 *
 * <p>The PD of a grade is the greatest one that the defaults of this grade and of all worse grades do not refute at the
 * confidence. It only trusts that the grades are in the right order, so it never falls from a better grade to a worse one
 * as long as the worse grades have no fewer defaults per firm.
 *
 * @param confidence in (0, 1); the higher, the more prudent
 * @param pds upper bounds of the PD, best grade first; NaN for grades at the bad end that have no row at or below them
 */
public record PlutoTasche(double confidence, List<Double> pds) {
    public PlutoTasche {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("the confidence must lie in (0, 1), found " + confidence);
        }
        pds = List.copyOf(pds);
    }

    /**
     * The bounds of grades given best first.
     *
     * @param rows firms of each grade
     * @param bads defaults of each grade
     */
    public static PlutoTasche of(List<Integer> rows, List<Integer> bads, double confidence) {
        if (rows.size() != bads.size()) {
            throw new IllegalArgumentException(
                    "one count of defaults per grade, found " + rows.size() + " grades and " + bads.size());
        }
        List<Double> pds = new ArrayList<>();
        long pooledRows = 0;
        long pooledBads = 0;
        for (int grade = rows.size() - 1; grade >= 0; grade--) {
            pooledRows += rows.get(grade);
            pooledBads += bads.get(grade);
            pds.addFirst(bound(pooledRows, pooledBads, confidence));
        }
        return new PlutoTasche(confidence, pds);
    }

    /** The p with P(at most {@code bads} defaults | p) = 1 − confidence: a quantile of Beta(bads + 1, rows − bads). */
    private static double bound(long rows, long bads, double confidence) {
        if (rows == 0) {
            return Double.NaN;
        }
        return bads == rows ? 1 : BetaDistribution.of(bads + 1.0, rows - bads).inverseCumulativeProbability(confidence);
    }
}
