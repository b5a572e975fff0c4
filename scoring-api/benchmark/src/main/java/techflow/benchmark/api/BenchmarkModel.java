package techflow.benchmark.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.benchmark.scoring.RandomEnsemble;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.model.Calibrator;
import techflow.scoring.model.ReferenceProfile;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.GradeScale;
import techflow.scoring.score.ScoreScale;
import techflow.scoring.trees.FlatTreeEnsemble;
import techflow.testing.TestDatabase;

/** A champion as large as a trained one: random trees over the standard catalogue, explained against 100 firms. */
final class BenchmarkModel {
    private static final int FEATURES = 40;
    private static final int REFERENCE_FIRMS = 100;
    private static final FeatureSchema SCHEMA = StandardCatalog.catalog().schema();

    private BenchmarkModel() {}

    static void promote(TestDatabase database, List<FeatureVector> vectors, int trees, int depth) throws SQLException {
        byte[] bytes = ArtifactWriter.write(artifact(vectors, trees, depth));
        String sql = """
                with artifact as (insert into model_artifact (sha256, model_id, version, bytes, published_at, published_by)
                    values (?, 'tech-flow-pd', '1.0', ?, now(), 'benchmark') returning sha256)
                insert into model_event (at, alias, sha256, action, actor, reason)
                select now(), 'champion', sha256, 'PROMOTE', 'benchmark', 'to be measured' from artifact""";
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, ArtifactReader.sha256(bytes));
            statement.setBytes(2, bytes);
            statement.executeUpdate();
        }
    }

    private static ModelArtifact artifact(List<FeatureVector> vectors, int trees, int depth) {
        List<FeatureName> features = SCHEMA.columns().stream()
                .filter(column -> column.unit() != Unit.CATEGORY)
                .map(FeatureSchema.Column::name)
                .limit(FEATURES)
                .toList();
        FlatTreeEnsemble model = RandomEnsemble.of(features, vectors, trees, depth);
        ModelArtifact draft = new ModelArtifact(
                manifest(),
                SCHEMA,
                model,
                Calibrator.IDENTITY,
                GradeScale.standard(ScoreScale.STANDARD),
                references(model, vectors),
                Optional.empty(),
                List.of());
        return draft.with(vectors.stream()
                .limit(20)
                .map(vector -> ArtifactVerifier.row(draft, vector))
                .toList());
    }

    private static Map<CreditGrade, ReferenceProfile> references(FlatTreeEnsemble model, List<FeatureVector> vectors) {
        List<List<FeatureValue>> sample = vectors.stream()
                .limit(REFERENCE_FIRMS)
                .map(vector -> model.features().stream().map(vector::value).toList())
                .toList();
        int size = model.features().size();
        Map<CreditGrade, ReferenceProfile> references = new EnumMap<>(CreditGrade.class);
        Arrays.stream(CreditGrade.values())
                .forEach(grade -> references.put(
                        grade,
                        new ReferenceProfile(
                                "GRADE_R" + Math.max(1, grade.ordinal()) + "_MEAN",
                                REFERENCE_FIRMS,
                                Collections.nCopies(size, 0.0),
                                Collections.nCopies(size, FeatureValue.of(1)),
                                sample)));
        return references;
    }

    private static ModelManifest manifest() {
        var range = new ModelManifest.DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31));
        return new ModelManifest(
                "tech-flow-pd",
                "1.0",
                Instant.parse("2026-11-01T00:00:00Z"),
                "benchmark",
                SCHEMA.version(),
                SCHEMA.fingerprint(),
                new ModelManifest.TrainingData(
                        "Random trees over synthetic firms", true, 1000, 30, range, Optional.empty(), Optional.empty()),
                1,
                Map.of(),
                Map.of(),
                List.of());
    }
}
