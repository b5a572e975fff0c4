package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.validation.ImplementationFindings;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** Whether what serves is what was trained. */
final class ImplementationChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        ImplementationFindings found = report.implementation();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                Cell.words("与训练库自身预测的最大差（对数几率）", "Largest distance from the trainer's own prediction, log-odds"),
                Cell.number(found.trainerParity(), Form.ANY)));
        rows.add(List.of(
                Cell.words("随文件携带的验证行", "Verification rows in the artefact"), Cell.count(found.verificationRows())));
        rows.add(List.of(
                Cell.words("其中未能逐位复现", "Of them not reproduced to the last bit"), zero(found.verificationFailures())));
        rows.add(List.of(
                Cell.words("写出再读入后重算的评分", "Answers replayed after writing and reading model and vectors"),
                Cell.count(found.replayed())));
        rows.add(List.of(Cell.words("其中不一致", "Of them different in any digit"), zero(found.replayDifferences())));
        rows.add(List.of(
                Cell.words(
                        "一次评分含解释的中位耗时（微秒，本机）", "Median time of an answer with reasons, microseconds, on this machine"),
                Cell.number(found.microseconds(), Form.DECIMAL)));
        return new Section(
                "implementation",
                "10",
                new Bilingual("实现", "Implementation"),
                List.of(
                        new Block.Table(
                                "checks",
                                new Captions(report).plain("实现检查", "Checks of the implementation"),
                                List.of(Column.of("check", "检查", "Check"), Column.of("value", "结果", "Found")),
                                rows),
                        Block.paragraph(
                                "批量、在线与本报告调用同一个函数；上线后用 techflow replay 逐笔复算，用 techflow models rollback 回退。",
                                "Batch, online and this report call the same function; in use, techflow replay computes any score"
                                        + " again and techflow models rollback gives the alias back.")));
    }

    private static Cell zero(int count) {
        return new Cell.Number(count, Form.COUNT, count == 0 ? Tone.GOOD : Tone.BAD);
    }
}
