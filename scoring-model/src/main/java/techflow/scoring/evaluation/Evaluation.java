package techflow.scoring.evaluation;

import java.util.Optional;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.score.GradeScale;

/**
 * How a sample is evaluated.
 *
 * @param grades master scale of the model
 * @param replicates bootstrap replicates, 100 or more
 * @param seed seed of the bootstrap
 */
public record Evaluation(GradeScale grades, int replicates, long seed) {
    public Evaluation {
        if (replicates < 100) {
            throw new IllegalArgumentException("95 % intervals need 100 replicates or more, found " + replicates);
        }
    }

    /**
     * Evaluates a sample.
     *
     * @param description what it is, for people
     * @param synthetic true when any of the data was made up
     * @param truePds the true PDs row by row, known only for synthetic firms
     * @param training the training sample to compare scores with, empty to leave it
     * @throws ModelFault TRAINING_DATA_UNFIT when goods or bads are absent
     */
    public EvaluationReport evaluate(
            String description,
            boolean synthetic,
            ScoredSample sample,
            Optional<double[]> truePds,
            Optional<ScoredSample> training) {
        if (!sample.hasBothOutcomes()) {
            throw new ModelFault(
                    ProblemCode.TRAINING_DATA_UNFIT,
                    "An evaluation needs goods and bads, found " + sample.badCount() + " bads in " + sample.size()
                            + " rows; take a longer period",
                    Parameter.safe("rows", sample.size()),
                    Parameter.safe("bads", sample.badCount()));
        }
        Bootstrap.Figures figures = new Bootstrap(sample).figures(replicates, seed);
        return new EvaluationReport(
                description,
                synthetic,
                sample.size(),
                sample.badCount(),
                new Discrimination(Discrimination.auc(sample), figures.ks()),
                figures.brier(),
                figures.logLoss(),
                CalibrationTests.of(sample, grades),
                truePds.map(pds -> Discrimination.auc(new ScoredSample(pds, sample.bads()))),
                training.map(reference -> Stability.of(gradeCounts(reference), gradeCounts(sample))));
    }

    private long[] gradeCounts(ScoredSample sample) {
        long[] counts = new long[techflow.scoring.score.CreditGrade.values().length];
        for (double logOdds : sample.logOdds()) {
            counts[grades.grade(grades.scale().score(logOdds)).ordinal()]++;
        }
        return counts;
    }
}
