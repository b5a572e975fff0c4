package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.evaluation.HosmerLemeshow;
import techflow.scoring.validation.CalibrationFindings;
import techflow.scoring.validation.CalibrationFindings.Grade;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** Whether PDs are as high as the default rates that followed. */
final class CalibrationChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(tests(report));
        blocks.add(new Block.Plots(List.of(CalibrationPlots.reliability(report), CalibrationPlots.grades(report))));
        blocks.add(masterScale(report));
        blocks.add(lowDefault(report));
        blocks.add(groups(report));
        return new Section("calibration", "5", new Bilingual("校准", "Calibration"), blocks);
    }

    private static Block tests(ValidationReport report) {
        CalibrationFindings found = report.calibration();
        HosmerLemeshow test = found.hosmerLemeshow();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("预期违约数", "Expected defaults", found.expected(), Form.DECIMAL));
        rows.add(row("实际违约数", "Observed defaults", found.observed(), Form.COUNT));
        rows.add(row("校准斜率", "Calibration slope", found.tests().line().slope(), Form.DECIMAL));
        rows.add(row(
                "校准截距（对数几率）",
                "Calibration intercept, log-odds",
                found.tests().line().intercept(),
                Form.DECIMAL));
        rows.add(row("Spiegelhalter z", "Spiegelhalter's z", found.tests().spiegelhalterZ(), Form.DECIMAL));
        rows.add(row(
                "Spiegelhalter p（双侧）",
                "Spiegelhalter's p, two-sided",
                found.tests().spiegelhalterP(),
                Form.P_VALUE));
        rows.add(row(
                "Hosmer–Lemeshow χ²（自由度 " + test.groups().size() + "）",
                "Hosmer–Lemeshow chi-squared, " + test.groups().size() + " degrees of freedom",
                test.statistic(),
                Form.DECIMAL));
        rows.add(row("Hosmer–Lemeshow p", "Hosmer–Lemeshow p", test.p(), Form.P_VALUE));
        rows.add(row(
                "整体 PD 偏低的 p（Vasicek 单因子，ρ = " + found.assetCorrelation() + "）",
                "p that all PDs are too low (Vasicek one-factor, rho = " + found.assetCorrelation() + ")",
                found.portfolioP(),
                Form.P_VALUE));
        return new Block.Table(
                "tests",
                new Captions(report).tested("整体校准检验", "Tests of the calibration as a whole"),
                List.of(Column.of("test", "检验", "Test"), Column.of("value", "结果", "Found")),
                rows);
    }

    private static List<Cell> row(String chinese, String english, double value, Form form) {
        return List.of(Cell.words(chinese, english), Cell.number(value, form));
    }

    private static Block masterScale(ValidationReport report) {
        CalibrationFindings found = report.calibration();
        return new Block.Table(
                "master_scale",
                new Captions(report)
                        .tested(
                                "主标尺：各等级的 PD 界限、平均 PD、违约率与 95% Jeffreys 区间；单侧检验“PD 偏低”",
                                "Master scale: PD limits, mean PD, default rate with 95 % Jeffreys interval, and one-sided tests that"
                                        + " the PD is too low"),
                List.of(
                        Column.of("grade", "等级", "Grade"),
                        Column.of("upper_pd", "PD 上限", "PD up to"),
                        Column.of("rows", "行数", "Rows"),
                        Column.of("bads", "违约", "Defaults"),
                        Column.of("mean_pd", "平均 PD", "Mean PD"),
                        Column.of("default_rate", "违约率 (95%)", "Default rate (95 %)"),
                        Column.of("jeffreys_p", "Jeffreys p", "Jeffreys p"),
                        Column.of("binomial_p", "二项 p", "Binomial p"),
                        Column.of("correlated_p", "含相关 p", "Correlated p"),
                        Column.of(
                                "prudent_pd",
                                "Pluto–Tasche " + Form.PERCENT.of(found.lowDefaultConfidence()),
                                "Pluto–Tasche " + Form.PERCENT.of(found.lowDefaultConfidence()))),
                found.grades().stream().map(CalibrationChapter::grade).toList());
    }

    private static List<Cell> grade(Grade grade) {
        boolean none = grade.row().rows() == 0;
        Tone tone = switch (grade.light()) {
            case GREEN -> none ? Tone.PLAIN : Tone.GOOD;
            case YELLOW -> Tone.CAREFUL;
            case RED -> Tone.BAD;
        };
        return List.of(
                Cell.words(grade.row().grade().name()),
                Cell.number(grade.upperPd(), Form.RATE),
                Cell.count(grade.row().rows()),
                Cell.count(grade.row().bads()),
                Cell.number(grade.row().expectedRate(), Form.RATE),
                none ? new Cell.Empty() : Cell.range(grade.row().observed(), Form.RATE),
                none ? new Cell.Empty() : Cell.number(grade.row().underestimationP(), Form.P_VALUE),
                none ? new Cell.Empty() : Cell.number(grade.independentP(), Form.P_VALUE),
                none ? new Cell.Empty() : new Cell.Number(grade.correlatedP(), Form.P_VALUE, tone),
                Cell.number(grade.prudentPd(), Form.RATE));
    }

    private static Block lowDefault(ValidationReport report) {
        CalibrationFindings found = report.calibration();
        List<String> thin = found.grades().stream()
                .filter(grade -> grade.row().bads() < CalibrationFindings.FEW_BADS)
                .map(grade -> grade.row().grade().name())
                .toList();
        return Block.paragraph(
                thin.isEmpty() ? Tone.PLAIN : Tone.CAREFUL,
                "低违约提示：等级 " + thin + " 的违约不足 " + CalibrationFindings.FEW_BADS
                        + " 例，检验没有效力；Pluto–Tasche 列是在所示置信度下不被数据推翻的最大 PD（最审慎估计，独立情形）。"
                        + "标记按奥地利央行的交通灯：p ≤ 5% 为黄，≤ 0.1% 为红，用含相关性的检验。",
                "Low defaults: grades " + thin + " saw fewer than " + CalibrationFindings.FEW_BADS
                        + " defaults, so their tests have no power; the Pluto–Tasche column is the greatest PD that the data do"
                        + " not refute at the confidence shown (most prudent estimate, independent case). Marks follow the OeNB's"
                        + " traffic light on the correlated test: p up to 5 % yellow, up to 0.1 % red.");
    }

    private static Block groups(ValidationReport report) {
        return new Block.Table(
                "groups",
                new Captions(report).tested("Hosmer–Lemeshow 分组", "The groups of Hosmer and Lemeshow"),
                List.of(
                        Column.of("rows", "行数", "Rows"),
                        Column.of("bads", "违约", "Defaults"),
                        Column.of("mean_pd", "平均 PD", "Mean PD"),
                        Column.of("default_rate", "违约率 (95%)", "Default rate (95 %)")),
                report.calibration().hosmerLemeshow().groups().stream()
                        .map(group -> List.of(
                                Cell.count(group.rows()),
                                Cell.count(group.bads()),
                                Cell.number(group.meanPd(), Form.RATE),
                                Cell.range(group.observed(), Form.RATE)))
                        .toList());
    }
}
