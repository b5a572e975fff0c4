package techflow.scoring.artifact;

import techflow.scoring.model.PdUncertainty;
import tools.jackson.databind.JsonNode;

/** The replicates of a bootstrap as JSON: {@code {"level":0.9,"knots":[[…],…],"replicates":[[shift,change,…],…]}}. */
final class UncertaintyJson {
    private UncertaintyJson() {}

    static JsonNode write(PdUncertainty uncertainty) {
        return Json.object()
                .<tools.jackson.databind.node.ObjectNode>set("level", Json.number(uncertainty.level()))
                .<tools.jackson.databind.node.ObjectNode>set(
                        "knots", Json.array(uncertainty.knots(), knots -> Json.array(knots, Json::number)))
                .set(
                        "replicates",
                        Json.array(uncertainty.replicates(), replicate -> Json.array(replicate, Json::number)));
    }

    static PdUncertainty read(JsonValue json) {
        return new PdUncertainty(
                json.member("knots").items(knots -> knots.items(JsonValue::number)),
                json.member("replicates").items(replicate -> replicate.items(JsonValue::number)),
                json.member("level").number());
    }
}
