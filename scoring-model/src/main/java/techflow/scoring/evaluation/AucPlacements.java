package techflow.scoring.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * For each bad the share of goods with a lower PD, and for each good the share of bads with a higher one, ties one half:
 * the structural components from which DeLong's variances follow. In the order of the rows.
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared as values
record AucPlacements(double[] ofBads, double[] ofGoods) {
    /** From mid-ranks, after Sun and Xu (2014). */
    static AucPlacements of(ScoredSample sample) {
        double[] bads = pds(sample, true);
        double[] goods = pds(sample, false);
        if (bads.length == 0 || goods.length == 0) {
            throw new IllegalArgumentException(
                    "AUC needs goods and bads, found " + goods.length + " and " + bads.length);
        }
        double[] both = Arrays.copyOf(bads, bads.length + goods.length);
        System.arraycopy(goods, 0, both, bads.length, goods.length);
        double[] among = midRanks(both);
        double[] amongBads = midRanks(bads);
        double[] amongGoods = midRanks(goods);
        double[] ofBads = new double[bads.length];
        for (int i = 0; i < bads.length; i++) {
            ofBads[i] = (among[i] - amongBads[i]) / goods.length;
        }
        double[] ofGoods = new double[goods.length];
        for (int i = 0; i < goods.length; i++) {
            ofGoods[i] = 1 - (among[bads.length + i] - amongGoods[i]) / bads.length;
        }
        return new AucPlacements(ofBads, ofGoods);
    }

    double auc() {
        return Arrays.stream(ofBads).average().orElseThrow();
    }

    /** The variance of {@link #auc}, or of the difference of two. */
    double variance() {
        return spread(ofBads) / ofBads.length + spread(ofGoods) / ofGoods.length;
    }

    /** Row by row, so that what two models have in common cancels. */
    AucPlacements minus(AucPlacements other) {
        return new AucPlacements(minus(ofBads, other.ofBads), minus(ofGoods, other.ofGoods));
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    private static double spread(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    /** Ranks from 1, tied values share the mean of theirs. */
    static double[] midRanks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double[] pds(ScoredSample sample, boolean bad) {
        return IntStream.range(0, sample.size())
                .filter(row -> sample.bads()[row] == bad)
                .mapToDouble(row -> sample.pds()[row])
                .toArray();
    }
}
