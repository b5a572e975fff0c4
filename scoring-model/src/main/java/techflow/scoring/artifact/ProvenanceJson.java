package techflow.scoring.artifact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import techflow.scoring.artifact.Provenance.Code;
import techflow.scoring.artifact.Provenance.Data;
import techflow.scoring.artifact.Provenance.DataFile;
import techflow.scoring.artifact.Provenance.Stewardship;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The optional member {@code provenance} of a manifest. */
final class ProvenanceJson {
    private ProvenanceJson() {}

    static JsonNode write(Provenance provenance) {
        ObjectNode json = Json.object();
        json.set("code", write(provenance.code()));
        json.set("data", write(provenance.data()));
        provenance.configSha256().ifPresent(hash -> json.put("configSha256", hash));
        provenance.binsSha256().ifPresent(hash -> json.put("binsSha256", hash));
        provenance.stewardship().monitoringOwner().ifPresent(owner -> json.put("monitoringOwner", owner));
        provenance.stewardship().expiresOn().ifPresent(day -> json.put("expiresOn", day.toString()));
        return json;
    }

    static Provenance read(JsonValue json) {
        return new Provenance(
                readCode(json.member("code")),
                readData(json.member("data")),
                json.optional("configSha256").map(JsonValue::text),
                json.optional("binsSha256").map(JsonValue::text),
                new Stewardship(
                        json.optional("monitoringOwner").map(JsonValue::text),
                        json.optional("expiresOn").map(JsonValue::text).map(LocalDate::parse)));
    }

    private static JsonNode write(Code code) {
        ObjectNode json = Json.object();
        code.commit().ifPresent(commit -> json.put("commit", commit));
        return json.put("dirty", code.dirty()).put("build", code.build());
    }

    private static Code readCode(JsonValue json) {
        return new Code(
                json.optional("commit").map(JsonValue::text),
                json.member("dirty").flag(),
                json.member("build").text());
    }

    private static JsonNode write(Data data) {
        ObjectNode json = Json.object();
        json.set("files", Json.array(data.files(), ProvenanceJson::write));
        json.set("asOfs", Json.array(data.asOfs(), day -> Json.text(day.toString())));
        json.put("calibrationAsOfs", data.calibrationAsOfs())
                .put("holdOutAsOfs", data.holdOutAsOfs())
                .put("knownBefore", data.knownBefore().toString())
                .put("outcomeMonths", data.outcomeMonths());
        ObjectNode exclusions = json.putObject("exclusions");
        data.exclusions().forEach(exclusions::put);
        return json;
    }

    private static Data readData(JsonValue json) {
        Map<String, Long> exclusions = new TreeMap<>();
        json.member("exclusions").members().forEach((reason, rows) -> exclusions.put(reason, rows.whole()));
        return new Data(
                json.member("files").items(ProvenanceJson::readFile),
                json.member("asOfs").items(day -> LocalDate.parse(day.text())),
                Math.toIntExact(json.member("calibrationAsOfs").whole()),
                Math.toIntExact(json.member("holdOutAsOfs").whole()),
                Instant.parse(json.member("knownBefore").text()),
                Math.toIntExact(json.member("outcomeMonths").whole()),
                exclusions);
    }

    private static JsonNode write(DataFile file) {
        return Json.object()
                .put("name", file.name())
                .put("sha256", file.sha256())
                .put("bytes", file.bytes())
                .put("rows", file.rows());
    }

    private static DataFile readFile(JsonValue json) {
        return new DataFile(
                json.member("name").text(),
                json.member("sha256").text(),
                json.member("bytes").whole(),
                json.member("rows").whole());
    }
}
