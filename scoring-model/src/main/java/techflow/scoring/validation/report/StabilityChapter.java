package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import techflow.scoring.evaluation.Concentration;
import techflow.scoring.evaluation.Stability;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.validation.StabilityFindings;
import techflow.scoring.validation.StabilityFindings.FeatureShift;
import techflow.scoring.validation.StabilityFindings.Migration;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** Whether firms and grades are still those of the training. */
final class StabilityChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        StabilityFindings found = report.stability();
        List<Block> blocks = new ArrayList<>();
        blocks.add(found.score().map(StabilityChapter::score).orElseGet(StabilityChapter::noScore));
        if (!found.features().isEmpty()) {
            blocks.add(features(report));
        }
        blocks.add(concentration(report));
        found.migrations().ifPresent(migration -> {
            blocks.add(stays(migration));
            blocks.add(GradeMatrix.of(
                    "migration",
                    new Captions(report)
                            .plain(
                                    "等级迁移：相邻检验时点之间同一企业的等级变化（企业数）",
                                    "Migration: grades of the same firm on neighbouring tested days, firms"),
                    new Bilingual("前 ╲ 后", "from ╲ to"),
                    migration.counts()));
        });
        return new Section("stability", "6", new Bilingual("稳定性", "Stability"), blocks);
    }

    private static Block score(Stability score) {
        boolean stable = score.psi() <= StabilityFindings.limit(score);
        return Block.paragraph(
                stable ? Tone.GOOD : Tone.CAREFUL,
                String.format(
                        Locale.ROOT,
                        "评分 PSI（按等级）%.4f，界限 %.4f（0.10 与 5%% 临界值 %.4f 中的大者；训练 n = %,d，检验 m = %,d）。",
                        score.psi(),
                        StabilityFindings.limit(score),
                        score.critical(),
                        score.referenceRows(),
                        score.currentRows()),
                String.format(
                        Locale.ROOT,
                        "PSI of the score, by grade, %.4f against a limit of %.4f: the greater of 0.10 and the 5 %% critical value %.4f (training n = %,d, tested m = %,d).",
                        score.psi(),
                        StabilityFindings.limit(score),
                        score.critical(),
                        score.referenceRows(),
                        score.currentRows()));
    }

    private static Block noScore() {
        return Block.paragraph(
                "PSI：没有单独的训练样本可比，未评估。", "PSI: not assessed, there are no training rows apart from the tested ones.");
    }

    private static Block features(ValidationReport report) {
        return new Block.Table(
                "features",
                new Captions(report)
                        .tested(
                                "模型特征对训练样本的 PSI（十分位，缺失自成一格）",
                                "PSI of the model's features against training, by deciles, missing as a cell of its own"),
                List.of(
                        Column.of("feature", "特征", "Feature"),
                        Column.of("psi", "PSI", "PSI"),
                        Column.of("critical", "5% 临界值", "Critical, 5 %"),
                        Column.of("limit", "界限", "Limit")),
                report.stability().features().stream()
                        .map(shift -> row(report, shift))
                        .toList());
    }

    private static List<Cell> row(ValidationReport report, FeatureShift shift) {
        return List.of(
                Names.cell(report, shift.feature()),
                new Cell.Number(shift.stability().psi(), Form.FINE, shift.shifted() ? Tone.CAREFUL : Tone.GOOD),
                Cell.number(shift.stability().critical(), Form.FINE),
                Cell.number(StabilityFindings.limit(shift.stability()), Form.FINE));
    }

    private static Block concentration(ValidationReport report) {
        Concentration grades = report.stability().grades();
        List<List<Cell>> rows = Arrays.stream(CreditGrade.values())
                .map(grade -> List.of(
                        Cell.words(grade.name()),
                        Cell.count(report.stability().gradeCounts().get(grade.ordinal())),
                        Cell.number(
                                (double) report.stability().gradeCounts().get(grade.ordinal()) / grades.rows(),
                                Form.PERCENT)))
                .toList();
        return new Block.Table(
                "concentration",
                new Captions(report)
                        .tested(
                                String.format(
                                        Locale.ROOT,
                                        "等级集中度：HHI %.3f（均匀为 0.100），标准化 %.3f，最大占比 %.1f%%",
                                        grades.hhi(),
                                        grades.normalised(),
                                        100 * grades.largestShare()),
                                String.format(
                                        Locale.ROOT,
                                        "Concentration of grades: HHI %.3f (even: 0.100), normalised %.3f, largest share %.1f %%",
                                        grades.hhi(),
                                        grades.normalised(),
                                        100 * grades.largestShare())),
                List.of(
                        Column.of("grade", "等级", "Grade"),
                        Column.of("rows", "行数", "Rows"),
                        Column.of("share", "占比", "Share")),
                rows);
    }

    private static Block stays(Migration migration) {
        return Block.paragraph(
                "相邻时点之间（%d 对），%.1f%% 的企业等级不变，%.1f%% 变动不超过一级。"
                        .formatted(migration.pairs(), 100 * migration.within(0), 100 * migration.within(1)),
                "Between neighbouring days (%d pairs) %.1f %% of firms keep their grade and %.1f %% move by one at most."
                        .formatted(migration.pairs(), 100 * migration.within(0), 100 * migration.within(1)));
    }
}
