package techflow.scoring.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.artifact.ModelManifest.Metric;
import techflow.scoring.artifact.ModelManifest.TrainingData;
import techflow.scoring.artifact.VerificationRow;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.evaluation.EvaluationReport;
import techflow.scoring.model.Calibrator;
import techflow.scoring.model.PdUncertainty;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.score.GradeScale;

/** Puts the parts of a training together. */
final class ArtifactAssembly {
    private static final int VERIFICATION_ROWS = 50;

    /** How far the served form may be from the trainer's own prediction, in log-odds: a gate of release. */
    static final double PARITY = 1e-6;

    private final AboutModel about;
    private final ModelTrainer trainer;
    private final long seed;
    private final GradeScale grades;

    ArtifactAssembly(AboutModel about, ModelTrainer trainer, long seed, GradeScale grades) {
        this.about = about;
        this.trainer = trainer;
        this.seed = seed;
        this.grades = grades;
    }

    /** Rows spread evenly over the set, first and last included. */
    static TrainingSet verificationRows(TrainingSet set) {
        int count = Math.min(VERIFICATION_ROWS, set.size());
        Set<Integer> chosen = IntStream.range(0, count)
                .map(i -> count == 1 ? 0 : (int) ((long) i * (set.size() - 1) / (count - 1)))
                .boxed()
                .collect(Collectors.toSet());
        return set.where(chosen::contains);
    }

    /**
     * The artefact.
     *
     * @param set rows that were fitted or calibrated on: the references come from them
     * @throws ModelFault MODEL_NOT_VERIFIED when the served form is not what the library trained
     */
    ModelArtifact assemble(
            TrainingSet set,
            TrainingSet verification,
            TrainingData data,
            ModelTrainer.Trained trained,
            Calibrator calibrator,
            PdUncertainty uncertainty,
            EvaluationReport report) {
        ScoringModel model = trained.model();
        double apart = parity(trained, verification);
        ModelArtifact bare = new ModelArtifact(
                manifest(set, data, trained, apart, report),
                set.schema(),
                model,
                calibrator,
                grades,
                ReferenceProfiles.of(set, model, calibrator, grades),
                Optional.of(uncertainty),
                List.of());
        return bare.with(verified(bare, verification));
    }

    /** The greatest distance of the served log-odds from the trainer's own. */
    private static double parity(ModelTrainer.Trained trained, TrainingSet verification) {
        double most = 0;
        for (int row = 0; row < verification.size(); row++) {
            double served = trained.model().logOdds(verification.vector(row));
            double own = trained.ownLogOdds().get(row);
            if (!(Math.abs(served - own) <= PARITY)) {
                throw new ModelFault(
                        ProblemCode.MODEL_NOT_VERIFIED,
                        "The served form must give the trainer's own log-odds within %s; row %d gives %s where the trainer gives %s"
                                .formatted(PARITY, row, served, own),
                        Parameter.safe("row", row),
                        Parameter.safe("served", served),
                        Parameter.safe("trainer", own));
            }
            most = Math.max(most, Math.abs(served - own));
        }
        return most;
    }

    private ModelManifest manifest(
            TrainingSet set, TrainingData data, ModelTrainer.Trained trained, double apart, EvaluationReport report) {
        Map<String, String> libraries = new TreeMap<>();
        trainer.libraries().forEach(library -> libraries.put(library.name(), library.version()));
        libraries.put("java", Runtime.version().toString());
        List<Metric> metrics = metrics(report);
        metrics.add(plain("trainer_parity", apart));
        return new ModelManifest(
                about.modelId(),
                about.version(),
                about.createdAt(),
                about.trainedBy(),
                set.schema().version(),
                set.schema().fingerprint(),
                data,
                seed,
                settings(trained),
                libraries,
                metrics,
                about.provenance());
    }

    private Map<String, String> settings(ModelTrainer.Trained trained) {
        Map<String, String> texts = new TreeMap<>(trainer.settings());
        texts.put("trainer", trainer.name());
        trained.chosen().forEach((name, value) -> texts.put("chosen." + name, value));
        if (!about.peerTables().isEmpty()) {
            texts.put("peerTables", String.join(" ", about.peerTables()));
        }
        return texts;
    }

    private static List<VerificationRow> verified(ModelArtifact artifact, TrainingSet rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> ArtifactVerifier.row(artifact, rows.vector(row)))
                .toList();
    }

    private static List<Metric> metrics(EvaluationReport report) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(metric("auc", report.discrimination().auc()));
        metrics.add(metric("ks", report.discrimination().ks()));
        metrics.add(metric("brier", report.brier()));
        metrics.add(metric("log_loss", report.logLoss()));
        metrics.add(plain("calibration_slope", report.calibration().line().slope()));
        metrics.add(plain("evaluated_rows", report.rows()));
        metrics.add(plain("evaluated_bads", report.bads()));
        report.bestPossibleAuc().ifPresent(best -> metrics.add(metric("best_possible_auc", best)));
        report.stability().ifPresent(s -> metrics.add(plain("psi", s.psi())));
        return metrics;
    }

    private static Metric metric(String name, Estimate estimate) {
        return new Metric(name, estimate.value(), Optional.of(estimate.low()), Optional.of(estimate.high()));
    }

    private static Metric plain(String name, double value) {
        return new Metric(name, value, Optional.empty(), Optional.empty());
    }
}
