package techflow.scoring.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded, stratified bootstrap: goods and bads are drawn apart, so every replicate has as many of each. */
final class Bootstrap {
    private final int[] level;
    private final double[] pds;
    private final int[] goods;
    private final int[] bads;

    Bootstrap(ScoredSample sample) {
        double[] levels = Arrays.stream(sample.pds()).sorted().distinct().toArray();
        pds = sample.pds();
        level = Arrays.stream(pds)
                .mapToInt(pd -> Arrays.binarySearch(levels, pd))
                .toArray();
        goods = rows(sample, false);
        bads = rows(sample, true);
    }

    /** KS, Brier score and log loss of the sample and of its replicates. */
    Figures figures(int replicates, long seed) {
        double[] point = figures(goods, bads);
        double[][] drawn = new double[3][replicates];
        SplittableRandom random = new SplittableRandom(seed);
        for (int r = 0; r < replicates; r++) {
            double[] found = figures(draw(goods, random), draw(bads, random));
            for (int i = 0; i < found.length; i++) {
                drawn[i][r] = found[i];
            }
        }
        return new Figures(
                Estimate.ofReplicates(point[0], drawn[0]),
                Estimate.ofReplicates(point[1], drawn[1]),
                Estimate.ofReplicates(point[2], drawn[2]));
    }

    /** Three figures with their intervals. */
    record Figures(Estimate ks, Estimate brier, Estimate logLoss) {}

    private double[] figures(int[] goodRows, int[] badRows) {
        int[] goodAt = new int[pds.length];
        int[] badAt = new int[pds.length];
        double brier = 0;
        double loss = 0;
        for (int row : goodRows) {
            goodAt[level[row]]++;
            brier += pds[row] * pds[row];
            loss -= Math.log1p(-pds[row]);
        }
        for (int row : badRows) {
            badAt[level[row]]++;
            brier += (1 - pds[row]) * (1 - pds[row]);
            loss -= Math.log(pds[row]);
        }
        int rows = goodRows.length + badRows.length;
        return new double[] {ks(goodAt, badAt, goodRows.length, badRows.length), brier / rows, loss / rows};
    }

    private static double ks(int[] goodAt, int[] badAt, int goodRows, int badRows) {
        double most = 0;
        long good = 0;
        long bad = 0;
        for (int i = 0; i < goodAt.length; i++) {
            good += goodAt[i];
            bad += badAt[i];
            most = Math.max(most, Math.abs((double) good / goodRows - (double) bad / badRows));
        }
        return most;
    }

    private static int[] draw(int[] rows, SplittableRandom random) {
        int[] drawn = new int[rows.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = rows[random.nextInt(rows.length)];
        }
        return drawn;
    }

    private static int[] rows(ScoredSample sample, boolean bad) {
        return java.util.stream.IntStream.range(0, sample.size())
                .filter(i -> sample.bads()[i] == bad)
                .toArray();
    }
}
