package techflow.scoring.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import techflow.features.definition.FeatureName;
import techflow.problem.ModelFault;
import techflow.scoring.evaluation.RankCorrelation;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.score.Explanation;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.training.ModelTrainer.TrainingTask;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.validation.ValidationSubject.Retraining;

/**
 * Section 8: whether contributions add up, and whether a retrain would tell a firm the same reasons.
 *
 * @param explained rows whose contributions were added up
 * @param residual largest distance of base points plus contributions from the unrounded score
 * @param frequent how often each feature was among the four dearest, commonest first
 * @param retrains models trained anew on firms drawn with replacement
 * @param firms for which reasons were compared
 * @param overlap mean share of the four dearest features that a retrain names again, NaN without a retrain
 * @param rankCorrelation mean Spearman correlation of the features' weights between the model and a retrain, NaN likewise
 */
public record ExplanationFindings(
        int explained,
        double residual,
        List<Frequency> frequent,
        int retrains,
        int firms,
        double overlap,
        double rankCorrelation) {
    private static final int REASONS = 4;
    private static final int RETRAINS = 3;
    private static final int MOST_EXPLAINED = 1_000;
    private static final int MOST_COMPARED = 300;

    /** @param share of explained rows */
    public record Frequency(FeatureName feature, double share) {}

    public ExplanationFindings {
        frequent = List.copyOf(frequent);
    }

    static ExplanationFindings of(ValidationSubject subject) {
        TrainingSet rows = Draw.spread(subject.rows().tested(), MOST_EXPLAINED);
        var pipeline = subject.serving().apply(subject.artifact());
        double residual = 0;
        Map<FeatureName, Integer> named = new HashMap<>();
        int explained = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (pipeline.score(rows.vector(row)) instanceof ScoringResult.Scored scored) {
                Explanation explanation = scored.explanation();
                residual = Math.max(residual, Math.abs(explanation.points() - scored.points()));
                explanation.adverse(REASONS).forEach(c -> named.merge(c.feature(), 1, Integer::sum));
                explained++;
            }
        }
        int all = explained;
        List<Frequency> frequent = named.entrySet().stream()
                .map(entry -> new Frequency(entry.getKey(), (double) entry.getValue() / all))
                .sorted(Comparator.comparingDouble(Frequency::share).reversed().thenComparing(Frequency::feature))
                .toList();
        List<double[]> compared = subject.retraining()
                .map(retraining -> compare(subject, retraining))
                .orElse(List.of());
        return new ExplanationFindings(
                explained,
                residual,
                frequent,
                compared.size(),
                Math.min(MOST_COMPARED, rows.size()),
                mean(compared, 0),
                mean(compared, 1));
    }

    private static double mean(List<double[]> compared, int column) {
        return compared.stream().mapToDouble(row -> row[column]).average().orElse(Double.NaN);
    }

    private static List<double[]> compare(ValidationSubject subject, Retraining retraining) {
        TrainingSet firms = Draw.spread(subject.rows().tested(), MOST_COMPARED);
        TrainingSet training = subject.rows()
                .development()
                .map(d -> d.rows())
                .orElse(subject.rows().scorable());
        Reasons own = Reasons.of(subject.artifact().model(), firms);
        List<double[]> compared = new ArrayList<>();
        for (int i = 1; i <= RETRAINS; i++) {
            TrainingSet drawn = Draw.firms(training, retraining.seed() + i);
            try {
                ScoringModel again = retraining
                        .trainer()
                        .train(
                                new TrainingTask(
                                        drawn, retraining.candidates(), drawn.where(row -> false), retraining.seed()),
                                TrainingProgress.NONE)
                        .model();
                compared.add(own.against(Reasons.of(again, firms)));
            } catch (ModelFault tooLittle) {
                continue; // a draw without enough defaults tells nothing of the reasons
            }
        }
        return compared;
    }

    /** What a model holds against each firm, relative to its own mean over these firms. */
    private record Reasons(List<FeatureName> features, double[][] terms, double[] spread) {
        static Reasons of(ScoringModel model, TrainingSet firms) {
            double[][] terms = IntStream.range(0, firms.size())
                    .mapToObj(row -> model.terms(firms.vector(row)))
                    .toArray(double[][]::new);
            double[] spread = new double[model.features().size()];
            for (int j = 0; j < spread.length; j++) {
                int feature = j;
                double mean = Arrays.stream(terms)
                        .mapToDouble(row -> row[feature])
                        .average()
                        .orElseThrow();
                for (double[] row : terms) {
                    row[j] -= mean;
                    spread[j] += row[j] * row[j] / terms.length;
                }
                spread[j] = Math.sqrt(spread[j]);
            }
            return new Reasons(model.features(), terms, spread);
        }

        /** Mean share of the dearest features that the other names too, and the rank correlation of the weights. */
        double[] against(Reasons other) {
            double share = 0;
            for (int row = 0; row < terms.length; row++) {
                Set<FeatureName> own = dearest(row);
                Set<FeatureName> others = other.dearest(row);
                int count = Math.max(1, own.size());
                own.retainAll(others);
                share += (double) own.size() / count / terms.length;
            }
            List<FeatureName> all = new ArrayList<>(new java.util.TreeSet<>(features));
            other.features.stream().filter(f -> !all.contains(f)).forEach(all::add);
            double[] a = all.stream().mapToDouble(this::spread).toArray();
            double[] b = all.stream().mapToDouble(other::spread).toArray();
            return new double[] {share, RankCorrelation.of(a, b)};
        }

        private double spread(FeatureName feature) {
            int at = features.indexOf(feature);
            return at < 0 ? 0 : spread[at];
        }

        private Set<FeatureName> dearest(int row) {
            return new HashSet<>(IntStream.range(0, features.size())
                    .boxed()
                    .filter(j -> terms[row][j] < 0)
                    .sorted(Comparator.comparingDouble(j -> terms[row][j]))
                    .limit(REASONS)
                    .map(features::get)
                    .toList());
        }
    }
}
