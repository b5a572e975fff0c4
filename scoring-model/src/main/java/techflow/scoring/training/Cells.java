package techflow.scoring.training;

import techflow.scoring.scorecard.Bin.Counts;

/** What is computed from goods and bads of cells and bins. */
final class Cells {
    /** Added to goods and bads of every bin, so that an empty side has a finite WoE. */
    static final double SMOOTHING = 0.5;

    private Cells() {}

    /**
     * Neighbouring cells.
     *
     * @param first index of the first cell
     * @param last index of the last cell, included
     */
    record Range(int first, int last, Counts counts) {}

    /** WoE = ln(%good / %bad), with half a row added to each count. */
    static double woe(Counts bin, Counts total) {
        return StrictMath.log((bin.good() + SMOOTHING)
                / (total.good() + SMOOTHING)
                / ((bin.bad() + SMOOTHING) / (total.bad() + SMOOTHING)));
    }

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
