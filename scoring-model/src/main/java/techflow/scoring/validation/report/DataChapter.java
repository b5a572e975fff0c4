package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import techflow.scoring.validation.DataFindings;
import techflow.scoring.validation.Exclusions;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** Where the rows come from, what was left out, and whether anything leaks. */
final class DataChapter implements Chapter {
    /** A single feature above this AUC knows the outcome rather than predicts it. */
    private static final double SUSPICIOUS = 0.95;

    @Override
    public Section section(ValidationReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(lineage(report));
        blocks.add(days(report));
        blocks.add(exclusions(report));
        blocks.add(leakage(report));
        blocks.add(strongest(report));
        blocks.add(coverage(report));
        blocks.add(Block.paragraph(
                "拒绝样本：训练与检验只含有结果的企业；历史上被拒绝的企业没有结果，未作推断。若启用拒绝推断，须另附两种结果的对比。",
                "Reject population: only firms with an outcome are here; firms refused in the past have none, and none was"
                        + " inferred. Where reject inference is used, both results must be shown side by side."));
        return new Section("data", "2", new Bilingual("数据", "Data"), blocks);
    }

    private static Block lineage(ValidationReport report) {
        String data = report.subject().artifact().manifest().data().description();
        return switch (report.subject().rows().way()) {
            case OUT_OF_TIME ->
                Block.paragraph(
                        "来源：" + data + "。坏样本：评分时点起 12 个月内首次违约。每一行是一家企业在一个时点，只用当时已知的信号。",
                        "Lineage: " + data + ". Bad: first default within the 12 months that begin with the as-of day."
                                + " A row is a firm at an as-of instant, from signals known before it only.");
            case OUT_OF_FOLD ->
                Block.paragraph(
                        "来源：" + data + "。坏样本：按数据自带的标签；结果没有日期，无法核对信号是否都早于违约。每家企业一行。",
                        "Lineage: " + data
                                + ". Bad: by the label in the data; the outcome has no date, so it cannot be checked"
                                + " that every signal came before the default. One row a firm.");
        };
    }

    private static Block days(ValidationReport report) {
        List<List<Cell>> rows = report.data().days().stream()
                .map(day -> List.of(
                        Cell.words(day.asOf().toString()),
                        Cell.words(day.role().chinese(), day.role().english()),
                        Cell.count(day.rows()),
                        Cell.count(day.bads()),
                        Cell.number((double) day.bads() / day.rows(), Form.RATE)))
                .toList();
        long all =
                report.data().days().stream().mapToLong(DataFindings.Day::rows).sum();
        long bads =
                report.data().days().stream().mapToLong(DataFindings.Day::bads).sum();
        return new Block.Table(
                "days",
                new Captions(report)
                        .of(
                                "各时点的用途；隔离的时点不用，使训练的结果窗口不伸入检验期",
                                "As-of days and their part; purged days keep training's outcome windows out of the tested time",
                                all,
                                bads),
                List.of(
                        Column.of("as_of", "时点", "As-of day"),
                        Column.of("role", "用途", "Part"),
                        Column.of("rows", "行数", "Rows"),
                        Column.of("bads", "违约", "Defaults"),
                        Column.of("rate", "违约率", "Default rate")),
                rows);
    }

    private static Block exclusions(ValidationReport report) {
        Exclusions left = report.subject().rows().exclusions();
        return new Block.Table(
                "exclusions",
                new Captions(report).plain("排除的样本（企业 × 时点）", "Rows left out, firms times as-of days"),
                List.of(Column.of("why", "原因", "Why"), Column.of("rows", "行数", "Rows")),
                List.of(
                        List.of(Cell.words("全部", "All"), Cell.count(left.considered())),
                        List.of(
                                Cell.words("已违约，或未观察满 12 个月", "In default already, or not observed for 12 months"),
                                Cell.count(left.withoutLabel())),
                        List.of(
                                Cell.words("当时一无所知（未注册）", "Nothing known then (not registered yet)"),
                                Cell.count(left.notYetKnown())),
                        List.of(
                                Cell.words("系统会拒绝评分：注销、失信或数据不足", "Serving would refuse: closed, dishonest or too thin"),
                                Cell.count(report.subject().rows().refused())),
                        List.of(
                                Cell.words("留下", "Left"),
                                Cell.count(report.subject().rows().scorable().size()))));
    }

    private static Block leakage(ValidationReport report) {
        DataFindings data = report.data();
        double strongest = data.strongest().getFirst().auc();
        boolean clean = strongest <= SUSPICIOUS;
        Bilingual seen = seen(report);
        return Block.paragraph(
                clean ? Tone.GOOD : Tone.BAD,
                "泄漏检查：单个特征最高 AUC 为 " + Form.SHARE.of(strongest) + (clean ? "，没有特征“知道”结果。" : "，请查明该特征何时可知。") + "检验样本 "
                        + data.firms() + " 家企业中，" + data.firmsSeen() + " 家在训练期也出现过（较早的时点）。",
                "Leakage: the strongest single feature reaches an AUC of " + Form.SHARE.of(strongest)
                        + (clean ? "; none knows the outcome. " : "; find out when that feature becomes known. ")
                        + "Of "
                        + data.firms() + " tested firms " + data.firmsSeen()
                        + " were also seen in training, at earlier days.");
    }

    private static Bilingual seen(ValidationReport report) {
        DataFindings data = report.data();
        return switch (report.subject().rows().way()) {
            case OUT_OF_TIME ->
                new Bilingual(
                        "检验样本 " + data.firms() + " 家企业中，" + data.firmsSeen() + " 家在训练期也出现过（较早的时点）。",
                        "Of " + data.firms() + " tested firms " + data.firmsSeen()
                                + " were also seen in training, at earlier days.");
            case OUT_OF_FOLD ->
                new Bilingual("每家企业由训练时未见过它的折外模型评判。", "Each firm is judged by a model that was trained without it.");
        };
    }

    private static Block strongest(ValidationReport report) {
        return new Block.Table(
                "single_features",
                new Captions(report)
                        .tested(
                                "单个特征的 AUC，最强的五个（全部特征，不限于模型）",
                                "AUC of single features, the five strongest of the whole catalogue"),
                List.of(Column.of("feature", "特征", "Feature"), Column.of("auc", "AUC", "AUC")),
                report.data().strongest().stream()
                        .map(one -> List.of(Names.cell(report, one.feature()), Cell.number(one.auc(), Form.SHARE)))
                        .toList());
    }

    private static Block coverage(ValidationReport report) {
        return new Block.Table(
                "coverage",
                new Captions(report).tested("模型特征的已知比例", "Share of known values of the model's features"),
                List.of(
                        Column.of("feature", "特征", "Feature"),
                        Column.of("training", "训练样本", "Training"),
                        Column.of("tested", "检验样本", "Tested")),
                report.data().coverage().stream()
                        .map(one -> List.of(
                                Names.cell(report, one.feature()),
                                Cell.number(
                                        one.development()
                                                .map(OptionalDouble::of)
                                                .orElse(OptionalDouble.empty()),
                                        Form.PERCENT),
                                Cell.number(one.tested(), Form.PERCENT)))
                        .toList());
    }
}
