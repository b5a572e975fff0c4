package techflow.scoring.evaluation;

/**
 * PDs and what became of the firms. The arrays are not copied; do not change them.
 *
 * @param pds 12-month PDs, each in (0, 1)
 * @param bads true where the firm defaulted
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, never compared as a value
public record ScoredSample(double[] pds, boolean[] bads) {
    public ScoredSample {
        if (pds.length != bads.length || pds.length == 0) {
            throw new IllegalArgumentException(
                    "one outcome per PD and at least one, found " + pds.length + " PDs, " + bads.length + " outcomes");
        }
        for (double pd : pds) {
            if (!(pd > 0 && pd < 1)) {
                throw new IllegalArgumentException("PD must lie in (0, 1), found " + pd);
            }
        }
    }

    public int size() {
        return pds.length;
    }

    public int badCount() {
        int count = 0;
        for (boolean bad : bads) {
            count += bad ? 1 : 0;
        }
        return count;
    }

    /** Mean PD. */
    public double expectedRate() {
        double sum = 0;
        for (double pd : pds) {
            sum += pd;
        }
        return sum / pds.length;
    }

    /** Share of bads. */
    public double observedRate() {
        return (double) badCount() / size();
    }

    /** True when both goods and bads are present, so that discrimination means something. */
    public boolean hasBothOutcomes() {
        int count = badCount();
        return count > 0 && count < size();
    }

    /** The natural logarithms of the odds good : bad. */
    public double[] logOdds() {
        double[] logOdds = new double[pds.length];
        for (int i = 0; i < pds.length; i++) {
            logOdds[i] = StrictMath.log((1 - pds[i]) / pds[i]);
        }
        return logOdds;
    }
}
