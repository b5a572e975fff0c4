package techflow.scoring.evaluation;

import java.util.Locale;

/** Renders a report. */
final class ReportMarkdown {
    private final EvaluationReport report;
    private final StringBuilder out = new StringBuilder();

    ReportMarkdown(EvaluationReport report) {
        this.report = report;
    }

    String text() {
        heading();
        figures();
        grades();
        caution();
        return out.toString();
    }

    private void heading() {
        line("# 模型评估 Model evaluation");
        line("");
        line("- 样本 Sample: %s", report.sample());
        if (report.synthetic()) {
            line("- **合成数据 Synthetic data**: 不代表真实企业的表现 says nothing of real firms");
        }
        line(
                "- 样本量 Rows: %d, 违约 bads: %d (%.2f %%)",
                report.rows(), report.bads(), 100.0 * report.bads() / report.rows());
        line("");
    }

    private void figures() {
        Discrimination d = report.discrimination();
        CalibrationTests c = report.calibration();
        line("| 指标 Figure | 值 Value (95 %% CI) |");
        line("|---|---|");
        line("| AUC | %s |", d.auc().text(3));
        report.bestPossibleAuc()
                .ifPresent(best -> line("| 真实 PD 的 AUC，上限 AUC of the true PD, the best possible | %s |", best.text(3)));
        line("| Gini | %.3f |", d.gini());
        line("| KS | %s |", d.ks().text(3));
        line("| Brier | %s |", report.brier().text(4));
        line("| 对数损失 Log loss | %s |", report.logLoss().text(4));
        line(
                "| 校准斜率 Calibration slope | %.2f (%.2f–%.2f) |",
                c.line().slope(),
                c.line().slope() - Estimate.Z * c.line().slopeError(),
                c.line().slope() + Estimate.Z * c.line().slopeError());
        line("| Spiegelhalter z (p) | %.2f (%.3f) |", c.spiegelhalterZ(), c.spiegelhalterP());
        report.stability()
                .ifPresent(s -> line(
                        "| PSI 对训练样本 against training | %.4f (临界值 critical %.4f, n = %d, m = %d) |",
                        s.psi(), s.critical(), s.referenceRows(), s.currentRows()));
        line("");
    }

    private void grades() {
        line("| 等级 Grade | 样本 Rows | 违约 Bads | 平均 PD Mean PD | 违约率 Observed (95 %% Jeffreys) | p (PD 偏低 too low) |");
        line("|---|---:|---:|---:|---|---:|");
        for (GradeRow row : report.calibration().grades()) {
            if (row.rows() == 0) {
                line("| %s | 0 | 0 | – | – | – |", row.grade());
            } else {
                Estimate observed = row.observed();
                line(
                        "| %s | %d | %d | %.2f %% | %.2f %% (%.2f–%.2f) | %.3f |",
                        row.grade(),
                        row.rows(),
                        row.bads(),
                        100 * row.expectedRate(),
                        100 * observed.value(),
                        100 * observed.low(),
                        100 * observed.high(),
                        row.underestimationP());
            }
        }
        line("");
    }

    private void caution() {
        if (report.smallSample()) {
            Estimate auc = report.discrimination().auc();
            line(
                    "> **样本很小 Small sample.** 只有 %d 个违约，AUC 的 95 %% 区间宽 %.2f；区间内的模型无法区分优劣，各等级的违约率也无法验证。",
                    report.bads(), auc.high() - auc.low());
            line(
                    "> With %d bads the 95 %% interval of the AUC is %.2f wide: models inside it cannot be told apart, and the"
                            + " default rates of single grades cannot be tested. It shows that the path works, not that the"
                            + " model does.",
                    report.bads(), auc.high() - auc.low());
        }
    }

    private void line(String form, Object... values) {
        out.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
