package techflow.scoring.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest.DateRange;
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

/** Trains, calibrates and tests a model on parts of time that do not reach into one another. */
public final class TrainingJob {
    private static final int REPLICATES = 500;

    private final ModelTrainer trainer;
    private final List<Candidate> candidates;
    private final long seed;
    private final Optional<CentralTendency.Stated> central;
    private final GradeScale grades = GradeScale.standard(ScoreScale.STANDARD);

    /**
     * A job.
     *
     * @param candidates the features that may enter the model, each a column of the training set
     * @param seed of every random choice
     */
    public TrainingJob(ModelTrainer trainer, List<Candidate> candidates, long seed) {
        this(trainer, candidates, seed, Optional.empty());
    }

    /** @param central the long-run default rate that PDs are moved to, empty to keep to the calibration rows' own */
    public TrainingJob(
            ModelTrainer trainer, List<Candidate> candidates, long seed, Optional<CentralTendency.Stated> central) {
        this.trainer = trainer;
        this.candidates = List.copyOf(candidates);
        this.seed = seed;
        this.central = central;
    }

    /** As the longer form, with nobody to hear how far it is. */
    public TrainingResult run(TrainingSet whole, TimeSplit split, AboutModel about, TruePd truth) {
        return run(whole, split, about, truth, TrainingProgress.NONE);
    }

    /**
     * Runs the job on a set that spans all parts of the split.
     *
     * @param truth the true PDs, {@link TruePd#UNKNOWN} for real firms
     * @throws ModelFault TRAINING_DATA_UNFIT when a part has no goods or no bads, or nothing can be learned
     */
    public TrainingResult run(
            TrainingSet whole, TimeSplit split, AboutModel about, TruePd truth, TrainingProgress progress) {
        TrainingSet scorable = KnockedOut.without(whole);
        TrainingSet training = part(scorable, split.training(), "training");
        TrainingSet calibration = part(scorable, split.calibration(), "calibration");
        TrainingSet holdOut = part(scorable, split.holdOut(), "hold-out");

        TrainingSet verification = ArtifactAssembly.verificationRows(training);
        Optional<CentralTendency> cycle =
                central.map(stated -> stated.over((double) calibration.badCount() / calibration.size()));
        ModelTrainer.Trained trained = trainer.train(
                        new TrainingTask(training, candidates, verification, seed), progress)
                .noting(cycle.map(CentralTendency::asTexts).orElse(Map.of()));
        Calibrator sampled = Calibration.fit(raw(trained.model(), calibration), calibration.bads());
        Calibrator calibrator = cycle.map(one -> one.adjust(sampled)).orElse(sampled);
        PdUncertainty uncertainty = PdUncertaintyFitter.STANDARD.fit(trained.model(), training, calibration);
        EvaluationReport report = new Evaluation(grades, REPLICATES, seed)
                .evaluate(
                        "out-of-time hold-out 时间外样本 " + split.holdOut().first() + " – "
                                + split.holdOut().last(),
                        about.synthetic(),
                        sample(trained.model(), calibrator, holdOut),
                        truePds(holdOut, truth),
                        Optional.of(sample(trained.model(), calibrator, training)));
        TrainingData data = new TrainingData(
                about.dataDescription(),
                about.synthetic(),
                training.size(),
                training.badCount(),
                split.training(),
                Optional.of(split.calibration()),
                Optional.of(split.holdOut()));
        int knockedOut = whole.size() - scorable.size();
        int unused = scorable.size() - training.size() - calibration.size() - holdOut.size();
        AboutModel counted = about.excluding("refused_by_a_knock_out_rule", knockedOut)
                .excluding("purged_before_the_hold_out", unused);
        ModelArtifact artifact = new ArtifactAssembly(counted, trainer, seed, grades)
                .assemble(training, verification, data, trained, calibrator, uncertainty, report);
        return new TrainingResult(artifact, report, trained.informationValues(), trained.dropped(), knockedOut);
    }

    static double[] raw(ScoringModel model, TrainingSet set) {
        double[] raw = new double[set.size()];
        for (int row = 0; row < raw.length; row++) {
            raw[row] = model.logOdds(set.vector(row));
        }
        return raw;
    }

    private static ScoredSample sample(ScoringModel model, Calibrator calibrator, TrainingSet set) {
        double[] pds = raw(model, set);
        for (int row = 0; row < pds.length; row++) {
            pds[row] = ProbabilityOfDefault.ofLogOdds(calibrator.calibrate(pds[row]))
                    .value();
        }
        return new ScoredSample(pds, set.bads());
    }

    /** All or nothing: a row without a true PD leaves no fair comparison. */
    private static Optional<double[]> truePds(TrainingSet set, TruePd truth) {
        double[] pds = new double[set.size()];
        for (int row = 0; row < pds.length; row++) {
            OptionalDouble pd = truth.of(set.enterprise(row), set.asOf(row));
            if (pd.isEmpty()) {
                return Optional.empty();
            }
            pds[row] = pd.getAsDouble();
        }
        return Optional.of(pds);
    }

    private static TrainingSet part(TrainingSet set, DateRange range, String name) {
        TrainingSet part = TimeSplit.rows(set, range);
        int bads = part.badCount();
        if (bads == 0 || bads == part.size()) {
            throw new ModelFault(
                    ProblemCode.TRAINING_DATA_UNFIT,
                    "The %s rows of %s to %s need goods and bads, found %d bads in %d rows"
                            .formatted(name, range.first(), range.last(), bads, part.size()),
                    Parameter.safe("part", name),
                    Parameter.safe("rows", part.size()),
                    Parameter.safe("bads", bads));
        }
        return part;
    }
}
