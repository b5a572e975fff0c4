package techflow.scoring.artifact;

import techflow.features.definition.FeatureName;
import techflow.scoring.trees.FlatTreeEnsemble;
import techflow.scoring.trees.TreeInput;
import techflow.scoring.trees.TreeNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tree ensembles as JSON; each {@code float} in its shortest decimal form, which reads back to the same bits. */
final class TreesJson {
    private TreesJson() {}

    static JsonNode write(FlatTreeEnsemble ensemble) {
        ObjectNode json = Json.object().put("form", "trees");
        json.set("intercept", number(ensemble.intercept()));
        json.set("inputs", Json.array(ensemble.inputs(), TreesJson::write));
        json.set("trees", Json.array(ensemble.trees(), TreesJson::write));
        return json;
    }

    static FlatTreeEnsemble read(JsonValue json) {
        return new FlatTreeEnsemble(
                json.member("inputs").items(TreesJson::readInput),
                (float) json.member("intercept").number(),
                json.member("trees").items(TreesJson::readNode));
    }

    private static JsonNode write(TreeInput input) {
        ObjectNode json = Json.object().put("feature", input.feature().value());
        input.label().ifPresent(label -> json.put("label", label));
        return json;
    }

    private static TreeInput readInput(JsonValue json) {
        return new TreeInput(
                new FeatureName(json.member("feature").text()),
                json.optional("label").map(JsonValue::text));
    }

    private static JsonNode write(TreeNode node) {
        ObjectNode json = Json.object();
        switch (node) {
            case TreeNode.Leaf leaf -> json.set("leaf", number(leaf.value()));
            case TreeNode.Split split -> {
                json.put("input", split.input());
                json.set("below", number(split.threshold()));
                json.put("missingGoesLow", split.missingGoesLow());
                json.set("low", write(split.low()));
                json.set("high", write(split.high()));
            }
        }
        return json.set("cover", Json.number(node.cover()));
    }

    private static TreeNode readNode(JsonValue json) {
        double cover = json.member("cover").number();
        return json.optional("leaf")
                .<TreeNode>map(leaf -> new TreeNode.Leaf((float) leaf.number(), cover))
                .orElseGet(() -> new TreeNode.Split(
                        Math.toIntExact(json.member("input").whole()),
                        (float) json.member("below").number(),
                        json.member("missingGoesLow").flag(),
                        readNode(json.member("low")),
                        readNode(json.member("high")),
                        cover));
    }

    private static JsonNode number(float value) {
        return Json.number(Double.parseDouble(Float.toString(value)));
    }
}
