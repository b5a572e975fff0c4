package techflow.scoring.artifact;

import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.Characteristic;
import techflow.scoring.scorecard.Scorecard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Scorecards as JSON. */
final class ScorecardJson {
    private ScorecardJson() {}

    static JsonNode write(Scorecard scorecard) {
        ObjectNode json = Json.object().put("form", "scorecard");
        json.set("intercept", Json.number(scorecard.intercept()));
        json.set("characteristics", Json.array(scorecard.characteristics(), ScorecardJson::write));
        return json;
    }

    static Scorecard read(JsonValue json) {
        return new Scorecard(
                json.member("intercept").number(),
                json.member("characteristics").items(ScorecardJson::readLine));
    }

    private static JsonNode write(Characteristic line) {
        ObjectNode json = Json.object().put("feature", line.feature().value());
        json.set("coefficient", Json.number(line.coefficient()));
        json.set("bins", Json.array(line.binning().bins(), ScorecardJson::write));
        json.set("missing", write(line.binning().missing()));
        if (!line.binning().specials().isEmpty()) {
            json.set("specials", Json.array(line.binning().specials(), ScorecardJson::write));
        }
        return json;
    }

    private static Characteristic readLine(JsonValue json) {
        List<Bin> bins = json.member("bins").items(ScorecardJson::readBin);
        JsonValue missing = json.member("missing");
        Binning binning = new Binning(
                new FeatureName(json.member("feature").text()),
                bins,
                new Bin.MissingBin(missing.member("woe").number(), readCounts(missing)),
                json.optional("specials")
                        .map(specials -> specials.items(ScorecardJson::readSpecial))
                        .orElse(List.of()));
        return new Characteristic(binning, json.member("coefficient").number());
    }

    private static JsonNode write(Bin bin) {
        ObjectNode json = Json.object();
        switch (bin) {
            case Bin.NumericBin numeric ->
                json.set("from", Json.number(numeric.from())).set("to", Json.number(numeric.to()));
            case Bin.CategoryBin category -> json.set("labels", Json.array(category.labels(), Json::text));
            case Bin.SpecialBin special -> json.set("value", ValueJson.write(special.value()));
            case Bin.MissingBin missing -> {}
        }
        json.set("woe", Json.number(bin.woe()));
        return json.put("good", bin.counts().good()).put("bad", bin.counts().bad());
    }

    private static Bin readBin(JsonValue json) {
        double woe = json.member("woe").number();
        Counts counts = readCounts(json);
        return json.optional("labels")
                .<Bin>map(labels -> new Bin.CategoryBin(labels.items(JsonValue::text), woe, counts))
                .orElseGet(() -> new Bin.NumericBin(
                        json.member("from").number(), json.member("to").number(), woe, counts));
    }

    private static Bin.SpecialBin readSpecial(JsonValue json) {
        return new Bin.SpecialBin(
                ValueJson.read(json.member("value")), json.member("woe").number(), readCounts(json));
    }

    private static Counts readCounts(JsonValue json) {
        return new Counts(json.member("good").whole(), json.member("bad").whole());
    }
}
