package techflow.scoring.engine.xgboost;

import java.util.Arrays;

/**
 * Log loss by number of rounds, averaged over the rows of one split or several.
 *
 * @param sums summed loss after 1, 2, … rounds
 * @param rows how many rows were judged
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, never compared as a value
record LossCurve(double[] sums, long rows) {
    static final LossCurve NONE = new LossCurve(new double[0], 0);

    /** A curve that stopped keeps its last loss, which is above its best. */
    LossCurve plus(LossCurve other) {
        double[] both = new double[Math.max(sums.length, other.sums.length)];
        for (int round = 0; round < both.length; round++) {
            both[round] = at(sums, round) + at(other.sums, round);
        }
        return new LossCurve(both, rows + other.rows);
    }

    /** The number of rounds of the least loss, the fewest of equals. */
    int bestRounds() {
        int best = 0;
        for (int round = 1; round < sums.length; round++) {
            best = sums[round] < sums[best] ? round : best;
        }
        return best + 1;
    }

    /** Mean loss at its best. */
    double bestLoss() {
        return Arrays.stream(sums).min().orElse(Double.NaN) / rows;
    }

    private static double at(double[] sums, int round) {
        return sums.length == 0 ? 0 : sums[Math.min(round, sums.length - 1)];
    }
}
