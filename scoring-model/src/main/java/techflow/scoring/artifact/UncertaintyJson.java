package techflow.scoring.artifact;

import techflow.scoring.model.PdUncertainty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The replicates of a bootstrap as JSON: {@code {"level":0.9,"knots":[[…],…],"replicates":[[shift,change,…],…]}}. */
final class UncertaintyJson {
    private UncertaintyJson() {}

    static JsonNode write(PdUncertainty uncertainty) {
        ObjectNode json = Json.object();
        json.set("level", Json.number(uncertainty.level()));
        json.set("knots", Json.array(uncertainty.knots(), knots -> Json.array(knots, Json::number)));
        json.set("replicates", Json.array(uncertainty.replicates(), replicate -> Json.array(replicate, Json::number)));
        return json;
    }

    static PdUncertainty read(JsonValue json) {
        return new PdUncertainty(
                json.member("knots").items(knots -> knots.items(JsonValue::number)),
                json.member("replicates").items(replicate -> replicate.items(JsonValue::number)),
                json.member("level").number());
    }
}
