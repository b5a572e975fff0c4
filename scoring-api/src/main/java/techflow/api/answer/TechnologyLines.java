package techflow.api.answer;

import java.util.List;
import techflow.api.answer.ScoreAnswer.BlockPoints;
import techflow.api.answer.ScoreAnswer.CorrectionLine;
import techflow.api.answer.ScoreAnswer.DimensionLine;
import techflow.api.answer.ScoreAnswer.Innovation;
import techflow.api.answer.ScoreAnswer.PublishedPoints;
import techflow.api.answer.ScoreAnswer.Technology;
import techflow.scoring.technology.InnovationPoints;
import techflow.scoring.technology.OfficialInnovationPoints;
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

    /** @param official what authorities published, kept apart from our own computation */
    static Innovation innovation(InnovationPoints points, List<OfficialInnovationPoints> official) {
        return new Innovation(
                points.total().orElse(null),
                points.maximum(),
                points.stage().name(),
                new Text(points.stage().chinese(), points.stage().english()),
                false,
                POINTS_NOTE,
                official.stream().map(TechnologyLines::published).toList());
    }

    private static PublishedPoints published(OfficialInnovationPoints one) {
        return new PublishedPoints(
                one.year(),
                one.frame().name(),
                new Text(one.frame().chinese(), one.frame().english()),
                one.authority(),
                one.total().isPresent() ? one.total().getAsDouble() : null,
                one.maximum().isPresent() ? one.maximum().getAsDouble() : null,
                one.frame().blocks().stream()
                        .filter(one.blocks()::containsKey)
                        .map(block -> new BlockPoints(
                                block.name(),
                                new Text(block.chinese(), block.english()),
                                one.blocks().getOrDefault(block, 0.0)))
                        .toList());
    }
}
