package techflow.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureVector;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.store.Spine;
import techflow.features.store.file.CsvSignalStore;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.evaluation.EvaluationReport;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.score.Contribution;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.settings.GatesReader;
import techflow.scoring.settings.TechnologySettings;
import techflow.scoring.training.AboutModel;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.CrossValidation;
import techflow.scoring.training.CrossValidation.CrossValidated;
import techflow.scoring.training.ScorecardTrainer;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TrainingSettings;
import techflow.scoring.validation.Validation;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.ValidationRows;
import techflow.scoring.validation.ValidationSubject;
import techflow.scoring.validation.ValidationSubject.Retraining;
import techflow.scoring.validation.document.HtmlWriter;
import techflow.scoring.validation.report.ReportFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real firms, few of them: their invoices become features, a scorecard is judged out of fold and kept, and firms without
 * an outcome are scored by it. Only features that invoices can give take part.
 */
final class SmallSampleStudy {
    private final Path folder;
    private final FeatureCatalog catalog = StandardCatalog.catalog();
    private Optional<CrossValidated> trained = Optional.empty();
    private Optional<ValidationReport> validation = Optional.empty();
    private Map<String, Integer> scored = new LinkedHashMap<>();

    SmallSampleStudy(Path folder) {
        this.folder = folder;
    }

    /** An imported firm. */
    private record Firm(String code, EnterpriseId id, String name) {}

    void train(Steps steps, Path data, Path foldFile) throws Exception {
        TrainingSet set = steps.call("Building features", () -> trainingSet(data));
        int[] folds = folds(foldFile, set.size());
        AboutModel about = new AboutModel(
                "invoice-pd",
                "study",
                Instant.now(),
                "techflow evaluate",
                "imported invoices of " + set.size() + " firms; the outcome is undated",
                false);
        List<FeatureDefinition> invoiceFeatures = catalog.definitions().stream()
                .filter(definition -> definition.reads().equals(java.util.Set.of(SignalKind.MONTHLY_INVOICES)))
                .toList();
        Retraining retraining = new Retraining(
                new ScorecardTrainer(new TribuoRegression(), TrainingSettings.SMALL_SAMPLE),
                Candidate.of(invoiceFeatures),
                TrainingSettings.SMALL_SAMPLE.seed());
        CrossValidated found = steps.call(
                "Training fold by fold",
                () -> new CrossValidation(retraining.trainer(), retraining.candidates(), retraining.seed())
                        .run(set, folds, about));
        trained = Optional.of(found);
        validation = Optional.of(steps.call("Validating out of fold", () -> validate(set, found, retraining)));
    }

    /** By the out-of-fold PDs; the model that is kept, fitted on all rows, is what is explained and stressed. */
    private ValidationReport validate(TrainingSet set, CrossValidated found, Retraining retraining) {
        ModelArtifact artifact = found.training().artifact();
        TechnologySettings settings = TechnologySettings.shipped();
        return new Validation(GatesReader.shipped(), retraining.seed())
                .run(
                        new ValidationSubject(
                                artifact,
                                ArtifactReader.sha256(ArtifactWriter.write(artifact)),
                                catalog.definitions(),
                                ValidationRows.outOfFold(set, found.outOfFoldPds()),
                                List.of(),
                                Optional.of(retraining),
                                Optional.empty(),
                                served -> served.pipeline(settings.index(), settings.innovationPoints()),
                                new TribuoRegression()),
                        Instant.now(),
                        System::nanoTime);
    }

