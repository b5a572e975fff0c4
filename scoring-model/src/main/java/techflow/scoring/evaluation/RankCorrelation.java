package techflow.scoring.evaluation;

import java.util.Arrays;

/** Spearman's rank correlation, tied values sharing the mean of their ranks. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /** In [−1, 1]; 0 when either side is constant. */
    public static double of(double[] first, double[] second) {
        if (first.length != second.length || first.length < 2) {
            throw new IllegalArgumentException("a rank correlation needs two columns of one length, found "
                    + first.length + " and " + second.length);
        }
        double[] a = AucPlacements.midRanks(first);
        double[] b = AucPlacements.midRanks(second);
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double both = 0;
        double own = 0;
        double other = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            own += (a[i] - meanA) * (a[i] - meanA);
            other += (b[i] - meanB) * (b[i] - meanB);
        }
        return own == 0 || other == 0 ? 0 : both / Math.sqrt(own * other);
    }
}
