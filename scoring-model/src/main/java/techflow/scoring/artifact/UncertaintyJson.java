package techflow.scoring.artifact;

import techflow.scoring.model.PdUncertainty;
import tools.jackson.databind.JsonNode;

/** The replicates of a bootstrap as JSON: {@code {"level":0.9,"replicates":[[shift,weight,…],…]}}. */
final class UncertaintyJson {
    private UncertaintyJson() {}

    static JsonNode write(PdUncertainty uncertainty) {
        return Json.object()
                .set("level", Json.number(uncertainty.level()))
                .set(
                        "replicates",
                        Json.array(uncertainty.replicates(), replicate -> Json.array(replicate, Json::number)));
    }

    static PdUncertainty read(JsonValue json) {
        return new PdUncertainty(
                json.member("replicates").items(replicate -> replicate.items(JsonValue::number)),
                json.member("level").number());
    }
}
