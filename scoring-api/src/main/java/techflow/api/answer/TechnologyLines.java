package techflow.api.answer;

import techflow.api.answer.ScoreAnswer.CorrectionLine;
import techflow.api.answer.ScoreAnswer.DimensionLine;
import techflow.api.answer.ScoreAnswer.Innovation;
import techflow.api.answer.ScoreAnswer.Technology;
import techflow.scoring.technology.InnovationPoints;
import techflow.scoring.technology.TechnologyAssessment;
import techflow.scoring.technology.TechnologyAssessment.Outcome;

/** The technology side of the answer. */
final class TechnologyLines {
    private static final Text INDEX_NOTE = new Text(
            "维度权重与等级界限为本系统自行设定，并非官方标准；T 等级衡量创新能力，不是违约概率。",
            "Weights and grade limits are this system's own setting, not an official standard; a T grade measures"
                    + " innovation ability, not the probability of default.");
    private static final Text POINTS_NOTE = new Text(
            "积分权重为本系统自行设定，并非官方创新积分。",
            "The weights are this system's own setting; these are not official innovation points.");

    private TechnologyLines() {}

    static Technology technology(TechnologyAssessment assessment) {
        return new Technology(
                assessment.outcome().map(o -> o.grade().name()).orElse(null),
                assessment.outcome().map(o -> o.baseGrade().name()).orElse(null),
                assessment.outcome().map(Outcome::index).orElse(null),
                assessment.dimensions().stream()
                        .map(d -> new DimensionLine(
                                d.dimension().name(),
                                new Text(d.dimension().chinese(), d.dimension().english()),
                                d.score().orElse(null),
                                d.weight()))
                        .toList(),
                assessment.outcome().stream()
                        .flatMap(o -> o.corrections().stream())
                        .map(c -> new CorrectionLine(c.code(), c.notches(), new Text(c.chinese(), c.english())))
                        .toList(),
                assessment.settingsVersion(),
                false,
                INDEX_NOTE);
    }

    static Innovation innovation(InnovationPoints points) {
        return new Innovation(
                points.total().orElse(null),
                points.maximum(),
                points.stage().name(),
                new Text(points.stage().chinese(), points.stage().english()),
                false,
                POINTS_NOTE);
    }
}
