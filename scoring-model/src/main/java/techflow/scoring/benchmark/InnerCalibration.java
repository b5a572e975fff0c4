package techflow.scoring.benchmark;

import java.util.function.BiFunction;
import techflow.scoring.model.Calibrator;
import techflow.scoring.training.Calibration;
import techflow.scoring.training.InnerSplits;
import techflow.scoring.training.TrainingSet;

/**
 * Calibrates on log-odds that are out of fold within the training rows. A small sample is parted several times, because one
 * parting says little, into many folds, because a model of fewer rows is spread less, and is left as it is unless calibrating pays: it must gain more log-likelihood than its two
 * parameters cost by Akaike's price. Of a hundred firms a line fitted to chance would do more harm than good.
 */
final class InnerCalibration {
    /** With fewer goods or bads than the first, ten folds; than the second, five; else three. */
    private static final int TEN_FOLDS_BELOW = 100;

    private static final int FIVE_FOLDS_BELOW = 1000;
    private static final int ENOUGH_BADS = 200;
    private static final int MOST_REPEATS = 4;
    private static final double AKAIKE_PRICE = 2;

    private InnerCalibration() {}

    /** @param logOdds trains on the first set and foretells the second */
    static Calibrator fit(TrainingSet set, long seed, BiFunction<TrainingSet, TrainingSet, double[]> logOdds) {
        int fewer = Math.min(set.badCount(), set.size() - set.badCount());
        int repeats = Math.clamp((ENOUGH_BADS + fewer - 1) / fewer, 1, MOST_REPEATS);
        int count = fewer < TEN_FOLDS_BELOW ? Math.min(10, fewer) : fewer < FIVE_FOLDS_BELOW ? 5 : 3;
        double[] raw = new double[set.size() * repeats];
        boolean[] bads = new boolean[raw.length];
        for (int repeat = 0; repeat < repeats; repeat++) {
            int[] folds = InnerSplits.stratified(set, count, seed + repeat);
            for (int fold = 0; fold < count; fold++) {
                int own = fold;
                double[] part = logOdds.apply(set.where(row -> folds[row] != own), set.where(row -> folds[row] == own));
                int next = 0;
                for (int row = 0; row < set.size(); row++) {
                    if (folds[row] == fold) {
                        raw[repeat * set.size() + row] = part[next++];
                        bads[repeat * set.size() + row] = set.bad(row);
                    }
                }
            }
        }
        Calibrator fitted = Calibration.fit(raw, bads);
        double gain = (logLikelihood(raw, bads, fitted) - logLikelihood(raw, bads, Calibrator.IDENTITY)) / repeats;
        return gain > AKAIKE_PRICE ? fitted : Calibrator.IDENTITY;
    }

    private static double logLikelihood(double[] raw, boolean[] bads, Calibrator calibrator) {
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            double margin = calibrator.calibrate(raw[i]) * (bads[i] ? -1 : 1);
            sum -= margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
        }
        return sum;
    }
}
