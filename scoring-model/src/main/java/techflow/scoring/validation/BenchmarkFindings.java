package techflow.scoring.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import techflow.scoring.evaluation.AucComparison;
import techflow.scoring.evaluation.Evaluation;
import techflow.scoring.evaluation.EvaluationReport;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.wording.Bilingual;

/**
 * Section 9: the model beside others, on the same rows.
 *
 * @param models this model first
 * @param logistic against logistic regression on the model's own raw features, empty without training rows
 * @param challenger against the challenger, empty when none was named
 * @param migration grades by this model (row) and by the challenger (column), empty likewise
 */
public record BenchmarkFindings(
        List<Model> models,
        Optional<AucComparison> logistic,
        Optional<AucComparison> challenger,
        List<List<Long>> migration) {
    /** One model's figures on the tested rows. */
    public record Model(Bilingual name, EvaluationReport report) {}

    /** Row by row. */
    private record Scored(Bilingual name, ScoredSample sample) {}

    public BenchmarkFindings {
        models = List.copyOf(models);
        migration = List.copyOf(migration);
    }

    static BenchmarkFindings of(ValidationSubject subject, Evaluation evaluation, EvaluationReport own) {
        ScoredSample scored = subject.rows().scored();
        Optional<Scored> logistic = logistic(subject);
        Optional<Scored> challenger = challenger(subject);
        List<Model> models = new ArrayList<>();
        models.add(new Model(new Bilingual("本模型", "this model"), own));
        challenger.ifPresent(other -> models.add(model(other, subject, evaluation)));
        logistic.ifPresent(other -> models.add(model(other, subject, evaluation)));
        return new BenchmarkFindings(
                models,
                logistic.map(other -> AucComparison.paired(scored, other.sample())),
                challenger.map(other -> AucComparison.paired(scored, other.sample())),
                challenger.map(other -> migration(subject, other.sample())).orElse(List.of()));
    }

    private static Model model(Scored other, ValidationSubject subject, Evaluation evaluation) {
        return new Model(
                other.name(),
                evaluation.evaluate(
                        other.name().english(),
                        subject.artifact().manifest().data().synthetic(),
                        other.sample(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Optional<Scored> logistic(ValidationSubject subject) {
        return subject.rows()
                .development()
                .map(development -> new Scored(
                        new Bilingual("原始变量逻辑回归", "logistic regression, raw inputs"),
                        new RawRegression(
                                        development.rows(),
                                        subject.artifact().model().features(),
                                        subject.baseline())
                                .sample(subject.rows().tested())));
    }

    private static Optional<Scored> challenger(ValidationSubject subject) {
        return subject.challenger()
                .map(other -> new Scored(
                        new Bilingual(
                                "挑战者 " + other.sha256().substring(0, 12),
                                "challenger " + other.sha256().substring(0, 12)),
                        new ServedModel(other.artifact()).sample(subject.rows().tested())));
    }

    private static List<List<Long>> migration(ValidationSubject subject, ScoredSample challenger) {
        TrainingSet tested = subject.rows().tested();
        ServedModel own = subject.model();
        ServedModel other = new ServedModel(subject.challenger().orElseThrow().artifact());
        int grades = CreditGrade.values().length;
        long[][] counts = new long[grades][grades];
        double[] ownLogOdds = subject.rows().scored().logOdds();
        double[] otherLogOdds = challenger.logOdds();
        for (int row = 0; row < tested.size(); row++) {
            counts[own.grade(ownLogOdds[row]).ordinal()][
                    other.grade(otherLogOdds[row]).ordinal()]++;
        }
        return java.util.Arrays.stream(counts)
                .map(row -> java.util.Arrays.stream(row).boxed().toList())
                .toList();
    }
}