    void score(Steps steps, Path data) throws Exception {
        byte[] bytes = ArtifactWriter.write(model());
        ModelArtifact artifact = ArtifactReader.read(bytes);
        ArtifactVerifier.verify(artifact);
        TechnologySettings settings = TechnologySettings.shipped();
        ScoringPipeline pipeline = artifact.pipeline(settings.index(), settings.innovationPoints(), settings.cutOff());
        Files.createDirectories(folder);
        steps.run("Scoring firms without outcome", () -> {
            List<Firm> firms = firms(data);
            AsOf asOf = lastKnown(data);
            Map<EnterpriseId, FeatureVector> vectors = vectors(data, asOf);
            try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("scores.csv"))) {
                csv.writeRecord("code", "uscc", "name", "status", "score", "pd_12m", "credit_grade", "reasons_against");
                for (Firm firm : firms) {
                    csv.writeRecord(row(firm, pipeline.score(require(vectors.get(firm.id()), firm))));
                }
            }
            return firms.size() + " firms";
        });
    }

    private List<String> row(Firm firm, ScoringResult result) {
        return switch (result) {
            case ScoringResult.Scored answer -> {
                scored.merge(answer.grade().name(), 1, Integer::sum);
                yield List.of(
                        firm.code(),
                        firm.id().code(),
                        firm.name(),
                        "SCORED",
                        String.valueOf(answer.score()),
                        String.valueOf(answer.pd().value()),
                        answer.grade().name(),
                        reasons(answer.explanation().adverse(4)));
            }
            case ScoringResult.NotScorable none -> {
                scored.merge("NOT_SCORED", 1, Integer::sum);
                yield List.of(
                        firm.code(),
                        firm.id().code(),
                        firm.name(),
                        "NOT_SCORED",
                        "",
                        "",
                        "",
                        none.reasons().toString());
            }
        };
    }

    private static String reasons(List<Contribution> contributions) {
        List<String> texts = new ArrayList<>();
        contributions.forEach(c -> texts.add(String.format(Locale.ROOT, "%s %+.0f", c.feature(), c.points())));
        return String.join("; ", texts);
    }

    /** Writes report and model, and answers the report. */
    String write(Optional<Path> peers) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.json"), ArtifactWriter.write(model()));
        StringBuilder text = new StringBuilder(report().markdown());
        if (peers.isPresent()) {
            text.append(peerTable(peers.get()));
        }
        text.append("\n## Lines of the scorecard kept, fitted on all rows\n\n");
        model().model()
                .features()
                .forEach(feature -> text.append("- ").append(feature).append('\n'));
        if (!scored.isEmpty()) {
            text.append("\n## Firms without outcome, by credit grade\n\n| Grade | Firms |\n|---|---|\n");
            new java.util.TreeMap<>(scored)
                    .forEach((grade, count) -> text.append("| %s | %d |\n".formatted(grade, count)));
        }
        Files.writeString(folder.resolve("report.md"), text);
        new ReportFiles(validation.orElseThrow()).write(folder, HtmlWriter.Language.BOTH);
        return text.toString();
    }

    private String peerTable(Path file) throws IOException {
        JsonNode results = JsonMapper.shared().readTree(Files.readString(file)).path("results");
        StringBuilder table = new StringBuilder("\n## Beside the peers on the same folds\n\n");
        table.append("| Model | AUC | KS | Brier |\n|---|---|---|---|\n");
        table.append(line(
                "TechFlow scorecard",
                report().discrimination().auc().value(),
                report().discrimination().ks().value(),
                report().brier().value()));
        for (String peer : results.propertyNames()) {
            JsonNode figures = results.path(peer);
            table.append(line(
                    peer,
                    figures.path("auc").asDouble(),
                    figures.path("ks").asDouble(),
                    figures.path("brier").asDouble()));
        }
        return table.toString();
    }

    private static String line(String name, double auc, double ks, double brier) {
        return String.format(Locale.ROOT, "| %s | %.3f | %.3f | %.3f |%n", name, auc, ks, brier);
    }

    private ModelArtifact model() {
        return trained.orElseThrow().training().artifact();
    }

    private EvaluationReport report() {
        return trained.orElseThrow().training().report();
    }

    private TrainingSet trainingSet(Path data) throws IOException {
        Map<String, Boolean> bad = new HashMap<>();
        for (NamedCsvRecord row : rows(data.resolve("outcomes.csv"))) {
            bad.put(row.getField("uscc"), row.getField("bad").equals("1"));
        }
        Map<EnterpriseId, FeatureVector> vectors = vectors(data, lastKnown(data));
        TrainingSet.Builder set = TrainingSet.of(catalog.schema());
        for (Firm firm : firms(data)) {
            set.add(
                    require(vectors.get(firm.id()), firm),
                    require(bad.get(firm.id().code()), firm));
        }
        return set.build();
    }

    private static <T> T require(@Nullable T value, Firm firm) {
        if (value == null) {
            throw new RecordFault(
                    ProblemCode.TRAINING_DATA_UNFIT,
                    "Every firm to train on needs an outcome",
                    List.of(new Violation("outcomes.csv", "must hold the firm", firm.code(), "import it with 是否违约")));
        }
        return value;
    }

    /** The vectors of all firms in one pass; a firm without any invoice gets a vector of missing values. */
    private Map<EnterpriseId, FeatureVector> vectors(Path data, AsOf asOf) throws IOException {
        List<Spine.Point> points = firms(data).stream()
                .map(firm -> new Spine.Point(firm.id(), asOf))
                .toList();
        Map<EnterpriseId, FeatureVector> vectors = new HashMap<>();
        new LocalFeatureEngine(Runtime.getRuntime().availableProcessors())
                .compute(
                        new CsvSignalStore(data.resolve(DatasetWriter.SIGNALS)),
                        catalog,
                        Spine.of(points),
                        vector -> vectors.put(vector.enterprise(), vector));
        return vectors;
    }

    private static List<Firm> firms(Path data) throws IOException {
        List<Firm> firms = new ArrayList<>();
        for (NamedCsvRecord row : rows(data.resolve("enterprises.csv"))) {
            firms.add(new Firm(row.getField("code"), new EnterpriseId(row.getField("uscc")), row.getField("name")));
        }
        return firms;
    }

    /** The day after the last signal became known. */
    private static AsOf lastKnown(Path data) {
        try (var histories = new CsvSignalStore(data.resolve(DatasetWriter.SIGNALS)).histories()) {
            Instant last = histories
                    .flatMap(history -> history.signals().stream())
                    .map(signal -> signal.knownAt())
                    .max(Instant::compareTo)
                    .orElseThrow(() -> new RecordFault(ProblemCode.FILE_MALFORMED, "There are no signals in " + data));
            return AsOf.startOf(new AsOf(last).date().plusDays(1));
        }
    }

    private static int[] folds(Path file, int size) throws IOException {
        int[] folds = new int[size];
        java.util.Arrays.fill(folds, -1);
        List<Violation> violations = new ArrayList<>();
        for (NamedCsvRecord row : rows(file)) {
            int index = Integer.parseInt(row.getField("row"));
            if (index < 0 || index >= size || folds[index] >= 0) {
                violations.add(new Violation(
                        "row",
                        "must be a row from 0 to " + (size - 1) + ", each once",
                        row.getField("row"),
                        "correct " + file));
            } else {
                folds[index] = Integer.parseInt(row.getField("fold"));
            }
        }
        for (int i = 0; i < size; i++) {
            if (folds[i] < 0) {
                violations.add(new Violation("row", "every row needs a fold", String.valueOf(i), "complete " + file));
            }
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.FILE_MALFORMED, "The folds do not fit the firms", violations);
        }
        return folds;
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (java.nio.file.NoSuchFileException e) {
            throw new RecordFault(ProblemCode.FILE_MALFORMED, "There is no file " + file);
        }
    }
}
