package techflow.scoring.training;

import techflow.scoring.scorecard.Bin.Counts;

/** What is computed from goods and bads of cells and bins. */
final class Cells {
    private Cells() {}

    /**
     * Neighbouring cells.
     *
     * @param first index of the first cell
     * @param last index of the last cell, included
     */
    record Range(int first, int last, Counts counts) {}

    static Counts sum(Counts a, Counts b) {
        return new Counts(a.good() + b.good(), a.bad() + b.bad());
    }

    /** Log-likelihood of the outcomes at their own rate. */
    static double likelihood(Counts c) {
        return part(c.good(), c.total()) + part(c.bad(), c.total());
    }

    /** Twice the log-likelihood that is gained when two groups have a rate each. */
    static double gain(Counts a, Counts b) {
        return 2 * (likelihood(a) + likelihood(b) - likelihood(sum(a, b)));
    }

    private static double part(long count, long all) {
        return count == 0 ? 0 : count * StrictMath.log((double) count / all);
    }
}
