package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import techflow.features.signal.SignalKind;
import techflow.scoring.validation.SensitivityFindings;
import techflow.scoring.validation.SensitivityFindings.BinStep;
import techflow.scoring.validation.SensitivityFindings.Effect;
import techflow.scoring.validation.SensitivityFindings.Inflation;
import techflow.scoring.validation.SensitivityFindings.SourceLoss;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** What scores do when a source is silent, a value slips, or patents are bought. */
final class SensitivityChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(sources(report));
        blocks.add(bins(report));
        blocks.add(
                report.sensitivity()
                        .patents()
                        .map(patents -> patents(report, patents))
                        .orElseGet(
                                () -> Block.paragraph(
                                        Tone.GOOD,
                                        "专利虚增：模型不含只靠专利就能抬高的特征，无法用虚增专利提分。",
                                        "Patent inflation: the model has no feature that patents alone can raise, so none of it lifts a score.")));
        return new Section("sensitivity", "7", new Bilingual("敏感性与压力", "Sensitivity and stress"), blocks);
    }

    private static Block sources(ValidationReport report) {
        SensitivityFindings found = report.sensitivity();
        List<List<Cell>> rows = new ArrayList<>();
        for (SourceLoss loss : found.sources()) {
            rows.add(List.of(
                    Cell.words(source(loss.source())),
                    Cell.count(loss.features().size()),
                    Cell.number(loss.effect().meanPoints(), Form.POINTS),
                    Cell.number(loss.effect().better(), Form.PERCENT),
                    Cell.number(loss.effect().worse(), Form.PERCENT),
                    Cell.number(loss.effect().pdRatio(), Form.DECIMAL),
                    Cell.number(loss.auc().map(OptionalDouble::of).orElse(OptionalDouble.empty()), Form.SHARE),
                    Cell.number(loss.refused(), Form.PERCENT)));
        }
        String before = found.before().map(Form.SHARE::of).orElse("–");
        return new Block.Table(
                "silent_sources",
                new Captions(report)
                        .of(
                                "某一数据源缺失：所有读取它的特征设为缺失；不缺失时 AUC " + before,
                                "A silent source: every feature that reads it made missing; AUC with all sources "
                                        + before,
                                found.firms(),
                                found.bads()),
                List.of(
                        Column.of("source", "数据源", "Source"),
                        Column.of("features", "特征数", "Features"),
                        Column.of("mean_points", "平均分变化", "Mean points"),
                        Column.of("better", "升级", "Better grade"),
                        Column.of("worse", "降级", "Worse grade"),
                        Column.of("pd_ratio", "平均 PD 倍数", "Mean PD, times"),
                        Column.of("auc", "AUC", "AUC"),
                        Column.of("refused", "拒绝评分", "Too thin")),
                rows);
    }

    private static Bilingual source(SignalKind kind) {
        return new Bilingual(
                kind.chineseName(), kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static Block bins(ValidationReport report) {
        SensitivityFindings found = report.sensitivity();
        List<List<Cell>> rows = new ArrayList<>();
        for (BinStep step : found.bins()) {
            rows.add(List.of(
                    Names.cell(report, step.feature()),
                    Cell.number(step.down().meanPoints(), Form.POINTS),
                    Cell.number(step.down().greatestMove(), Form.DECIMAL),
                    Cell.number(moved(step.down()), Form.PERCENT),
                    Cell.number(step.up().meanPoints(), Form.POINTS),
                    Cell.number(step.up().greatestMove(), Form.DECIMAL),
                    Cell.number(moved(step.up()), Form.PERCENT)));
        }
        return new Block.Table(
                "one_bin",
                new Captions(report)
                        .of(
                                "一个分箱的误差：每个数值特征下移或上移一箱",
                                "One bin off: each numeric feature one bin lower or higher",
                                found.firms(),
                                found.bads()),
                List.of(
                        Column.of("feature", "特征", "Feature"),
                        Column.of("down_points", "下移：平均分", "Lower: mean points"),
                        Column.of("down_most", "最大", "Largest"),
                        Column.of("down_grades", "等级变动", "Grade moves"),
                        Column.of("up_points", "上移：平均分", "Higher: mean points"),
                        Column.of("up_most", "最大", "Largest"),
                        Column.of("up_grades", "等级变动", "Grade moves")),
                rows);
    }

    private static double moved(Effect effect) {
        return effect.better() + effect.worse();
    }

    private static Block patents(ValidationReport report, Inflation patents) {
        Effect effect = patents.effect();
        Bilingual names = Names.list(report, patents.features());
        return Block.paragraph(
                effect.better() > 0.1 ? Tone.CAREFUL : Tone.GOOD,
                String.format(
                        Locale.ROOT,
                        "专利虚增（买专利、申请空壳专利）：把只靠专利就能抬高的特征（%s）抬到 95 分位，其余不变：平均 %+.1f 分，最多 %.1f 分，%.1f%% 的企业提升等级，平均 PD 变为 %.2f 倍。",
                        names.chinese(),
                        effect.meanPoints(),
                        effect.greatestMove(),
                        100 * effect.better(),
                        effect.pdRatio()),
                String.format(
                        Locale.ROOT,
                        "Patent inflation (patents bought or filed for show): the features that patents alone can raise (%s) at their 95th percentile, all else equal: %+.1f points on average, %.1f at most, %.1f %% of firms gain a grade, mean PD times %.2f.",
                        names.english(),
                        effect.meanPoints(),
                        effect.greatestMove(),
                        100 * effect.better(),
                        effect.pdRatio()));
    }
}
