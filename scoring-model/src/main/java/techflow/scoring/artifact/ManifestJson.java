package techflow.scoring.artifact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import techflow.scoring.artifact.ModelManifest.DateRange;
import techflow.scoring.artifact.ModelManifest.Metric;
import techflow.scoring.artifact.ModelManifest.TrainingData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Manifests as canonical JSON, as they stand in artefacts and in records of runs. */
public final class ManifestJson {
    private ManifestJson() {}

    /** The manifest by itself. The same manifest gives the same text. */
    public static String text(ModelManifest manifest) {
        return Json.write(write(manifest));
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when the text is not a manifest; the message names the place
     */
    public static ModelManifest read(String text) {
        return read(Json.read(text));
    }

    static JsonNode write(ModelManifest manifest) {
        ObjectNode json = Json.object()
                .put("modelId", manifest.modelId())
                .put("version", manifest.version())
                .put("createdAt", manifest.createdAt().toString())
                .put("trainedBy", manifest.trainedBy())
                .put("featureSetVersion", manifest.featureSetVersion())
                .put("schemaFingerprint", manifest.schemaFingerprint());
        json.set("data", write(manifest.data()));
        json.put("seed", manifest.seed());
        json.set("settings", write(manifest.settings()));
        json.set("libraries", write(manifest.libraries()));
        json.set("metrics", Json.array(manifest.metrics(), ManifestJson::write));
        manifest.provenance().ifPresent(provenance -> json.set("provenance", ProvenanceJson.write(provenance)));
        return json;
    }

    static ModelManifest read(JsonValue json) {
        return new ModelManifest(
                json.member("modelId").text(),
                json.member("version").text(),
                Instant.parse(json.member("createdAt").text()),
                json.member("trainedBy").text(),
                json.member("featureSetVersion").text(),
                json.member("schemaFingerprint").text(),
                readData(json.member("data")),
                json.member("seed").whole(),
                readTexts(json.member("settings")),
                readTexts(json.member("libraries")),
                json.member("metrics").items(ManifestJson::readMetric),
                json.optional("provenance").map(ProvenanceJson::read));
    }

    private static JsonNode write(TrainingData data) {
        ObjectNode json = Json.object()
                .put("description", data.description())
                .put("synthetic", data.synthetic())
                .put("rows", data.rows())
                .put("bads", data.bads());
        json.set("training", write(data.training()));
        data.calibration().ifPresent(range -> json.set("calibration", write(range)));
        data.holdOut().ifPresent(range -> json.set("holdOut", write(range)));
        return json;
    }

    private static TrainingData readData(JsonValue json) {
        return new TrainingData(
                json.member("description").text(),
                json.member("synthetic").flag(),
                json.member("rows").whole(),
                json.member("bads").whole(),
                readRange(json.member("training")),
                json.optional("calibration").map(ManifestJson::readRange),
                json.optional("holdOut").map(ManifestJson::readRange));
    }

    private static JsonNode write(DateRange range) {
        return Json.object()
                .put("first", range.first().toString())
                .put("last", range.last().toString());
    }

    private static DateRange readRange(JsonValue json) {
        return new DateRange(
                LocalDate.parse(json.member("first").text()),
                LocalDate.parse(json.member("last").text()));
    }

    private static JsonNode write(Map<String, String> texts) {
        ObjectNode json = Json.object();
        texts.forEach(json::put);
        return json;
    }

    private static Map<String, String> readTexts(JsonValue json) {
        Map<String, String> texts = new TreeMap<>();
        json.members().forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    private static JsonNode write(Metric metric) {
        ObjectNode json = Json.object().put("name", metric.name());
        json.set("value", Json.number(metric.value()));
        metric.low().ifPresent(low -> json.set("low", Json.number(low)));
        metric.high().ifPresent(high -> json.set("high", Json.number(high)));
        return json;
    }

    private static Metric readMetric(JsonValue json) {
        Optional<Double> low = json.optional("low").map(JsonValue::number);
        Optional<Double> high = json.optional("high").map(JsonValue::number);
        return new Metric(json.member("name").text(), json.member("value").number(), low, high);
    }
}
