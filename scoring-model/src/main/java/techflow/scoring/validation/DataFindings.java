package techflow.scoring.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import techflow.features.definition.FeatureName;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.artifact.ModelManifest.TrainingData;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.validation.ValidationRows.Role;

/**
 * Section 2: where the rows come from, what was left out, and whether anything leaks.
 *
 * @param days the as-of days and what each was used for
 * @param firms firms among the tested rows
 * @param firmsSeen how many of them the model also saw, at earlier days
 * @param coverage of each feature of the model, in its order
 * @param strongest the features that alone part tested bads from goods best, strongest first: near 1 means a leak
 */
public record DataFindings(
        List<Day> days, int firms, int firmsSeen, List<Coverage> coverage, List<SingleFeature> strongest) {
    private static final int SHOWN = 5;

    /** The rows of an as-of day. */
    public record Day(LocalDate asOf, int rows, int bads, Role role) {}

    /** Share of known values. @param development empty when there is no such sample */
    public record Coverage(FeatureName feature, Optional<Double> development, double tested) {}

    /** @param auc of the feature alone in its better direction, missing as a value of its own at either end */
    public record SingleFeature(FeatureName feature, double auc) {}

    static DataFindings of(ValidationSubject subject) {
        ValidationRows rows = subject.rows();
        Set<EnterpriseId> tested = firms(rows.tested());
        Set<EnterpriseId> seen = rows.development().map(d -> firms(d.rows())).orElse(Set.of());
        List<FeatureName> features = subject.artifact().model().features();
        return new DataFindings(
                days(subject),
                tested.size(),
                (int) tested.stream().filter(seen::contains).count(),
                features.stream().map(feature -> coverage(rows, feature)).toList(),
                strongest(rows.tested()));
    }

    private static List<Day> days(ValidationSubject subject) {
        TrainingSet all = subject.rows().scorable();
        TrainingData data = subject.artifact().manifest().data();
        boolean outOfFold = subject.rows().way() == ValidationRows.Way.OUT_OF_FOLD;
        List<Day> days = new ArrayList<>();
        for (LocalDate day : all.days()) {
            TrainingSet part = all.where(row -> all.asOf(row).date().equals(day));
            days.add(new Day(
                    day, part.size(), part.badCount(), outOfFold ? Role.TESTED : ValidationRows.role(data, day)));
        }
        return days;
    }

    private static Set<EnterpriseId> firms(TrainingSet rows) {
        Set<EnterpriseId> firms = new HashSet<>();
        IntStream.range(0, rows.size()).forEach(row -> firms.add(rows.enterprise(row)));
        return firms;
    }

    private static Coverage coverage(ValidationRows rows, FeatureName feature) {
        return new Coverage(
                feature, rows.development().map(d -> known(d.rows(), feature)), known(rows.tested(), feature));
    }

    private static double known(TrainingSet rows, FeatureName feature) {
        double[] values = rows.column(rows.position(feature));
        return (double) IntStream.range(0, values.length)
                        .filter(i -> !Double.isNaN(values[i]))
                        .count()
                / values.length;
    }

    private static List<SingleFeature> strongest(TrainingSet rows) {
        return rows.schema().columns().stream()
                .map(column -> new SingleFeature(column.name(), auc(rows, column.name())))
                .sorted(Comparator.comparingDouble(feature -> -feature.auc()))
                .limit(SHOWN)
                .toList();
    }

    /** Missing once below and once above all known values; whichever of the four readings parts best. */
    private static double auc(TrainingSet rows, FeatureName feature) {
        double[] values = rows.column(rows.position(feature));
        double best = 0.5;
        for (double missing : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            double[] filled = new double[values.length];
            for (int i = 0; i < filled.length; i++) {
                filled[i] = Double.isNaN(values[i]) ? missing : values[i];
            }
            double auc = Discrimination.auc(new ScoredSample(ranks(filled), rows.bads()))
                    .value();
            best = Math.max(best, Math.max(auc, 1 - auc));
        }
        return best;
    }

    /** Into (0, 1), in order, ties kept: an AUC looks at nothing else. */
    private static double[] ranks(double[] values) {
        double[] distinct = java.util.Arrays.stream(values).sorted().distinct().toArray();
        return java.util.Arrays.stream(values)
                .map(value -> (java.util.Arrays.binarySearch(distinct, value) + 1.0) / (distinct.length + 1.0))
                .toArray();
    }
}
