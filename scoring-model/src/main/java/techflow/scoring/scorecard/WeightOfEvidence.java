package techflow.scoring.scorecard;

import techflow.scoring.scorecard.Bin.Counts;

/** Weight of evidence and information value, by one formula for all. */
public final class WeightOfEvidence {
    /** Half a row of the rarer outcome: enough for an empty side to have a finite WoE. */
    public static final double HALF_A_ROW = 0.5;

    private WeightOfEvidence() {}

    /**
     * WoE = ln(%good / %bad), higher is safer.
     *
     * @param bin what fell into the bin
     * @param total what fell into all bins, both outcomes present
     * @param prior so many of the rarer outcome, and the commoner in proportion, are added to the bin, which shrinks the WoE
     *     of few rows to 0; above 0
     */
    public static double of(Counts bin, Counts total, double prior) {
        double rarer = Math.min(total.good(), total.bad());
        double good = bin.good() + prior * total.good() / rarer;
        double bad = bin.bad() + prior * total.bad() / rarer;
        return StrictMath.log(good * total.bad() / (bad * total.good()));
    }

    /** Σ (%good − %bad) · WoE over all bins; 0 or more but for bins whose WoE was held down. */
    public static double informationValue(Binning binning) {
        Counts total = total(binning);
        double value = 0;
        for (Bin bin : binning.all()) {
            double goods = (double) bin.counts().good() / total.good();
            double bads = (double) bin.counts().bad() / total.bad();
            value += (goods - bads) * bin.woe();
        }
        return value;
    }

    /** What fell into all bins. */
    public static Counts total(Binning binning) {
        long good = 0;
        long bad = 0;
        for (Bin bin : binning.all()) {
            good += bin.counts().good();
            bad += bin.counts().bad();
        }
        return new Counts(good, bad);
    }
}
