package techflow.scoring.benchmark;

import java.util.Arrays;
import java.util.Comparator;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.evaluation.ScoredSample;

/**
 * What PDs are worth on rows whose outcome is known.
 *
 * @param auc probability that a bad has a higher PD than a good, ties one half
 * @param aucError standard error of {@code auc} after DeLong
 * @param ks largest distance of the two distribution functions
 * @param brier mean squared error of the PDs
 * @param logLoss mean −ln of the probability that was given to what happened
 * @param calibrationError mean |default rate − mean PD| over {@link #CALIBRATION_BINS} bins of equally many rows in the
 *     order of the PDs, weighed by rows
 */
public record Figures(double auc, double aucError, double ks, double brier, double logLoss, double calibrationError) {
    /** Bins of the calibration error. */
    public static final int CALIBRATION_BINS = 10;

    private static final double Z = 1.959963984540054;

    /** @throws IllegalArgumentException when goods or bads are absent */
    public static Figures of(ScoredSample sample) {
        Estimate auc = Discrimination.auc(sample);
        Integer[] order = order(sample.pds());
        double brier = 0;
        double loss = 0;
        for (int row = 0; row < sample.size(); row++) {
            double pd = sample.pds()[row];
            double outcome = sample.bads()[row] ? 1 : 0;
            brier += (outcome - pd) * (outcome - pd);
            loss -= Math.log(sample.bads()[row] ? pd : 1 - pd);
        }
        return new Figures(
                auc.value(),
                (auc.value() - auc.low()) / Z,
                ks(sample, order),
                brier / sample.size(),
                loss / sample.size(),
                calibrationError(sample, order));
    }

    private static Integer[] order(double[] pds) {
        Integer[] order = new Integer[pds.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(row -> pds[row]));
        return order;
    }

    private static double ks(ScoredSample sample, Integer[] order) {
        double bads = sample.badCount();
        double goods = sample.size() - bads;
        double greatest = 0;
        double distance = 0;
        for (int i = 0; i < order.length; i++) {
            distance += sample.bads()[order[i]] ? -1 / bads : 1 / goods;
            boolean tied = i + 1 < order.length && sample.pds()[order[i]] == sample.pds()[order[i + 1]];
            greatest = tied ? greatest : Math.max(greatest, Math.abs(distance));
        }
        return greatest;
    }

    private static double calibrationError(ScoredSample sample, Integer[] order) {
        int size = order.length;
        double error = 0;
        for (int bin = 0; bin < CALIBRATION_BINS; bin++) {
            double apart = 0;
            int from = (int) ((long) bin * size / CALIBRATION_BINS);
            int to = (int) ((long) (bin + 1) * size / CALIBRATION_BINS);
            for (int i = from; i < to; i++) {
                apart += (sample.bads()[order[i]] ? 1 : 0) - sample.pds()[order[i]];
            }
            error += Math.abs(apart) / size;
        }
        return error;
    }
}
