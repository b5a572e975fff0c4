package techflow.scoring.model;

import java.util.List;
import techflow.scoring.score.PdInterval;
import techflow.scoring.score.ProbabilityOfDefault;

/**
 * How far the PD of a firm could be elsewhere had other firms been drawn to train on: replicates of a bootstrap, each a
 * small change of the calibrated log-odds that depends on the model's own terms.
 *
 * <p>Each term has knots, the values of a scorecard's bins or quantiles of a finer term. A replicate moves the calibrated
 * log-odds of a firm by a shift and, for each term, by the change at its value, linear between two knots and level beyond
 * the ends. The interval holds the middle {@link #level} of the replicates.
 *
 * <p>Covered: the sampling error of what the model makes of each feature, bin by bin, and of the calibration, with the firms
 * drawn whole, so that a firm seen at several as-ofs counts once. Not covered: the choice of features, of bin edges and of the
 * model's form, and a change of the economy. It is an interval of the mean PD of firms that the model cannot tell apart; the
 * own PDs of such firms scatter more widely, and no model can know by how much.
 *
 * @param knots for each feature of the model, in its order, the values of its term at which the replicates tell a change,
 *     ascending, at least one
 * @param replicates one list per replicate: the shift, then the change at every knot, feature after feature
 * @param level share of replicates inside the interval, in (0, 1), such as 0.9
 */
public record PdUncertainty(List<List<Double>> knots, List<List<Double>> replicates, double level) {
    /** @throws IllegalArgumentException without two replicates, when they do not fit the knots, or for a level outside (0, 1) */
    public PdUncertainty {
        knots = knots.stream().map(List::copyOf).toList();
        replicates = replicates.stream().map(List::copyOf).toList();
        if (replicates.size() < 2 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("an interval needs 2 replicates and a level in (0, 1), found "
                    + replicates.size() + " and " + level);
        }
        int length = 1 + knots.stream().mapToInt(List::size).sum();
        if (knots.stream().anyMatch(List::isEmpty) || replicates.stream().anyMatch(one -> one.size() != length)) {
            throw new IllegalArgumentException("every term needs a knot and every replicate " + length
                    + " numbers, found lengths "
                    + replicates.stream().map(List::size).distinct().toList());
        }
    }

    /**
     * The interval of one firm.
     *
     * @param logOdds its calibrated log-odds good : bad
     * @param terms what {@link ScoringModel#terms} gives for it
     */
    public PdInterval interval(double logOdds, double[] terms) {
        if (terms.length != knots.size()) {
            throw new IllegalArgumentException("made for " + knots.size() + " terms, found " + terms.length);
        }
        double[] moved = replicates.stream()
                .mapToDouble(one -> logOdds + change(one, terms))
                .sorted()
                .toArray();
        double tail = (1 - level) / 2;
        return new PdInterval(pd(quantile(moved, 1 - tail)), pd(quantile(moved, tail)), level);
    }

    private double change(List<Double> replicate, double[] terms) {
        double sum = replicate.getFirst();
        int from = 1;
        for (int i = 0; i < terms.length; i++) {
            Place place = Place.of(knots.get(i), terms[i]);
            double below = replicate.get(from + place.below());
            double above = replicate.get(from + place.above());
            sum += below + place.share() * (above - below);
            from += knots.get(i).size();
        }
        return sum;
    }

    /**
     * Where a value stands among knots.
     *
     * @param share 0 at the knot below, 1 at the knot above
     */
    public record Place(int below, int above, double share) {
        /** @param knots ascending, at least one */
        public static Place of(List<Double> knots, double value) {
            int last = knots.size() - 1;
            if (value <= knots.getFirst()) {
                return new Place(0, 0, 0);
            }
            if (value >= knots.getLast()) {
                return new Place(last, last, 0);
            }
            int above = 1;
            while (knots.get(above) < value) {
                above++;
            }
            double below = knots.get(above - 1);
            return new Place(above - 1, above, (value - below) / (knots.get(above) - below));
        }
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
