package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import techflow.features.definition.Direction;
import techflow.scoring.validation.SoundnessFindings.FeatureLine;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** Each feature: what it means, why it should matter, and what the served function makes of it. */
final class SoundnessChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        List<Block> blocks = new ArrayList<>();
        int comparisons = report.soundness().features().stream()
                .mapToInt(FeatureLine::comparisons)
                .sum();
        boolean sound = report.soundness().violations() == 0;
        blocks.add(Block.paragraph(
                sound ? Tone.GOOD : Tone.BAD,
                "单调性：在实际服务的函数上比较了 %,d 对相邻取值（每个分箱或区间取一个值），违反申明方向 %d 次；缺失得分最高的特征 %d 个。"
                        .formatted(
                                comparisons,
                                report.soundness().violations(),
                                report.soundness().missingRewarded()),
                "Monotonicity: %,d neighbouring values were compared on the served function, one of every bin or interval; %d contradict a declared direction. Features for which missing scores best: %d."
                        .formatted(
                                comparisons,
                                report.soundness().violations(),
                                report.soundness().missingRewarded())));
        blocks.add(effects(report));
        blocks.add(rationale(report));
        return new Section("soundness", "3", new Bilingual("概念合理性", "Conceptual soundness"), blocks);
    }

    private static List<FeatureLine> byWeight(ValidationReport report) {
        return report.soundness().features().stream()
                .sorted(Comparator.comparingDouble(FeatureLine::spread).reversed())
                .toList();
    }

    private static Block effects(ValidationReport report) {
        return new Block.Table(
                "effects",
                new Captions(report)
                        .tested("模型特征按权重排列；分值相对各自平均", "Features of the model by weight; points against their own mean"),
                List.of(
                        Column.of("feature", "特征", "Feature"),
                        Column.of("family", "类别", "Family"),
                        Column.of("direction", "申明方向", "Declared direction"),
                        Column.of("spread", "分值标准差", "Spread, points"),
                        Column.of("lowest", "最低", "Lowest"),
                        Column.of("highest", "最高", "Highest"),
                        Column.of("comparisons", "比较次数", "Compared"),
                        Column.of("violations", "违反", "Violations")),
                byWeight(report).stream().map(SoundnessChapter::effect).toList());
    }

    private static List<Cell> effect(FeatureLine line) {
        var family = line.definition().family();
        return List.of(
                Cell.words(Names.of(line.definition())),
                Cell.words(family.chinese(), family.english()),
                Cell.words(direction(line.definition().direction())),
                Cell.number(line.spread(), Form.DECIMAL),
                Cell.number(line.lowest(), Form.POINTS),
                Cell.number(line.highest(), Form.POINTS),
                Cell.count(line.comparisons()),
                new Cell.Number(
                        line.violations(),
                        Form.COUNT,
                        line.violations() > 0
                                ? Tone.BAD
                                : line.definition().direction() == Direction.NONE ? Tone.PLAIN : Tone.GOOD));
    }

    static Bilingual direction(Direction direction) {
        return switch (direction) {
            case SAFER_WHEN_HIGHER -> new Bilingual("越高越安全", "safer when higher");
            case RISKIER_WHEN_HIGHER -> new Bilingual("越高越危险", "riskier when higher");
            case NONE -> new Bilingual("未申明", "none declared");
        };
    }

    /** The catalogue gives reasons in one language; they are shown as they stand. */
    private static Block rationale(ValidationReport report) {
        return new Block.Table(
                "rationale",
                new Captions(report).plain("为什么（特征目录原文）", "Why, in the words of the feature catalogue"),
                List.of(
                        Column.of("feature", "特征", "Feature"),
                        Column.of("meaning", "含义", "What it is"),
                        Column.of("reason", "方向的理由", "Reason of the direction"),
                        Column.of("missing", "缺失的含义", "What missing means"),
                        Column.of("source", "依据", "Source")),
                byWeight(report).stream()
                        .map(FeatureLine::definition)
                        .map(d -> List.of(
                                Cell.words(Names.of(d)),
                                Cell.words(d.description()),
                                Cell.words(d.directionReason()),
                                Cell.words(d.missingMeans()),
                                Cell.words(d.source())))
                        .toList());
    }
}
