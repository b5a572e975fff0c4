package techflow.scoring.evaluation;

import java.util.Arrays;

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
        double[] bads = select(sample, true);
        double[] goods = select(sample, false);
        if (bads.length == 0 || goods.length == 0) {
            throw new IllegalArgumentException(
                    "AUC needs goods and bads, found " + goods.length + " and " + bads.length);
        }
        double[] placedBads = placements(bads, goods);
        double[] placedGoods = placements(goods, bads);
        double auc = Arrays.stream(placedBads).average().orElseThrow();
        double error = Math.sqrt(variance(placedBads) / bads.length + variance(placedGoods) / goods.length);
        return new Estimate(auc, Math.max(0, auc - Estimate.Z * error), Math.min(1, auc + Estimate.Z * error));
    }

    /** For each value the share of the others that lie below it, ties one half. Both arrays are ascending. */
    private static double[] placements(double[] values, double[] others) {
        double[] placements = new double[values.length];
        int below = 0;
        int notAbove = 0;
        for (int i = 0; i < values.length; i++) {
            while (below < others.length && others[below] < values[i]) {
                below++;
            }
            notAbove = Math.max(notAbove, below);
            while (notAbove < others.length && others[notAbove] <= values[i]) {
                notAbove++;
            }
            placements[i] = (below + notAbove) / 2.0 / others.length;
        }
        return placements;
    }

    private static double variance(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    private static double[] select(ScoredSample sample, boolean bad) {
        double[] selected = new double[sample.size()];
        int count = 0;
        for (int i = 0; i < sample.size(); i++) {
            if (sample.bads()[i] == bad) {
                selected[count++] = sample.pds()[i];
            }
        }
        double[] sorted = Arrays.copyOf(selected, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
