package techflow.scoring.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.SignalKind;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.policy.KnockOutRules;
import techflow.scoring.training.TrainingSet;

/**
 * Section 7: what scores do when a source is silent, a value slips by one bin, or patents are bought for show.
 *
 * @param firms tested rows looked at, spread evenly
 * @param bads defaults among them
 * @param before AUC of those rows as they are, empty without both outcomes
 * @param sources each kind of signal that the model depends on, made silent
 * @param bins each numeric feature moved to the next bin either way
 * @param patents all patent features moved as far as a firm could buy them, empty when the model has none
 */
public record SensitivityFindings(
        int firms,
        int bads,
        Optional<Double> before,
        List<SourceLoss> sources,
        List<BinStep> bins,
        Optional<Inflation> patents) {
    private static final int MOST_FIRMS = 1_500;

    /** What a firm that buys patents reaches: the value that 95 in 100 firms do not exceed. */
    private static final double BOUGHT = 0.95;

    /**
     * A change's effect on scores.
     *
     * @param meanPoints mean change of the score
     * @param meanMove mean size of the change
     * @param greatestMove largest size
     * @param better share of firms that get a better grade
     * @param worse share that get a worse one
     * @param pdRatio mean PD after over mean PD before
     */
    public record Effect(
            double meanPoints, double meanMove, double greatestMove, double better, double worse, double pdRatio) {}

    /**
     * A silent source.
     *
     * @param features of the model that need it
     * @param auc without it, empty without both outcomes
     * @param refused share of firms that would be too thin to score
     */
    public record SourceLoss(
            SignalKind source, List<FeatureName> features, Effect effect, Optional<Double> auc, double refused) {}

    /** @param down one bin lower @param up one bin higher */
    public record BinStep(FeatureName feature, Effect down, Effect up) {}

    /** @param features that were raised */
    public record Inflation(List<FeatureName> features, Effect effect) {}

    static SensitivityFindings of(ValidationSubject subject) {
        TrainingSet rows = Draw.spread(subject.rows().tested(), MOST_FIRMS);
        return new Sweep(subject, rows).findings();
    }

    /** The work on one sample of rows. */
    private static final class Sweep {
        private final ValidationSubject subject;
        private final TrainingSet rows;
        private final List<FeatureVector> vectors = new ArrayList<>();
        private final double[] before;

        Sweep(ValidationSubject subject, TrainingSet rows) {
            this.subject = subject;
            this.rows = rows;
            for (int row = 0; row < rows.size(); row++) {
                vectors.add(rows.vector(row));
            }
            this.before = logOdds(vectors);
        }

        SensitivityFindings findings() {
            return new SensitivityFindings(rows.size(), rows.badCount(), auc(before), sources(), bins(), patents());
        }

        private double[] logOdds(List<FeatureVector> of) {
            return of.stream().mapToDouble(subject.model()::logOdds).toArray();
        }

        private List<FeatureVector> changed(UnaryOperator<FeatureVector> change) {
            return vectors.stream().map(change).toList();
        }

        private List<SourceLoss> sources() {
            Map<SignalKind, List<FeatureName>> readers = new EnumMap<>(SignalKind.class);
            for (FeatureName feature : subject.artifact().model().features()) {
                for (SignalKind kind : subject.definition(feature).reads()) {
                    readers.computeIfAbsent(kind, none -> new ArrayList<>()).add(feature);
                }
            }
            List<SourceLoss> losses = new ArrayList<>();
            readers.forEach((kind, features) -> losses.add(loss(kind, features)));
            return losses;
        }

        private SourceLoss loss(SignalKind kind, List<FeatureName> features) {
            List<FeatureVector> silent = changed(vector -> Vectors.without(vector, new HashSet<>(features)));
            double[] after = logOdds(silent);
            double thin = (double) silent.stream()
                            .filter(vector -> !KnockOutRules.reasons(
                                            vector, subject.artifact().model().features())
                                    .isEmpty())
                            .count()
                    / silent.size();
            return new SourceLoss(kind, features, effect(after), auc(after), thin);
        }

        private List<BinStep> bins() {
            List<BinStep> steps = new ArrayList<>();
            for (FeatureName feature : subject.artifact().model().features()) {
                if (subject.definition(feature).labels().isEmpty()) {
                    double[] probes = Breakpoints.steps(
                            subject.artifact().model(), feature, subject.rows().scorable());
                    steps.add(new BinStep(
                            feature,
                            effect(logOdds(changed(vector -> stepped(vector, feature, probes, -1)))),
                            effect(logOdds(changed(vector -> stepped(vector, feature, probes, 1))))));
                }
            }
            return steps;
        }

        /** A missing value stays missing, and the ends stay where they are. */
        private static FeatureVector stepped(FeatureVector vector, FeatureName feature, double[] probes, int by) {
            double value = vector.number(feature);
            if (Double.isNaN(value)) {
                return vector;
            }
            int found = Arrays.binarySearch(probes, value);
            int cell = Math.max(0, found >= 0 ? found : -found - 2);
            int next = cell + by;
            return next < 0 || next >= probes.length
                    ? vector
                    : Vectors.with(vector, feature, FeatureValue.of(probes[next]));
        }

        private Optional<Inflation> patents() {
            List<FeatureDefinition> raised = subject.artifact().model().features().stream()
                    .map(subject::definition)
                    .filter(SweepRules::canBeBought)
                    .toList();
            if (raised.isEmpty()) {
                return Optional.empty();
            }
            List<FeatureVector> bought = vectors;
            for (FeatureDefinition definition : raised) {
                double most = SweepRules.quantile(rows.column(rows.position(definition.name())), BOUGHT);
                bought = bought.stream()
                        .map(vector -> raised(vector, definition.name(), most))
                        .toList();
            }
            return Optional.of(
                    new Inflation(raised.stream().map(FeatureDefinition::name).toList(), effect(logOdds(bought))));
        }

        private static FeatureVector raised(FeatureVector vector, FeatureName feature, double most) {
            double value = vector.number(feature);
            return value >= most || Double.isNaN(most) ? vector : Vectors.with(vector, feature, FeatureValue.of(most));
        }

        private Effect effect(double[] after) {
            ServedModel model = subject.model();
            double sum = 0;
            double size = 0;
            double most = 0;
            int better = 0;
            int worse = 0;
            for (int i = 0; i < after.length; i++) {
                double points = model.points(after[i]) - model.points(before[i]);
                int grades = model.grade(after[i]).compareTo(model.grade(before[i]));
                sum += points;
                size += Math.abs(points);
                most = Math.max(most, Math.abs(points));
                better += grades < 0 ? 1 : 0;
                worse += grades > 0 ? 1 : 0;
            }
            double n = after.length;
            return new Effect(sum / n, size / n, most, better / n, worse / n, meanPd(after) / meanPd(before));
        }

        private Optional<Double> auc(double[] logOdds) {
            ScoredSample sample =
                    new ScoredSample(Arrays.stream(logOdds).map(Sweep::pd).toArray(), rows.bads());
            return sample.hasBothOutcomes()
                    ? Optional.of(Discrimination.auc(sample).value())
                    : Optional.empty();
        }

        private static double meanPd(double[] logOdds) {
            return Arrays.stream(logOdds).map(Sweep::pd).average().orElseThrow();
        }

        private static double pd(double logOdds) {
            return 1 / (1 + Math.exp(logOdds));
        }
    }

    /** Which features money can raise with nothing behind. */
    private static final class SweepRules {
        private static final Set<SignalKind> PATENTS = Set.of(SignalKind.PATENT, SignalKind.PATENT_EVENT);

        private SweepRules() {}

        /** A number that patents alone, beside the master data, give, unless more of it is declared riskier. */
        static boolean canBeBought(FeatureDefinition definition) {
            boolean patentsOnly = definition.reads().stream()
                    .allMatch(kind -> PATENTS.contains(kind) || kind == SignalKind.ENTERPRISE_PROFILE);
            return definition.direction() != Direction.RISKIER_WHEN_HIGHER
                    && definition.labels().isEmpty()
                    && patentsOnly
                    && definition.reads().contains(SignalKind.PATENT);
        }

        static double quantile(double[] values, double share) {
            double[] known = Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            return known.length == 0 ? Double.NaN : known[(int) (share * (known.length - 1))];
        }
    }
}
