package techflow.scoring.evaluation;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two AUCs and whether they differ.
 *
 * @param difference first AUC minus second, with its 95 % interval
 * @param z difference over its standard error, 0 when neither can vary
 * @param p two-sided p-value of no difference
 */
public record AucComparison(Estimate difference, double z, double p) {
    /**
     * Two models on the same rows: DeLong, DeLong and Clarke-Pearson (1988), which knows that their errors go together.
     *
     * @throws IllegalArgumentException when the outcomes are not the same, or goods or bads are absent
     */
    public static AucComparison paired(ScoredSample first, ScoredSample second) {
        if (!Arrays.equals(first.bads(), second.bads())) {
            throw new IllegalArgumentException("two models are compared on the same rows, found other outcomes");
        }
        AucPlacements a = AucPlacements.of(first);
        AucPlacements b = AucPlacements.of(second);
        double variance = a.minus(b).variance();
        return of(a.auc() - b.auc(), Math.sqrt(variance));
    }

    /** One model on two samples of other firms, such as training and hold-out: the errors are independent. */
    public static AucComparison independent(ScoredSample first, ScoredSample second) {
        AucPlacements a = AucPlacements.of(first);
        AucPlacements b = AucPlacements.of(second);
        return of(a.auc() - b.auc(), Math.sqrt(a.variance() + b.variance()));
    }

    /** One-sided p-value that the first is not greater: small when the AUC has fallen from the first to the second. */
    public double declineP() {
        return NormalDistribution.of(0, 1).survivalProbability(z);
    }

    private static AucComparison of(double difference, double error) {
        double z = error > 0 ? difference / error : 0;
        return new AucComparison(
                new Estimate(difference, difference - Estimate.Z * error, difference + Estimate.Z * error),
                z,
                2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
    }
}
