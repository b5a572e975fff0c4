package techflow.scoring.benchmark;

import java.util.Arrays;
import java.util.List;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.model.Calibrator;
import techflow.scoring.score.ProbabilityOfDefault;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.ModelTrainer.TrainingTask;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TunableTrainer;

/**
 * The PDs of a trainer for rows that it has not seen. In each fold the other folds settle the settings, train the model and,
 * in folds of their own, calibrate it.
 */
final class OutOfFold {
    private final ModelTrainer trainer;
    private final List<Candidate> candidates;
    private final long seed;

    OutOfFold(ModelTrainer trainer, List<Candidate> candidates, long seed) {
        this.trainer = trainer;
        this.candidates = candidates;
        this.seed = seed;
    }

    /** Calibrated PDs in the order of the rows. @param done hears of each fold that is done */
    ScoredSample pds(TrainingSet rows, int[] folds, Runnable done) {
        double[] pds = new double[rows.size()];
        for (int fold : Arrays.stream(folds).distinct().sorted().toArray()) {
            TrainingSet training = rows.where(row -> folds[row] != fold);
            ModelTrainer settled = settled(training);
            Calibrator calibrator =
                    InnerCalibration.fit(training, seed, (inner, others) -> logOdds(settled, inner, others));
            double[] logOdds = logOdds(settled, training, rows.where(row -> folds[row] == fold));
            int next = 0;
            for (int row = 0; row < pds.length; row++) {
                if (folds[row] == fold) {
                    pds[row] = ProbabilityOfDefault.ofLogOdds(calibrator.calibrate(logOdds[next++]))
                            .value();
                }
            }
            done.run();
        }
        return new ScoredSample(pds, rows.bads());
    }

    private ModelTrainer settled(TrainingSet training) {
        return trainer instanceof TunableTrainer tunable
                ? tunable.settled(task(training, nothing(training)), TrainingProgress.NONE)
                : trainer;
    }

    /** The trainer's own log-odds, which the served form equals: that is every trainer's contract. */
    private double[] logOdds(ModelTrainer settled, TrainingSet training, TrainingSet others) {
        return settled.train(task(training, others), TrainingProgress.NONE).ownLogOdds().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private TrainingTask task(TrainingSet training, TrainingSet verification) {
        return new TrainingTask(training, candidates, verification, seed);
    }

    private static TrainingSet nothing(TrainingSet set) {
        return set.where(row -> false);
    }
}
