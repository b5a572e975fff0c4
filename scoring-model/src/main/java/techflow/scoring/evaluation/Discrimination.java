package techflow.scoring.evaluation;

/**
 * How well PDs part bads from goods, ties counted exactly.
 *
 * @param auc probability that a bad has a higher PD than a good, ties one half (Mann–Whitney); interval by DeLong
 * @param ks largest distance of the two distribution functions; interval by bootstrap
 */
public record Discrimination(Estimate auc, Estimate ks) {
    /** The Gini coefficient, 2·AUC − 1. */
    public double gini() {
        return 2 * auc.value() - 1;
    }

    /**
     * AUC with the interval of DeLong, DeLong and Clarke-Pearson (1988), computed from mid-ranks after Sun and Xu (2014).
     *
     * @throws IllegalArgumentException when goods or bads are absent
     */
    public static Estimate auc(ScoredSample sample) {
        AucPlacements placements = AucPlacements.of(sample);
        double auc = placements.auc();
        double error = Math.sqrt(placements.variance());
        return new Estimate(auc, Math.max(0, auc - Estimate.Z * error), Math.min(1, auc + Estimate.Z * error));
    }
}
