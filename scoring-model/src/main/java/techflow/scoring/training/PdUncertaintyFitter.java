package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import techflow.features.signal.EnterpriseId;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.evaluation.LogisticLine;
import techflow.scoring.model.PdUncertainty;
import techflow.scoring.model.ScoringModel;

/**
 * Draws the replicates of {@link PdUncertainty}: in each, firms are drawn with replacement, the weights of the model's
 * terms are fitted again on the training rows of the firms drawn, and the calibration again on the calibration rows of
 * another draw. What counts is the difference to the same fit on the firms as they were.
 *
 * @param replicates 2 or more; 200 give the ends of a 90 % interval to about a tenth of its width
 * @param level share of the replicates inside the interval, in (0, 1)
 * @param seed of the draws
 */
public record PdUncertaintyFitter(int replicates, double level, long seed) {
    /** 200 replicates, of which the middle 90 % make the interval. */
    public static final PdUncertaintyFitter STANDARD = new PdUncertaintyFitter(200, 0.9, 20261101);

    /** Replicates in which nothing could be fitted are drawn anew, so often at most for each. */
    private static final int MOST_TRIALS = 10;

    /** Digits of a weight that are kept: the interval moves by less than 1e-5 of log-odds. */
    private static final double PRECISION = 1e6;

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

        /** What a model leaves beside the sum of its terms: its intercept. */
        double constant() {
            return raw[0] - Arrays.stream(terms[0]).sum();
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
        double[] start = new double[model.features().size() + 1];
        Arrays.fill(start, 1);
        start[0] = trained.constant();
        TermRegression regression = new TermRegression(trained.terms(), trained.bads(), start);
        LogisticLine line = LogisticLine.fit(calibrated.raw(), calibrated.bads());
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Double>> drawn = new ArrayList<>();
        for (int trial = 0; drawn.size() < replicates; trial++) {
            if (trial > MOST_TRIALS * replicates) {
                throw unfit(training);
            }
            double[] weights = start.clone();
            double[] change = regression.change(trained.draw(random));
            for (int j = 0; j < weights.length; j++) {
                weights[j] += change[j];
            }
            replicate(calibrated, weights, line, random).ifPresent(drawn::add);
        }
        return new PdUncertainty(drawn, level);
    }

    /** The change of the calibrated log-odds; empty when the calibration rows drawn cannot be fitted. */
    private static java.util.Optional<List<Double>> replicate(
            Rows rows, double[] weights, LogisticLine point, SplittableRandom random) {
        try {
            LogisticLine line = calibrate(rows, weights, rows.draw(random));
            List<Double> change = new ArrayList<>();
            change.add(rounded(line.intercept()
                    + line.slope() * weights[0]
                    - point.intercept()
                    - point.slope() * rows.constant()));
            for (int j = 1; j < weights.length; j++) {
                change.add(rounded(line.slope() * weights[j] - point.slope()));
            }
            return java.util.Optional.of(change);
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty(); // one outcome only, or parted completely: drawn anew, and counted
        }
    }

    private static LogisticLine calibrate(Rows rows, double[] weights, int[] counts) {
        int size = Arrays.stream(counts).sum();
        double[] raw = new double[size];
        boolean[] bads = new boolean[size];
        int next = 0;
        for (int row = 0; row < counts.length; row++) {
            double sum = weights[0];
            for (int j = 1; j < weights.length; j++) {
                sum += weights[j] * rows.terms()[row][j - 1];
            }
            for (int i = 0; i < counts[row]; i++) {
                raw[next] = sum;
                bads[next++] = rows.bads()[row];
            }
        }
        return LogisticLine.fit(raw, bads);
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
