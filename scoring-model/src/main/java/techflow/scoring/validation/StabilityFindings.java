package techflow.scoring.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.definition.FeatureName;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.evaluation.Concentration;
import techflow.scoring.evaluation.Stability;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.training.TrainingSet;

/**
 * Section 6: whether firms and grades are still those of the training.
 *
 * @param score PSI of the grades against training, empty without training rows
 * @param features PSI of each feature of the model against training, in its order; empty likewise
 * @param grades how the tested rows spread over the grades
 * @param gradeCounts tested rows by grade, best first
 * @param migrations from one tested day to the next one, each firm that is there on both
 */
public record StabilityFindings(
        Optional<Stability> score,
        List<FeatureShift> features,
        Concentration grades,
        List<Long> gradeCounts,
        Optional<Migration> migrations) {
    /** Above this a shift is worth a look, however small the critical value. */
    public static final double WORTH_A_LOOK = 0.10;

    private static final int CELLS = 10;

    /** A feature's distribution against training; a missing value is a cell of its own. */
    public record FeatureShift(FeatureName feature, Stability stability) {
        public boolean shifted() {
            return stability.psi() > limit(stability);
        }
    }

    /**
     * Which grade became which.
     *
     * @param pairs of neighbouring days that were counted
     * @param counts from (row) to (column), best grade first
     */
    public record Migration(int pairs, List<List<Long>> counts) {
        /** Share of firms whose grade stayed, or moved by at most so many steps. */
        public double within(int steps) {
            long near = 0;
            long all = 0;
            for (int from = 0; from < counts.size(); from++) {
                for (int to = 0; to < counts.size(); to++) {
                    all += counts.get(from).get(to);
                    near += Math.abs(from - to) <= steps ? counts.get(from).get(to) : 0;
                }
            }
            return (double) near / all;
        }
    }

    public StabilityFindings {
        features = List.copyOf(features);
        gradeCounts = List.copyOf(gradeCounts);
    }

    /** The greater of {@link #WORTH_A_LOOK} and the critical value of the sample sizes. */
    public static double limit(Stability stability) {
        return Math.max(WORTH_A_LOOK, stability.critical());
    }

    static StabilityFindings of(ValidationSubject subject) {
        ValidationRows rows = subject.rows();
        ServedModel model = subject.model();
        long[] counts = model.gradeCounts(rows.scored());
        return new StabilityFindings(
                rows.development().map(d -> Stability.of(model.gradeCounts(d.scored()), counts)),
                rows.development().stream()
                        .flatMap(d -> subject.artifact().model().features().stream()
                                .map(feature -> new FeatureShift(feature, shift(d.rows(), rows.tested(), feature))))
                        .toList(),
                Concentration.of(counts),
                Arrays.stream(counts).boxed().toList(),
                migration(model, rows.tested()));
    }

    private static Stability shift(TrainingSet reference, TrainingSet current, FeatureName feature) {
        int column = reference.position(feature);
        boolean category = !reference.schema().columns().get(column).labels().isEmpty();
        double[] edges = category
                ? new double[reference.schema().columns().get(column).labels().size() - 1]
                : edges(reference.column(column));
        if (category) {
            Arrays.setAll(edges, i -> i + 1);
        }
        return Stability.of(count(reference.column(column), edges), count(current.column(column), edges));
    }

    /** Distinct deciles of the known values. */
    private static double[] edges(double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return new double[0];
        }
        double[] edges = new double[CELLS - 1];
        Arrays.setAll(edges, i -> known[(int) ((long) (i + 1) * known.length / CELLS)]);
        return Arrays.stream(edges).distinct().filter(edge -> edge > known[0]).toArray();
    }

    private static long[] count(double[] values, double[] edges) {
        long[] counts = new long[edges.length + 2];
        for (double value : values) {
            int found = Double.isNaN(value) ? -1 : Arrays.binarySearch(edges, value);
            int cell = Double.isNaN(value) ? edges.length + 1 : found >= 0 ? found + 1 : -found - 1;
            counts[cell]++;
        }
        return counts;
    }

    private static Optional<Migration> migration(ServedModel model, TrainingSet rows) {
        int grades = CreditGrade.values().length;
        long[][] counts = new long[grades][grades];
        Map<EnterpriseId, CreditGrade> before = new HashMap<>();
        int pairs = -1;
        for (LocalDate day : rows.days()) {
            Map<EnterpriseId, CreditGrade> now = new HashMap<>();
            for (int row = 0; row < rows.size(); row++) {
                if (rows.asOf(row).date().equals(day)) {
                    now.put(rows.enterprise(row), model.grade(model.logOdds(rows.vector(row))));
                }
            }
            Map<EnterpriseId, CreditGrade> earlier = before;
            now.forEach((firm, grade) -> {
                CreditGrade from = earlier.get(firm);
                if (from != null) {
                    counts[from.ordinal()][grade.ordinal()]++;
                }
            });
            before = now;
            pairs++;
        }
        return pairs < 1
                ? Optional.empty()
                : Optional.of(new Migration(pairs, toList(counts)))
                        .filter(found -> Arrays.stream(counts)
                                        .flatMapToLong(Arrays::stream)
                                        .sum()
                                > 0);
    }

    private static List<List<Long>> toList(long[][] counts) {
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return rows;
    }
}
