package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import techflow.problem.ModelFault;

/**
 * Chooses a scorecard's settings by folds within the training rows: how dear bins and turns are, where to and how far
 * coefficients are pulled, how strongly WoE shrinks, and what a line must gain.
 *
 * <p>One after the other. A setting is left only for one whose log loss on the rows left out is smaller by more than two of
 * its standard errors, rows paired, so that small data keep what has proved robust; among such the smallest loss wins. Of
 * prices for a line the dearest is taken whose loss is greater by no more than a tenth of its standard error: fewer lines
 * are easier to defend. With fewer than 60 bads nothing is searched: their folds choose by chance. Deterministic;
 * nothing outside the training rows is looked at.
 */
final class ScorecardSearch {
    private static final int FOLDS = 4;
    private static final int LEAST_BADS = 60;
    private static final List<Double> BIN_PRICES = List.of(1.0, 2.0, 4.0);
    private static final List<Double> TURNS_TO_BINS = List.of(1.0, 4.0);
    private static final List<Double> L2 = List.of(3.0, 10.0, 30.0, 100.0);
    private static final List<Double> PRIORS = List.of(0.5, 5.0, 20.0);
    private static final List<Double> LINE_PRICES = List.of(1.0, 2.0, 4.0);
    private static final double FOR_FEWER_LINES = 0.1;
    private static final double CLEAR = 2;

    /** Rounds of progress. */
    static final int TRIALS = 1
            + BIN_PRICES.size() * TURNS_TO_BINS.size()
            + Shrinkage.values().length * L2.size()
            + PRIORS.size()
            + LINE_PRICES.size();

    private final List<Candidate> candidates;
    private final TrainingSet set;
    private final int[] folds;
    private final TrainingProgress progress;
    private int done;

    ScorecardSearch(TrainingSet set, List<Candidate> candidates, long seed, TrainingProgress progress) {
        this.set = set;
        this.candidates = candidates;
        this.progress = progress;
        folds = InnerFolds.of(set, FOLDS, seed);
    }

    /** The settings, beginning from others. */
    TrainingSettings from(TrainingSettings start) {
        if (Math.min(set.badCount(), set.size() - set.badCount()) < LEAST_BADS) {
            return start;
        }
        Trial found = trial(start.withLinePrice(0));
        found = best(found, binnings());
        found = best(found, pulls());
        found = best(found, priors());
        return fewest(found).settings();
    }

    /**
     * Settings and what they lost.
     *
     * @param losses log loss of each row by a scorecard that did not see its firm
     */
    @SuppressWarnings("ArrayRecordComponent") // a column of numbers, never compared as a value
    private record Trial(TrainingSettings settings, double[] losses) {}

    private Trial trial(TrainingSettings settings) {
        return new Trial(settings, losses(settings));
    }

    private static List<UnaryOperator<TrainingSettings>> binnings() {
        List<UnaryOperator<TrainingSettings>> changes = new ArrayList<>();
        for (double price : BIN_PRICES) {
            for (double turn : TURNS_TO_BINS) {
                changes.add(settings -> settings.withBinning(settings.binning().withPrices(price, turn * price)));
            }
        }
        return changes;
    }

    private static List<UnaryOperator<TrainingSettings>> pulls() {
        List<UnaryOperator<TrainingSettings>> changes = new ArrayList<>();
        for (Shrinkage shrinkage : Shrinkage.values()) {
            for (double l2 : L2) {
                changes.add(settings -> settings.withShrinkage(shrinkage).withL2(l2));
            }
        }
        return changes;
    }

    private static List<UnaryOperator<TrainingSettings>> priors() {
        return PRIORS.stream()
                .<UnaryOperator<TrainingSettings>>map(prior ->
                        settings -> settings.withBinning(settings.binning().withPrior(prior)))
                .toList();
    }

    private Trial best(Trial from, List<UnaryOperator<TrainingSettings>> changes) {
        Trial found = from;
        for (UnaryOperator<TrainingSettings> change : changes) {
            Trial tried = trial(change.apply(from.settings()));
            boolean clear = excess(tried, from, CLEAR) < 0;
            if (clear && mean(tried.losses()) < mean(found.losses())) {
                found = tried;
            }
        }
        return found;
    }

    private Trial fewest(Trial from) {
        Trial found = from;
        for (double price : LINE_PRICES) {
            Trial tried = trial(from.settings().withLinePrice(price));
            if (excess(tried, from, -FOR_FEWER_LINES) <= 0) {
                found = tried;
            }
        }
        return found;
    }

    /** Mean difference of the losses, and so many standard errors on top. */
    private static double excess(Trial tried, Trial from, double errors) {
        double[] more = IntStream.range(0, from.losses().length)
                .mapToDouble(i -> tried.losses()[i] - from.losses()[i])
                .toArray();
        double mean = mean(more);
        double squares = Arrays.stream(more).map(d -> (d - mean) * (d - mean)).sum();
        return mean + errors * Math.sqrt(squares / (more.length - 1) / more.length);
    }

    /** Log loss of each row by a scorecard that did not see its firm; infinite when none could be fitted. */
    private double[] losses(TrainingSettings settings) {
        double[] losses = new double[set.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            int[] rows = IntStream.range(0, losses.length)
                    .filter(row -> folds[row] == out)
                    .toArray();
            double[] logOdds = logOdds(settings, out, rows.length);
            for (int i = 0; i < rows.length; i++) {
                losses[rows[i]] = LogLoss.of(logOdds[i], set.bad(rows[i]));
            }
        }
        progress.round(++done, TRIALS, mean(losses));
        return losses;
    }

    /** NaN, whose loss is never the least, when nothing can be learned without the fold. */
    private double[] logOdds(TrainingSettings settings, int fold, int size) {
        TrainingSet others = set.where(row -> folds[row] != fold);
        TrainingSet own = set.where(row -> folds[row] == fold);
        try {
            return WoeColumn.logOdds(
                    new ScorecardFitter(SearchRegression.INSTANCE, candidates, settings)
                            .fit(others)
                            .scorecard(),
                    own);
        } catch (ModelFault nothingLearned) {
            double[] unknown = new double[size];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
