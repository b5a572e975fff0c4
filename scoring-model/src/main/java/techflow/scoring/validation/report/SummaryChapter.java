package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** What the person who signs has to know. */
final class SummaryChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(verdict(report));
        blocks.add(figures(report));
        blocks.add(new Block.Plots(List.of(
                DiscriminationPlots.roc(report),
                CalibrationPlots.reliability(report),
                CalibrationPlots.grades(report))));
        blocks.add(GateTable.of(report));
        blocks.addAll(KeyLimits.of(report));
        blocks.add(SignOffChapter.lines());
        return new Section("summary", "0", new Bilingual("摘要与签署", "Summary and sign-off"), blocks);
    }

    private static Block verdict(ValidationReport report) {
        Bilingual failed = failed(report);
        if (report.verdicts().passed()) {
            return Block.paragraph(
                    Tone.GOOD,
                    "结论：全部关卡通过，可提交上线审批。",
                    "Verdict: every gate passed; the model may be put forward for promotion.");
        }
        if (report.verdicts().promotable()) {
            return Block.paragraph(
                    Tone.CAREFUL,
                    "结论：未通过的关卡已由他人书面豁免（" + failed.chinese() + "），可提交上线审批；理由见第 13 节。",
                    "Verdict: gates failed and were overridden in writing (" + failed.english()
                            + "); the model may be put forward, for the reasons in section 13.");
        }
        return Block.paragraph(
                Tone.BAD,
                "结论：未通过：" + failed.chinese() + "，不得上线；除非训练者以外的人书面豁免。",
                "Verdict: failed " + failed.english()
                        + "; the model must not be promoted unless somebody other than its trainer overrides in writing.");
    }

    private static Bilingual failed(ValidationReport report) {
        return new Bilingual(
                report.verdicts().failed().stream()
                        .map(row -> row.gate().figure().chinese())
                        .collect(Collectors.joining("、")),
                report.verdicts().failed().stream()
                        .map(row -> row.gate().figure().english())
                        .collect(Collectors.joining("; ")));
    }

    private static Block figures(ValidationReport report) {
        var overall = report.overall();
        var line = overall.calibration().line();
        double slopeReach = line.slopeReach();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("AUC", "AUC", Cell.range(overall.discrimination().auc(), Form.SHARE)));
        rows.add(row("KS", "KS", Cell.range(overall.discrimination().ks(), Form.SHARE)));
        rows.add(row(
                "校准斜率（1 为佳）",
                "Calibration slope (1 is right)",
                Cell.range(
                        new Estimate(line.slope(), line.slope() - slopeReach, line.slope() + slopeReach),
                        Form.DECIMAL)));
        rows.add(row(
                "预期违约数 ÷ 实际违约数",
                "Expected over observed defaults",
                Cell.number(report.calibration().level(), Form.DECIMAL)));
        rows.add(row("Brier", "Brier", Cell.range(overall.brier(), Form.FINE)));
        report.stability()
                .score()
                .ifPresent(score -> rows.add(
                        row("评分 PSI（对训练样本）", "Score PSI against training", Cell.number(score.psi(), Form.FINE))));
        report.discrimination()
                .decline()
                .ifPresent(decline -> rows.add(row(
                        "训练样本 AUC（偏乐观）",
                        "AUC on training rows (flatters)",
                        Cell.range(decline.training(), Form.SHARE))));
        return new Block.Table(
                "headline",
                new Captions(report).tested("主要数字与 95% 区间", "Headline figures with 95 % intervals"),
                List.of(Column.of("figure", "数字", "Figure"), Column.of("value", "结果", "Found")),
                rows);
    }

    private static List<Cell> row(String chinese, String english, Cell value) {
        return List.of(Cell.words(chinese, english), value);
    }
}
