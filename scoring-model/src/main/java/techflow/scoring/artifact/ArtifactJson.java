package techflow.scoring.artifact;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.scoring.model.Calibrator;
import techflow.scoring.model.ReferenceProfile;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.GradeScale;
import techflow.scoring.score.ScoreScale;
import techflow.scoring.scorecard.Scorecard;
import techflow.scoring.trees.FlatTreeEnsemble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code artifact} member of the envelope, formats 1 and 2. */
final class ArtifactJson {
    private ArtifactJson() {}

    static JsonNode write(ModelArtifact artifact) {
        ObjectNode json = Json.object();
        json.set("manifest", ManifestJson.write(artifact.manifest()));
        json.set("schema", ValueJson.write(artifact.schema()));
        json.set("model", write(artifact.model()));
        json.set("calibrator", write(artifact.calibrator()));
        json.set("grades", write(artifact.grades()));
        ObjectNode references = json.putObject("references");
        artifact.references().forEach((grade, reference) -> references.set(grade.name(), write(reference)));
        artifact.uncertainty().ifPresent(of -> json.set("pdUncertainty", UncertaintyJson.write(of)));
        json.set("verification", Json.array(artifact.verification(), ArtifactJson::write));
        return json;
    }

    static ModelArtifact read(JsonValue json) {
        FeatureSchema schema = ValueJson.readSchema(json.member("schema"));
        Map<CreditGrade, ReferenceProfile> references = new EnumMap<>(CreditGrade.class);
        json.member("references")
                .members()
                .forEach((grade, reference) -> references.put(CreditGrade.valueOf(grade), readReference(reference)));
        return new ModelArtifact(
                ManifestJson.read(json.member("manifest")),
                schema,
                readModel(json.member("model")),
                readCalibrator(json.member("calibrator")),
                readGrades(json.member("grades")),
                references,
                json.optional("pdUncertainty").map(UncertaintyJson::read),
                json.member("verification").items(row -> readRow(row, schema)));
    }

    private static JsonNode write(ScoringModel model) {
        return switch (model) {
            case Scorecard scorecard -> ScorecardJson.write(scorecard);
            case FlatTreeEnsemble trees -> TreesJson.write(trees);
            default -> throw new IllegalArgumentException("no served form is known of " + model.getClass());
        };
    }

    private static ScoringModel readModel(JsonValue json) {
        JsonValue form = json.member("form");
        return switch (form.text()) {
            case "scorecard" -> ScorecardJson.read(json);
            case "trees" -> TreesJson.read(json);
            default -> throw form.fault("must be \"scorecard\" or \"trees\"");
        };
    }

    private static JsonNode write(Calibrator calibrator) {
        return Json.object()
                .set("intercept", Json.number(calibrator.intercept()))
                .set("slope", Json.number(calibrator.slope()));
    }

    private static Calibrator readCalibrator(JsonValue json) {
        return new Calibrator(
                json.member("intercept").number(), json.member("slope").number());
    }

    private static JsonNode write(GradeScale grades) {
        ScoreScale scale = grades.scale();
        return Json.object()
                .set("basePoints", Json.number(scale.basePoints()))
                .set("baseOdds", Json.number(scale.baseOdds()))
                .set("pointsToDoubleOdds", Json.number(scale.pointsToDoubleOdds()))
                .set("lowerPoints", Json.array(grades.lowerPoints(), Json::number));
    }

    private static GradeScale readGrades(JsonValue json) {
        ScoreScale scale = new ScoreScale(
                json.member("basePoints").number(),
                json.member("baseOdds").number(),
                json.member("pointsToDoubleOdds").number());
        return new GradeScale(scale, json.member("lowerPoints").items(JsonValue::number));
    }

    private static JsonNode write(ReferenceProfile reference) {
        return Json.object()
                .put("name", reference.name())
                .put("firms", reference.firms())
                .set("meanTerms", Json.array(reference.meanTerms(), Json::number))
                .set("typicalValues", Json.array(reference.typicalValues(), ValueJson::write))
                .set("sample", Json.array(reference.sample(), firm -> Json.array(firm, ValueJson::write)));
    }

    private static ReferenceProfile readReference(JsonValue json) {
        return new ReferenceProfile(
                json.member("name").text(),
                json.member("firms").whole(),
                json.member("meanTerms").items(JsonValue::number),
                json.member("typicalValues").items(ValueJson::read),
                json.optional("sample")
                        .map(sample -> sample.items(firm -> firm.items(ValueJson::read)))
                        .orElse(List.of()));
    }

    /** Values stand in the order of the artefact's schema; names would only repeat it. */
    private static JsonNode write(VerificationRow row) {
        FeatureVector vector = row.vector();
        ObjectNode json = Json.object()
                .put("enterprise", vector.enterprise().code())
                .put("asOf", vector.asOf().toString());
        json.set("values", Json.array(vector.values(), ValueJson::write));
        json.set("logOdds", Json.number(row.logOdds()));
        return json.put("score", row.score());
    }

    private static VerificationRow readRow(JsonValue json, FeatureSchema schema) {
        List<techflow.features.definition.FeatureValue> values =
                json.member("values").items(ValueJson::read);
        FeatureVector vector = new FeatureVector(
                new EnterpriseId(json.member("enterprise").text()),
                new AsOf(Instant.parse(json.member("asOf").text())),
                schema,
                values);
        return new VerificationRow(
                vector,
                json.member("logOdds").number(),
                Math.toIntExact(json.member("score").whole()));
    }
}
