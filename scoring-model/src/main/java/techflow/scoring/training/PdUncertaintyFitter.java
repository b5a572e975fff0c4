package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import techflow.features.signal.EnterpriseId;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.evaluation.LogisticLine;
import techflow.scoring.model.PdUncertainty;
import techflow.scoring.model.ScoringModel;

/**
 * Draws the replicates of {@link PdUncertainty}: in each, firms are drawn with replacement, what the model makes of each
 * feature is fitted again on the training rows of the firms drawn, bin by bin, and the calibration again on the calibration
 * rows of another draw. What counts is the difference to the same fit on the firms as they were.
 *
 * @param replicates 2 or more; 100 give the ends of a 90 % interval to about a seventh of its width
 * @param level share of the replicates inside the interval, in (0, 1)
 * @param seed of the draws
 */
public record PdUncertaintyFitter(int replicates, double level, long seed) {
    /** 100 replicates, of which the middle 90 % make the interval. */
    public static final PdUncertaintyFitter STANDARD = new PdUncertaintyFitter(100, 0.9, 20261101);

    /** Replicates in which nothing could be fitted are drawn anew, so often at most for each. */
    private static final int MOST_TRIALS = 10;

    /** Changes are kept to so many parts of a unit of log-odds: 20 of them move a PD by a thousandth of itself at most. */
    private static final double PRECISION = 1e4;

    /** The rows of one part, and which of them belong to one firm. */
    private record Rows(double[][] terms, double[] raw, boolean[] bads, List<int[]> firms) {
        static Rows of(TrainingSet set, ScoringModel model) {
            double[][] terms = new double[set.size()][];
            double[] raw = new double[set.size()];
            Map<EnterpriseId, List<Integer>> byFirm = new HashMap<>();
            List<List<Integer>> inOrder = new ArrayList<>();
            for (int row = 0; row < raw.length; row++) {
                var vector = set.vector(row);
                terms[row] = model.terms(vector);
                raw[row] = model.logOdds(vector);
                byFirm.computeIfAbsent(vector.enterprise(), firm -> {
                            List<Integer> rows = new ArrayList<>();
                            inOrder.add(rows);
                            return rows;
                        })
                        .add(row);
            }
            return new Rows(
                    terms,
                    raw,
                    set.bads(),
                    inOrder.stream()
                            .map(rows ->
                                    rows.stream().mapToInt(Integer::intValue).toArray())
                            .toList());
        }

        /** How often each row counts when as many firms as there are are drawn with replacement. */
        int[] draw(SplittableRandom random) {
            int[] counts = new int[raw.length];
            for (int i = 0; i < firms.size(); i++) {
                for (int row : firms.get(random.nextInt(firms.size()))) {
                    counts[row]++;
                }
            }
            return counts;
        }
    }

    /**
     * The uncertainty of a model.
     *
     * @param training rows that its weights were fitted on
     * @param calibration rows that its calibration was fitted on; the training rows when it was calibrated out of fold
     * @throws ModelFault TRAINING_DATA_UNFIT when too few rows leave most draws without a fit
     */
    public PdUncertainty fit(ScoringModel model, TrainingSet training, TrainingSet calibration) {
        Rows trained = Rows.of(training, model);
        Rows calibrated = Rows.of(calibration, model);
        TermRegression regression = new TermRegression(trained.terms(), trained.raw(), trained.bads());
        LogisticLine line = LogisticLine.fit(calibrated.raw(), calibrated.bads());
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Double>> drawn = new ArrayList<>();
        for (int trial = 0; drawn.size() < replicates; trial++) {
            if (trial > MOST_TRIALS * replicates) {
                throw unfit(training);
            }
            double[] change = regression.moved(trained.draw(random));
            recalibrated(calibrated, regression, change, random)
                    .ifPresent(again -> drawn.add(replicate(regression, change, again, line)));
        }
        return new PdUncertainty(regression.knots(), drawn, level);
    }

    /** The calibrated log-odds are {@code intercept + slope · raw}: here the change of both sides of the product. */
    private static List<Double> replicate(
            TermRegression regression, double[] change, LogisticLine again, LogisticLine point) {
        List<Double> moved = new ArrayList<>();
        double slope = again.slope() - point.slope();
        double constant = regression.constant();
        moved.add(rounded(again.intercept() - point.intercept() + slope * constant + again.slope() * change[0]));
        int next = 1;
        for (List<Double> knots : regression.knots()) {
            for (double knot : knots) {
                moved.add(rounded(slope * knot + again.slope() * change[next++]));
            }
        }
        return moved;
    }

    /** Empty when the calibration rows drawn cannot be fitted. */
    private static Optional<LogisticLine> recalibrated(
            Rows rows, TermRegression regression, double[] change, SplittableRandom random) {
        int[] counts = rows.draw(random);
        int size = Arrays.stream(counts).sum();
        double[] raw = new double[size];
        boolean[] bads = new boolean[size];
        int next = 0;
        for (int row = 0; row < counts.length; row++) {
            double moved = regression.logOdds(rows.raw()[row], rows.terms()[row], change);
            for (int i = 0; i < counts[row]; i++) {
                raw[next] = moved;
                bads[next++] = rows.bads()[row];
            }
        }
        try {
            return Optional.of(LogisticLine.fit(raw, bads));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // one outcome only, or parted completely: drawn anew, and counted
        }
    }

    private static double rounded(double value) {
        return Math.rint(value * PRECISION) / PRECISION;
    }

    private ModelFault unfit(TrainingSet training) {
        return new ModelFault(
                ProblemCode.TRAINING_DATA_UNFIT,
                "The uncertainty of the PD needs draws that can be fitted; of %d draws of %d rows with %d bads too few could"
                        .formatted(MOST_TRIALS * replicates, training.size(), training.badCount()),
                Parameter.safe("rows", training.size()),
                Parameter.safe("bads", training.badCount()));
    }
}
