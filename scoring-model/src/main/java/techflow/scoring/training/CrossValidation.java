package techflow.scoring.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest.TrainingData;
import techflow.scoring.evaluation.Evaluation;
import techflow.scoring.evaluation.EvaluationReport;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.model.Calibrator;
import techflow.scoring.model.PdUncertainty;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.score.GradeScale;
import techflow.scoring.score.ProbabilityOfDefault;
import techflow.scoring.score.ScoreScale;
import techflow.scoring.training.ModelTrainer.TrainingTask;

/**
 * Trains on data too small to hold out: every row is judged by a model that never saw it.
 *
 * <p>Binning, selection and weights are fitted anew without each fold. A fold's log-odds are calibrated by those of the
 * other folds, all out of fold. The model that is kept is fitted on all rows and calibrated on all out-of-fold log-odds.
 */
public final class CrossValidation {
    private static final int REPLICATES = 2000;

    private final ModelTrainer trainer;
    private final List<Candidate> candidates;
    private final long seed;
    private final GradeScale grades = GradeScale.standard(ScoreScale.STANDARD);

    /**
     * A cross-validation.
     *
     * @param candidates the features that may enter the model, each a column of the training set
     * @param seed of every random choice
     */
    public CrossValidation(ModelTrainer trainer, List<Candidate> candidates, long seed) {
        this.trainer = trainer;
        this.candidates = List.copyOf(candidates);
        this.seed = seed;
    }

    /**
     * What a cross-validation gave.
     *
     * @param training the model of all rows, with the out-of-fold report
     * @param outOfFoldPds PDs in the order of the rows that serving would not refuse
     */
    public record CrossValidated(TrainingResult training, List<Double> outOfFoldPds) {
        public CrossValidated {
            outOfFoldPds = List.copyOf(outOfFoldPds);
        }
    }

    /**
     * Runs it.
     *
     * @param folds the fold of each row of the set
     * @throws techflow.problem.ModelFault TRAINING_DATA_UNFIT when a part has no goods or no bads, or nothing can be learned
     */
    public CrossValidated run(TrainingSet whole, int[] folds, AboutModel about) {
        requireFolds(whole, folds);
        TrainingSet set = KnockedOut.without(whole);
        int[] kept = keptFolds(whole, set, folds);
        double[] raw = outOfFold(set, kept);
        double[] pds = calibrated(set, kept, raw);
        EvaluationReport report = new Evaluation(grades, REPLICATES, seed)
                .evaluate(
                        Arrays.stream(kept).distinct().count() + "-fold cross-validation, out of fold 交叉验证（折外）",
                        about.synthetic(),
                        new ScoredSample(pds, set.bads()),
                        Optional.empty(),
                        Optional.empty());
        TrainingSet verification = ArtifactAssembly.verificationRows(set);
        ModelTrainer.Trained trained = train(set, verification);
        Calibrator calibrator = Calibration.fit(raw, set.bads());
        PdUncertainty uncertainty = PdUncertaintyFitter.STANDARD.fit(trained.model(), set, set);
        TrainingData data = new TrainingData(
                about.dataDescription(),
                about.synthetic(),
                set.size(),
                set.badCount(),
                TimeSplit.range(set.days()),
                Optional.empty(),
                Optional.empty());
        ModelArtifact artifact = new ArtifactAssembly(about, trainer, seed, grades)
                .assemble(set, verification, data, trained, calibrator, uncertainty, report);
        return new CrossValidated(
                new TrainingResult(
                        artifact, report, trained.informationValues(), trained.dropped(), whole.size() - set.size()),
                Arrays.stream(pds).boxed().toList());
    }

    double[] outOfFold(TrainingSet set, int[] folds) {
        double[] raw = new double[set.size()];
        for (int fold : Arrays.stream(folds).distinct().sorted().toArray()) {
            TrainingSet others = set.where(row -> folds[row] != fold);
            ScoringModel model = train(others, others.where(row -> false)).model();
            for (int row = 0; row < raw.length; row++) {
                if (folds[row] == fold) {
                    raw[row] = model.logOdds(set.vector(row));
                }
            }
        }
        return raw;
    }

    private static double[] calibrated(TrainingSet set, int[] folds, double[] raw) {
        double[] pds = new double[raw.length];
        for (int fold : Arrays.stream(folds).distinct().toArray()) {
            TrainingSet others = set.where(row -> folds[row] != fold);
            double[] othersRaw = java.util.stream.IntStream.range(0, raw.length)
                    .filter(row -> folds[row] != fold)
                    .mapToDouble(row -> raw[row])
                    .toArray();
            Calibrator calibrator = Calibration.fit(othersRaw, others.bads());
            for (int row = 0; row < raw.length; row++) {
                if (folds[row] == fold) {
                    pds[row] = ProbabilityOfDefault.ofLogOdds(calibrator.calibrate(raw[row]))
                            .value();
                }
            }
        }
        return pds;
    }

    private ModelTrainer.Trained train(TrainingSet set, TrainingSet verification) {
        return trainer.train(new TrainingTask(set, candidates, verification, seed), TrainingProgress.NONE);
    }

    /** The folds of the rows that are left, which keep their order. */
    private static int[] keptFolds(TrainingSet whole, TrainingSet kept, int[] folds) {
        int[] left = new int[kept.size()];
        int next = 0;
        for (int row = 0; row < whole.size() && next < left.length; row++) {
            if (whole.enterprise(row).equals(kept.enterprise(next))
                    && whole.asOf(row).equals(kept.asOf(next))) {
                left[next++] = folds[row];
            }
        }
        return left;
    }

    private static void requireFolds(TrainingSet set, int[] folds) {
        if (folds.length != set.size() || Arrays.stream(folds).distinct().count() < 2) {
            throw new IllegalArgumentException("cross-validation needs one fold per row and two folds or more, found "
                    + folds.length + " for " + set.size() + " rows");
        }
    }
}
