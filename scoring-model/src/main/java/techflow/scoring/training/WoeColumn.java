package techflow.scoring.training;

import java.util.Arrays;
import techflow.features.definition.FeatureName;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.Characteristic;
import techflow.scoring.scorecard.Scorecard;

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

    /** Raw log-odds by row, column by column: the same as row by row but for the order of addition. */
    static double[] logOdds(Scorecard card, TrainingSet set) {
        double[] sums = new double[set.size()];
        Arrays.fill(sums, card.intercept());
        for (Characteristic line : card.characteristics()) {
            double[] woe = of(set, line.binning()).woe();
            for (int row = 0; row < sums.length; row++) {
                sums[row] += line.coefficient() * woe[row];
            }
        }
        return sums;
    }

    FeatureName feature() {
        return binning.feature();
    }

    /** With mean 0 and sum of squares 1, so that products are Pearson's correlations; all 0 when it is constant. */
    WoeColumn standardised() {
        double mean = mean();
        double squares = 0;
        for (double w : woe) {
            squares += (w - mean) * (w - mean);
        }
        double[] standard = new double[woe.length];
        for (int i = 0; i < standard.length; i++) {
            standard[i] = squares == 0 ? 0 : (woe[i] - mean) / Math.sqrt(squares);
        }
        return new WoeColumn(binning, standard);
    }

    double dot(WoeColumn other) {
        double sum = 0;
        for (int i = 0; i < woe.length; i++) {
            sum += woe[i] * other.woe[i];
        }
        return sum;
    }

    private double mean() {
        double sum = 0;
        for (double w : woe) {
            sum += w;
        }
        return sum / woe.length;
    }
}
