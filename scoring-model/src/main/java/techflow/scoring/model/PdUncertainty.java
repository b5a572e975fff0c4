package techflow.scoring.model;

import java.util.List;
import techflow.scoring.score.PdInterval;
import techflow.scoring.score.ProbabilityOfDefault;

/**
 * How far the PD of a firm could be elsewhere had other firms been drawn to train on: replicates of a bootstrap, each a
 * small change of the calibrated log-odds that is linear in the model's own terms.
 *
 * <p>A replicate b moves the calibrated log-odds of a firm with terms t by {@code shift_b + Σ weight_bj · t_j}. The interval
 * holds the middle {@link #level} of the replicates, so it always surrounds, or nearly so, the PD that is served.
 *
 * <p>Covered: the sampling error of the weights of the terms and of the calibration, with the firms drawn whole, so that a
 * firm seen at several as-ofs counts once. Not covered: the choice of features, bins and model form, missing values that
 * mean something else later, and a change of the economy. A firm far from all training firms can be less certain than the
 * interval says.
 *
 * @param replicates one list per replicate: the shift, then one weight per feature of the model, in the model's order
 * @param level share of replicates inside the interval, in (0, 1), such as 0.9
 */
public record PdUncertainty(List<List<Double>> replicates, double level) {
    /** @throws IllegalArgumentException without two replicates, when they differ in length, or for a level outside (0, 1) */
    public PdUncertainty {
        replicates = replicates.stream().map(List::copyOf).toList();
        if (replicates.size() < 2 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("an interval needs 2 replicates and a level in (0, 1), found "
                    + replicates.size() + " and " + level);
        }
        int length = replicates.getFirst().size();
        if (length < 2 || replicates.stream().anyMatch(one -> one.size() != length)) {
            throw new IllegalArgumentException(
                    "every replicate needs a shift and one weight per feature, found lengths "
                            + replicates.stream().map(List::size).distinct().toList());
        }
    }

    /** How many features it is made for. */
    public int features() {
        return replicates.getFirst().size() - 1;
    }

    /**
     * The interval of one firm.
     *
     * @param logOdds its calibrated log-odds good : bad
     * @param terms what {@link ScoringModel#terms} gives for it
     */
    public PdInterval interval(double logOdds, double[] terms) {
        if (terms.length != features()) {
            throw new IllegalArgumentException("made for " + features() + " terms, found " + terms.length);
        }
        double[] moved = replicates.stream()
                .mapToDouble(one -> logOdds + change(one, terms))
                .sorted()
                .toArray();
        double tail = (1 - level) / 2;
        return new PdInterval(pd(quantile(moved, 1 - tail)), pd(quantile(moved, tail)), level);
    }

    private static double change(List<Double> replicate, double[] terms) {
        double sum = replicate.getFirst();
        for (int i = 0; i < terms.length; i++) {
            sum += replicate.get(i + 1) * terms[i];
        }
        return sum;
    }

    /** Linear between the two nearest ranks. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Log-odds beyond ±30 would only round the PD to 0 or 1. */
    private static double pd(double logOdds) {
        return ProbabilityOfDefault.ofLogOdds(Math.clamp(logOdds, -30, 30)).value();
    }
}
