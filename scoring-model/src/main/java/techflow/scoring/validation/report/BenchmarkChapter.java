package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import techflow.scoring.evaluation.AucComparison;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** The model beside others, on the same rows. */
final class BenchmarkChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(models(report));
        report.benchmark()
                .logistic()
                .ifPresent(found -> blocks.add(comparison(
                        found,
                        new Bilingual("原始变量逻辑回归（中位数填补、标准化，同样的特征）", "logistic regression on the same raw features"))));
        report.benchmark().challenger().ifPresent(found -> {
            blocks.add(comparison(found, new Bilingual("挑战者", "the challenger")));
            blocks.add(GradeMatrix.of(
                    "champion_to_challenger",
                    new Captions(report)
                            .tested("本模型等级（行）与挑战者等级（列）", "Grades by this model (rows) and by the challenger (columns)"),
                    new Bilingual("本模型 ╲ 挑战者", "this ╲ challenger"),
                    report.benchmark().migration()));
        });
        if (report.benchmark().challenger().isEmpty()) {
            blocks.add(Block.paragraph("未指定挑战者模型。", "No challenger was named."));
        }
        return new Section("benchmark", "9", new Bilingual("基准与挑战者", "Benchmark and challenger"), blocks);
    }

    private static Block models(ValidationReport report) {
        return new Block.Table(
                "models",
                new Captions(report).tested("同一批检验样本上的模型", "Models on the same tested rows"),
                List.of(
                        Column.of("model", "模型", "Model"),
                        Column.of("auc", "AUC (95%)", "AUC (95 %)"),
                        Column.of("ks", "KS (95%)", "KS (95 %)"),
                        Column.of("brier", "Brier", "Brier"),
                        Column.of("log_loss", "对数损失", "Log loss"),
                        Column.of("slope", "校准斜率", "Slope")),
                report.benchmark().models().stream()
                        .map(model -> List.of(
                                Cell.words(model.name()),
                                Cell.range(model.report().discrimination().auc(), Form.SHARE),
                                Cell.range(model.report().discrimination().ks(), Form.SHARE),
                                Cell.number(model.report().brier().value(), Form.FINE),
                                Cell.number(model.report().logLoss().value(), Form.FINE),
                                Cell.number(model.report().calibration().line().slope(), Form.DECIMAL)))
                        .toList());
    }

    private static Block comparison(AucComparison found, Bilingual other) {
        boolean behind = found.difference().high() < 0;
        return Block.paragraph(
                behind ? Tone.CAREFUL : Tone.PLAIN,
                String.format(
                        Locale.ROOT,
                        "与%s相比，AUC 差 %+.3f（95%% 区间 %+.3f 至 %+.3f，配对 DeLong p = %s）。",
                        other.chinese(),
                        found.difference().value(),
                        found.difference().low(),
                        found.difference().high(),
                        Form.P_VALUE.of(found.p())),
                String.format(
                        Locale.ROOT,
                        "Against %s the AUC differs by %+.3f (95 %% interval %+.3f to %+.3f, paired DeLong p = %s).",
                        other.english(),
                        found.difference().value(),
                        found.difference().low(),
                        found.difference().high(),
                        Form.P_VALUE.of(found.p())));
    }
}
