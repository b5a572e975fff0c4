package techflow.scoring.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.scoring.training.TrainingSet;

/**
 * Section 3: what each feature does in the served function, and whether that is what was declared.
 *
 * @param features one per feature of the model, in its order
 */
public record SoundnessFindings(List<FeatureLine> features) {
    /** Firms at which the function is looked at: a form that is not additive behaves differently at each. */
    private static final int FIRMS = 60;

    private static final double TOLERANCE = 1e-9;

    /**
     * One feature.
     *
     * @param definition its name, meaning, direction and reason
     * @param spread standard deviation of its points over the tested rows: its weight in the score
     * @param lowest fewest points it gave a tested row, against its own mean
     * @param highest most points, likewise
     * @param steps values at which it was looked at, one of every interval in which the function is constant
     * @param comparisons neighbouring values compared, over all firms
     * @param violations comparisons that contradict the declared direction
     * @param missingBest firms for which a missing value scores better than every known one
     */
    public record FeatureLine(
            FeatureDefinition definition,
            double spread,
            double lowest,
            double highest,
            int steps,
            int comparisons,
            int violations,
            int missingBest) {}

    public SoundnessFindings {
        features = List.copyOf(features);
    }

    public int violations() {
        return features.stream().mapToInt(FeatureLine::violations).sum();
    }

    /** Features for which missing scores best at some firm. */
    public long missingRewarded() {
        return features.stream().filter(line -> line.missingBest() > 0).count();
    }

    static SoundnessFindings of(ValidationSubject subject) {
        TrainingSet rows = subject.rows().tested();
        TrainingSet firms = Draw.spread(rows, FIRMS);
        double[][] terms = terms(subject, Draw.spread(rows, 5_000));
        List<FeatureName> features = subject.artifact().model().features();
        List<FeatureLine> lines = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            int index = i;
            double[] points = Arrays.stream(terms)
                    .mapToDouble(row -> row[index] * subject.model().pointsPerTerm())
                    .toArray();
            lines.add(line(subject, firms, features.get(i), points));
        }
        return new SoundnessFindings(lines);
    }

    private static double[][] terms(ValidationSubject subject, TrainingSet rows) {
        double[][] terms = new double[rows.size()][];
        for (int row = 0; row < terms.length; row++) {
            terms[row] = subject.artifact().model().terms(rows.vector(row));
        }
        return terms;
    }

    private static FeatureLine line(
            ValidationSubject subject, TrainingSet firms, FeatureName feature, double[] points) {
        FeatureDefinition definition = subject.definition(feature);
        FeatureValue[] probes = probes(subject, definition);
        int sign = sign(definition.direction());
        int violations = 0;
        int missingBest = 0;
        for (int row = 0; row < firms.size(); row++) {
            FeatureVector firm = firms.vector(row);
            double[] scores = Arrays.stream(probes)
                    .mapToDouble(value -> subject.model().logOdds(Vectors.with(firm, feature, value)))
                    .toArray();
            for (int i = 1; i < scores.length; i++) {
                violations += sign * (scores[i] - scores[i - 1]) < -TOLERANCE ? 1 : 0;
            }
            double missing =
                    subject.model().logOdds(Vectors.with(firm, feature, FeatureValue.missing(MissingReason.NO_DATA)));
            missingBest += missing > Arrays.stream(scores).max().orElseThrow() + TOLERANCE ? 1 : 0;
        }
        double mean = Arrays.stream(points).average().orElseThrow();
        return new FeatureLine(
                definition,
                Math.sqrt(Arrays.stream(points)
                        .map(p -> (p - mean) * (p - mean))
                        .average()
                        .orElseThrow()),
                Arrays.stream(points).min().orElseThrow() - mean,
                Arrays.stream(points).max().orElseThrow() - mean,
                probes.length,
                sign == 0 ? 0 : firms.size() * (probes.length - 1),
                violations,
                missingBest);
    }

    private static FeatureValue[] probes(ValidationSubject subject, FeatureDefinition definition) {
        if (!definition.labels().isEmpty()) {
            return definition.labels().stream().map(FeatureValue.Category::new).toArray(FeatureValue[]::new);
        }
        return Arrays.stream(Breakpoints.probes(subject.artifact().model(), definition.name()))
                .mapToObj(FeatureValue::of)
                .toArray(FeatureValue[]::new);
    }

    private static int sign(Direction direction) {
        return switch (direction) {
            case SAFER_WHEN_HIGHER -> 1;
            case RISKIER_WHEN_HIGHER -> -1;
            case NONE -> 0;
        };
    }
}
