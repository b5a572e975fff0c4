package techflow.scoring.validation.report;

import java.util.List;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.validation.gate.GateVerdicts.Row;
import techflow.scoring.validation.gate.GateVerdicts.Verdict;
import techflow.scoring.wording.Bilingual;

/** The gates with figure, limit and verdict. */
final class GateTable {
    private GateTable() {}

    static Block.Table of(ValidationReport report) {
        return new Block.Table(
                "gates",
                new Captions(report)
                        .tested(
                                "关卡（" + report.limits().version() + "）",
                                "Gates (" + report.limits().version() + ")"),
                List.of(
                        Column.of("gate", "关卡", "Gate"),
                        Column.of("figure", "数字", "Figure"),
                        Column.of("value", "结果", "Found"),
                        Column.of("limit", "界限", "Limit"),
                        Column.of("verdict", "结论", "Verdict")),
                report.verdicts().rows().stream().map(row -> row(report, row)).toList());
    }

    private static List<Cell> row(ValidationReport report, Row row) {
        Bilingual verdict = new Bilingual(row.verdict().chinese(), row.verdict().english());
        boolean overridden = report.verdicts().override(row.gate().figure()).isPresent();
        Bilingual told =
                overridden ? new Bilingual(verdict.chinese() + "，已豁免", verdict.english() + ", overridden") : verdict;
        return List.of(
                Cell.words(row.gate().figure().word()),
                Cell.words(row.gate().figure().chinese(), row.gate().figure().english()),
                Cell.number(row.value(), Form.ANY),
                Cell.words(row.gate().limit()),
                new Cell.Words(told, tone(row.verdict())));
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case NOT_ASSESSED -> Tone.CAREFUL;
        };
    }
}
