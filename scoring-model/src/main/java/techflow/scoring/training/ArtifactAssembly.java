package techflow.scoring.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.artifact.ModelManifest.Metric;
import techflow.scoring.artifact.ModelManifest.TrainingData;
import techflow.scoring.artifact.VerificationRow;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.evaluation.EvaluationReport;
import techflow.scoring.model.Calibrator;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.score.GradeScale;

/** Puts the parts of a training together. */
final class ArtifactAssembly {
    private static final int VERIFICATION_ROWS = 50;

    private final AboutModel about;
    private final RegressionFitter.Library library;
    private final TrainingSettings settings;
    private final GradeScale grades;

    ArtifactAssembly(AboutModel about, RegressionFitter.Library library, TrainingSettings settings, GradeScale grades) {
        this.about = about;
        this.library = library;
        this.settings = settings;
        this.grades = grades;
    }

    /** @param set rows that were fitted or calibrated on: references and verification rows come from them */
    ModelArtifact assemble(
            TrainingSet set, TrainingData data, ScoringModel model, Calibrator calibrator, EvaluationReport report) {
        ModelArtifact bare = new ModelArtifact(
                manifest(set, data, report),
                set.schema(),
                model,
                calibrator,
                grades,
                ReferenceProfiles.of(set, model, calibrator, grades),
                List.of());
        return new ModelArtifact(
                bare.manifest(), bare.schema(), model, calibrator, grades, bare.references(), verification(bare, set));
    }

    private ModelManifest manifest(TrainingSet set, TrainingData data, EvaluationReport report) {
        return new ModelManifest(
                about.modelId(),
                about.version(),
                about.createdAt(),
                about.trainedBy(),
                set.schema().version(),
                set.schema().fingerprint(),
                data,
                settings.seed(),
                settings(),
                Map.of(
                        library.name(),
                        library.version(),
                        "java",
                        Runtime.version().toString()),
                metrics(report));
    }

    private Map<String, String> settings() {
        Map<String, String> texts = new TreeMap<>(settings.asTexts());
        if (!about.peerTables().isEmpty()) {
            texts.put("peerTables", String.join(" ", about.peerTables()));
        }
        return texts;
    }

    /** Rows spread evenly over the set, first and last included. */
    private static List<VerificationRow> verification(ModelArtifact artifact, TrainingSet set) {
        int count = Math.min(VERIFICATION_ROWS, set.size());
        return IntStream.range(0, count)
                .map(i -> count == 1 ? 0 : (int) ((long) i * (set.size() - 1) / (count - 1)))
                .mapToObj(row -> ArtifactVerifier.row(artifact, set.vector(row)))
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
