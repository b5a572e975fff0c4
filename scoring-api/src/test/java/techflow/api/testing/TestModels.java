package techflow.api.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.artifact.VerificationRow;
import techflow.scoring.model.Calibrator;
import techflow.scoring.model.ReferenceProfile;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.GradeScale;
import techflow.scoring.score.ScoreScale;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.Characteristic;
import techflow.scoring.scorecard.Scorecard;

/** Handmade scorecards that verify themselves: real artefacts, made-up weights. */
public final class TestModels {
    /** The as-of of every test: all histories are known by then. */
    public static final AsOf AS_OF = AsOf.startOf(LocalDate.of(2026, 11, 1));

    private static final FeatureCatalog CATALOG = StandardCatalog.catalog();

    private TestModels() {}

    /** The artefact's bytes. @param intercept shifts every score */
    public static byte[] artifact(String version, double intercept) {
        return ArtifactWriter.write(model(version, intercept, true));
    }

    /** An artefact whose verification rows promise other scores than its model gives. */
    public static byte[] lyingArtifact(String version) {
        return ArtifactWriter.write(model(version, 3, false));
    }

    /** What the models look at, in their order. */
    public static List<FeatureName> features() {
        return model("any", 3, true).model().features();
    }

    /** The features of a test firm. */
    public static FeatureVector vector(EnterpriseId firm) {
        List<Signal> signals = TestFirms.all().stream()
                .filter(signal -> signal.enterprise().equals(firm))
                .toList();
        return CATALOG.compute(Snapshot.cut(firm, AS_OF, signals));
    }

    /** Registers the bytes and makes them champion. @param sha256 the hash to register them under */
    public static void promote(DataSource database, String version, byte[] bytes, String sha256) {
        promote(database, "champion", version, bytes, sha256);
    }

    /** Registers the bytes and gives them the alias {@code shadow}. */
    public static void shadow(DataSource database, String version, byte[] bytes) {
        promote(database, "shadow", version, bytes, ArtifactReader.sha256(bytes));
    }

    private static void promote(DataSource database, String alias, String version, byte[] bytes, String sha256) {
        String sql = """
                with artifact as (insert into model_artifact (sha256, model_id, version, bytes, published_at, published_by)
                    values (?, 'tech-flow-pd', ?, ?, ?, 'test') returning sha256)
                insert into model_event (at, alias, sha256, action, actor, reason)
                select ?, ?, sha256, 'PROMOTE', 'test', 'for a test' from artifact""";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Timestamp now = Timestamp.from(Instant.parse("2026-11-01T00:00:00Z"));
            statement.setString(1, sha256);
            statement.setString(2, version);
            statement.setBytes(3, bytes);
            statement.setTimestamp(4, now);
            statement.setTimestamp(5, now);
            statement.setString(6, alias);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void promote(DataSource database, String version, byte[] bytes) {
        promote(database, version, bytes, ArtifactReader.sha256(bytes));
    }

    private static ModelArtifact model(String version, double intercept, boolean honest) {
        Scorecard card = new Scorecard(
                intercept,
                List.of(
                        line("tax_arrears_months_12m", 1, 0.35, -0.9),
                        line("tax_sales_growth_12m", 0, -0.4, 0.3),
                        line("invoice_top_buyer_share_12m", 0.5, 0.3, -0.6),
                        line("insured_growth_12m", 0, -0.5, 0.25),
                        line("electricity_growth_12m", 0, -0.3, 0.2),
                        line("rd_intensity", 0.06, -0.35, 0.5),
                        line("rd_stability", 0.6, -0.3, 0.3),
                        line("ip_net_content", 40, -0.45, 0.4),
                        line("leverage", 0.6, 0.3, -0.5),
                        line("tax_level", 3.5, -0.6, 0.35),
                        line("defendant_cases_open", 1, 0.1, -0.8),
                        line("gas_growth_12m", 0, -0.2, 0.1)));
        GradeScale grades = GradeScale.standard(ScoreScale.STANDARD);
        ModelArtifact draft = new ModelArtifact(
                manifest(version),
                CATALOG.schema(),
                card,
                Calibrator.IDENTITY,
                grades,
                references(card),
                Optional.empty(),
                List.of());
        List<VerificationRow> rows = List.of(TestFirms.SOUND, TestFirms.WEAK, TestFirms.THIN).stream()
                .map(firm -> ArtifactVerifier.row(draft, vector(firm)))
                .map(row -> honest ? row : new VerificationRow(row.vector(), row.logOdds() + 1, row.score()))
                .toList();
        return draft.with(rows);
    }

    private static Characteristic line(String feature, double cut, double below, double above) {
        Bin.Counts counts = new Bin.Counts(500, 20);
        return new Characteristic(
                new Binning(
                        new FeatureName(feature),
                        List.of(
                                new Bin.NumericBin(Double.NEGATIVE_INFINITY, cut, below, counts),
                                new Bin.NumericBin(cut, Double.POSITIVE_INFINITY, above, counts)),
                        new Bin.MissingBin(-0.05, counts)),
                0.9);
    }

    private static Map<CreditGrade, ReferenceProfile> references(Scorecard card) {
        List<Double> means = card.characteristics().stream()
                .map(line -> (line.lowestTerm() + line.highestTerm()) / 2)
                .toList();
        List<FeatureValue> typical = card.characteristics().stream()
                .map(line -> ((Bin.NumericBin) line.binning().bins().getLast()).from())
                .map(FeatureValue::of)
                .toList();
        return java.util.Arrays.stream(CreditGrade.values())
                .collect(Collectors.toMap(
                        grade -> grade,
                        grade -> new ReferenceProfile(
                                "GRADE_R" + Math.max(1, grade.ordinal()) + "_MEAN", 100, means, typical, List.of()),
                        (a, b) -> a,
                        () -> new EnumMap<>(CreditGrade.class)));
    }

    private static ModelManifest manifest(String version) {
        var range = new ModelManifest.DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31));
        return new ModelManifest(
                "tech-flow-pd",
                version,
                Instant.parse("2026-11-01T00:00:00Z"),
                "test",
                CATALOG.schema().version(),
                CATALOG.schema().fingerprint(),
                new ModelManifest.TrainingData(
                        "Made up by hand for tests", true, 1000, 30, range, Optional.empty(), Optional.empty()),
                1,
                Map.of(),
                Map.of(),
                List.of());
    }
}
