package techflow.scoring.training;

import techflow.features.definition.FeatureName;
import techflow.scoring.scorecard.Binning;

/**
 * A binned feature as a column of WoE.
 *
 * @param binning its bins
 * @param woe one per training row
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, never compared as a value
record WoeColumn(Binning binning, double[] woe) {
    static WoeColumn of(TrainingSet set, Binning binning) {
        int column = set.position(binning.feature());
        double[] woe = new double[set.size()];
        for (int row = 0; row < woe.length; row++) {
            woe[row] = binning.woe(set.value(row, column));
        }
        return new WoeColumn(binning, woe);
    }

    FeatureName feature() {
        return binning.feature();
    }

    /** Standard deviation. */
    double spread() {
        double mean = mean();
        double sum = 0;
        for (double w : woe) {
            sum += (w - mean) * (w - mean);
        }
        return Math.sqrt(sum / woe.length);
    }

    /** Pearson's correlation, 0 when a column is constant. */
    double correlation(WoeColumn other) {
        double mean = mean();
        double otherMean = other.mean();
        double sum = 0;
        for (int i = 0; i < woe.length; i++) {
            sum += (woe[i] - mean) * (other.woe[i] - otherMean);
        }
        double scale = woe.length * spread() * other.spread();
        return scale == 0 ? 0 : sum / scale;
    }

    private double mean() {
        double sum = 0;
        for (double w : woe) {
            sum += w;
        }
        return sum / woe.length;
    }
}
