package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.validation.DiscriminationFindings.Decline;
import techflow.scoring.validation.DiscriminationFindings.Parted;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** How well the model parts bads from goods. */
final class DiscriminationChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        var found = report.discrimination();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(
                "AUC %s（DeLong），KS %s（自助法，1,000 次）。区间把同一企业的多个时点当作独立，因此略窄。"
                        .formatted(
                                found.overall().auc().text(3),
                                found.overall().ks().text(3)),
                "AUC %s by DeLong, KS %s by bootstrap of 1,000. The intervals take several days of one firm as independent and so are a little narrow."
                        .formatted(
                                found.overall().auc().text(3),
                                found.overall().ks().text(3))));
        blocks.add(new Block.Plots(List.of(
                DiscriminationPlots.roc(report),
                DiscriminationPlots.cap(report),
                DiscriminationPlots.overTime(report))));
        blocks.add(found.decline().map(DiscriminationChapter::decline).orElseGet(DiscriminationChapter::noDecline));
        blocks.add(SegmentTable.of(report, "by_day", new Bilingual("时点", "As-of day"), found.days()));
        for (Parted parted : found.segments()) {
            blocks.add(SegmentTable.of(
                    report, "by_" + parted.by().key(), parted.by().name(), parted.segments()));
        }
        blocks.add(walkForward(report));
        return new Section("discrimination", "4", new Bilingual("区分能力", "Discrimination"), blocks);
    }

    private static Block decline(Decline decline) {
        double p = decline.comparison().declineP();
        return Block.paragraph(
                p < 0.05 ? Tone.CAREFUL : Tone.GOOD,
                "AUC 下降检验：训练样本 %s，到检验样本下降 %.3f，单侧 p = %s。训练样本的 AUC 偏乐观，小幅下降是正常的。"
                        .formatted(
                                decline.training().text(3),
                                decline.comparison().difference().value(),
                                Form.P_VALUE.of(p)),
                "AUC decline: %s on the training rows, %.3f less on the tested ones, one-sided p = %s. The training figure flatters, so a small decline is no alarm."
                        .formatted(
                                decline.training().text(3),
                                decline.comparison().difference().value(),
                                Form.P_VALUE.of(p)));
    }

    private static Block noDecline() {
        return Block.paragraph(
                "AUC 下降检验：没有单独的训练样本，未评估。",
                "AUC decline: not assessed, there are no training rows apart from the tested ones.");
    }

    private static Block walkForward(ValidationReport report) {
        var windows = report.discrimination().walkForward();
        if (windows.isEmpty()) {
            return Block.paragraph(
                    "滚动重训：未评估（只有一个时点，或无法按原设置重训）。",
                    "Walk-forward: not assessed (one as-of day only, or the model cannot be trained anew from its settings).");
        }
        return new Block.Table(
                "walk_forward",
                new Captions(report)
                        .of(
                                "滚动重训：每个时点用此前全部已知结果重新训练与校准",
                                "Walk-forward: trained and calibrated anew before each day on all outcomes known by then",
                                windows.stream().mapToLong(w -> w.rows()).sum(),
                                windows.stream().mapToLong(w -> w.bads()).sum()),
                List.of(
                        Column.of("as_of", "检验时点", "Tested day"),
                        Column.of("training_rows", "训练行数", "Training rows"),
                        Column.of("rows", "检验行数", "Tested rows"),
                        Column.of("bads", "违约", "Defaults"),
                        Column.of("auc", "AUC (95%)", "AUC (95 %)"),
                        Column.of("level", "预期 ÷ 实际", "Expected over observed")),
                windows.stream()
                        .map(w -> List.of(
                                Cell.words(w.asOf().toString()),
                                Cell.count(w.trainingRows()),
                                Cell.count(w.rows()),
                                Cell.count(w.bads()),
                                Cell.range(w.auc(), Form.SHARE),
                                Cell.number(w.level(), Form.DECIMAL)))
                        .toList());
    }
}
