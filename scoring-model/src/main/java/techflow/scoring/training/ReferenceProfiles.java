package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.scoring.model.Calibrator;
import techflow.scoring.model.ReferenceProfile;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.GradeScale;

/**
 * Whom a score is explained against: the firms of the next better grade, for R1 those of R1. When a grade has fewer than
 * 30 rows, the nearest grade that has enough stands in, the better of two equally near; the name always tells which.
 */
public final class ReferenceProfiles {
    private static final int LEAST_ROWS = 30;
    private static final int SAMPLED_ROWS = 60;

    private final TrainingSet set;
    private final ScoringModel model;
    private final double[][] terms;
    private final Map<CreditGrade, int[]> rowsByGrade;

    private ReferenceProfiles(TrainingSet set, ScoringModel model, Calibrator calibrator, GradeScale grades) {
        this.set = set;
        this.model = model;
        this.terms = new double[set.size()][];
        CreditGrade[] gradeOf = new CreditGrade[set.size()];
        for (int row = 0; row < set.size(); row++) {
            var vector = set.vector(row);
            terms[row] = model.terms(vector);
            double logOdds = calibrator.calibrate(model.logOdds(vector));
            gradeOf[row] = grades.grade(grades.scale().score(logOdds));
        }
        rowsByGrade = new EnumMap<>(CreditGrade.class);
        for (CreditGrade grade : CreditGrade.values()) {
            rowsByGrade.put(
                    grade,
                    IntStream.range(0, gradeOf.length)
                            .filter(i -> gradeOf[i] == grade)
                            .toArray());
        }
    }

    /** One profile per grade of the firm that is explained. @param set training rows, at least one */
    public static Map<CreditGrade, ReferenceProfile> of(
            TrainingSet set, ScoringModel model, Calibrator calibrator, GradeScale grades) {
        ReferenceProfiles profiles = new ReferenceProfiles(set, model, calibrator, grades);
        Map<CreditGrade, ReferenceProfile> byGrade = new EnumMap<>(CreditGrade.class);
        for (CreditGrade grade : CreditGrade.values()) {
            CreditGrade better = CreditGrade.values()[Math.max(0, grade.ordinal() - 1)];
            byGrade.put(grade, profiles.profile(profiles.nearest(better)));
        }
        return byGrade;
    }

    /** The nearest grade with enough rows; with none, the one with most rows. */
    private CreditGrade nearest(CreditGrade wanted) {
        CreditGrade found = CreditGrade.R1;
        int distance = Integer.MAX_VALUE;
        for (CreditGrade grade : CreditGrade.values()) {
            int away = Math.abs(grade.ordinal() - wanted.ordinal());
            if (rows(grade).length >= LEAST_ROWS && away < distance) {
                found = grade;
                distance = away;
            }
        }
        return distance < Integer.MAX_VALUE ? found : largest();
    }

    private CreditGrade largest() {
        return Arrays.stream(CreditGrade.values())
                .max(java.util.Comparator.comparingInt(grade -> rows(grade).length))
                .orElseThrow();
    }

    private ReferenceProfile profile(CreditGrade grade) {
        int[] rows = rows(grade);
        List<Double> means = new ArrayList<>();
        List<FeatureValue> typical = new ArrayList<>();
        for (int i = 0; i < model.features().size(); i++) {
            int term = i;
            means.add(Arrays.stream(rows).mapToDouble(row -> terms[row][term]).sum() / rows.length);
            typical.add(typical(rows, model.features().get(i)));
        }
        return new ReferenceProfile("GRADE_" + grade + "_MEAN", rows.length, means, typical, sample(rows));
    }

    /** Rows spread evenly over those of the grade, first and last included. */
    private List<List<FeatureValue>> sample(int[] rows) {
        int count = Math.min(SAMPLED_ROWS, rows.length);
        return IntStream.range(0, count)
                .map(i -> rows[count == 1 ? 0 : (int) ((long) i * (rows.length - 1) / (count - 1))])
                .mapToObj(row -> model.features().stream()
                        .map(feature -> set.value(row, set.position(feature)))
                        .toList())
                .toList();
    }

    private int[] rows(CreditGrade grade) {
        return java.util.Objects.requireNonNull(rowsByGrade.get(grade));
    }

    /** The lower median of known numbers or the commonest label; missing when nobody's is known. */
    private FeatureValue typical(int[] rows, FeatureName feature) {
        int column = set.position(feature);
        List<FeatureValue> known = Arrays.stream(rows)
                .mapToObj(row -> set.value(row, column))
                .filter(value -> !(value instanceof FeatureValue.Missing))
                .toList();
        if (known.isEmpty()) {
            return FeatureValue.missing(FeatureValue.MissingReason.NO_DATA);
        }
        List<String> labels = set.schema().columns().get(column).labels();
        return labels.isEmpty() ? median(known) : commonest(known, labels);
    }

    private static FeatureValue median(List<FeatureValue> known) {
        double[] numbers = known.stream()
                .mapToDouble(v -> v instanceof FeatureValue.Numeric n ? n.value() : Double.NaN)
                .sorted()
                .toArray();
        return FeatureValue.of(numbers[(numbers.length - 1) / 2]);
    }

    private static FeatureValue commonest(List<FeatureValue> known, List<String> labels) {
        String most = labels.getFirst();
        long count = -1;
        for (String label : labels) {
            long found = known.stream()
                    .filter(new FeatureValue.Category(label)::equals)
                    .count();
            if (found > count) {
                most = label;
                count = found;
            }
        }
        return new FeatureValue.Category(most);
    }
}
