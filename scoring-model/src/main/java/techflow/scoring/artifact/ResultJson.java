package techflow.scoring.artifact;

import java.util.Optional;
import techflow.scoring.score.Contribution;
import techflow.scoring.score.Explanation;
import techflow.scoring.score.PdInterval;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.technology.InnovationPoints;
import techflow.scoring.technology.TechnologyAssessment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A scoring result as canonical JSON: equal results give equal bytes, so a replay is compared as text. */
public final class ResultJson {
    private ResultJson() {}

    public static String write(ScoringResult result) {
        ObjectNode json = Json.object();
        switch (result) {
            case ScoringResult.Scored scored -> scored(json, scored);
            case ScoringResult.NotScorable refused ->
                json.put("outcome", "NOT_SCORABLE")
                        .set("reasons", Json.array(refused.reasons(), reason -> Json.text(reason.name())));
        }
        json.set("technology", write(result.technology()));
        json.set("innovation", write(result.innovation()));
        json.set("completeness", Json.number(result.completeness()));
        return Json.write(json);
    }

    private static void scored(ObjectNode json, ScoringResult.Scored scored) {
        json.put("outcome", "SCORED");
        json.set("logOdds", Json.number(scored.logOdds()));
        json.set("pd", Json.number(scored.pd().value()));
        scored.pdInterval().ifPresent(interval -> json.set("pdInterval", write(interval)));
        json.set("points", Json.number(scored.points()));
        json.put("score", scored.score());
        json.put("grade", scored.grade().name());
        json.set("explanation", write(scored.explanation()));
    }

    private static JsonNode write(PdInterval interval) {
        ObjectNode json = Json.object();
        json.set("low", Json.number(interval.low()));
        json.set("high", Json.number(interval.high()));
        json.set("level", Json.number(interval.level()));
        return json;
    }

    private static JsonNode write(Explanation explanation) {
        return Json.object()
                .put("reference", explanation.reference())
                .set("baselinePoints", Json.number(explanation.baselinePoints()))
                .set("contributions", Json.array(explanation.contributions(), ResultJson::write));
    }

    private static JsonNode write(Contribution contribution) {
        return Json.object()
                .put("feature", contribution.feature().value())
                .set("value", ValueJson.write(contribution.value()))
                .set("points", Json.number(contribution.points()))
                .set("reference", ValueJson.write(contribution.reference()));
    }

    private static JsonNode write(TechnologyAssessment assessment) {
        ObjectNode json = Json.object().put("settings", assessment.settingsVersion());
        assessment
                .outcome()
                .ifPresent(outcome -> json.set("index", Json.number(outcome.index()))
                        .put("baseGrade", outcome.baseGrade().name())
                        .put("grade", outcome.grade().name())
                        .set("corrections", Json.array(outcome.corrections(), ResultJson::write)));
        json.set("dimensions", Json.array(assessment.dimensions(), ResultJson::write));
        return json;
    }

    private static JsonNode write(TechnologyAssessment.Correction correction) {
        return Json.object()
                .put("code", correction.code())
                .put("notches", correction.notches())
                .put("chinese", correction.chinese())
                .put("english", correction.english());
    }

    private static JsonNode write(TechnologyAssessment.DimensionScore score) {
        return Json.object()
                .put("dimension", score.dimension().name())
                .set("score", write(score.score()))
                .set("weight", Json.number(score.weight()));
    }

    private static JsonNode write(InnovationPoints points) {
        return Json.object()
                .put("settings", points.settingsVersion())
                .put("stage", points.stage().name())
                .set("total", write(points.total()))
                .set("maximum", Json.number(points.maximum()))
                .set("items", Json.array(points.items(), ResultJson::write));
    }

    private static JsonNode write(InnovationPoints.Item item) {
        return Json.object()
                .put("feature", item.feature().value())
                .set("points", write(item.points()))
                .set("maximum", Json.number(item.maximum()));
    }

    private static JsonNode write(Optional<Double> number) {
        return number.<JsonNode>map(Json::number).orElse(JsonNodeFactory.instance.nullNode());
    }
}
