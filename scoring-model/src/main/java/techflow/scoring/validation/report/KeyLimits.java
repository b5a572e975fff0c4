package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.ValidationRows;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Tone;

/** What this validation cannot say, found in its own numbers. */
final class KeyLimits {
    private static final int FEW_BADS = 100;

    private KeyLimits() {}

    static List<Block> of(ValidationReport report) {
        List<Block> limits = new ArrayList<>();
        if (report.synthetic()) {
            limits.add(Block.paragraph(
                    Tone.CAREFUL,
                    "数据是合成的：本报告证明流程可用，不说明模型在真实企业上的表现，不得据此放贷。",
                    "The data is synthetic: this report shows that the path works; it says nothing of real firms and must not be"
                            + " lent on."));
        }
        if (report.overall().bads() < FEW_BADS) {
            limits.add(fewBads(report));
        }
        if (report.subject().rows().way() == ValidationRows.Way.OUT_OF_FOLD) {
            limits.add(Block.paragraph(
                    Tone.CAREFUL,
                    "没有时间外样本：每家企业由未见过它的折外模型评判，但都处在同一时期；时间上的稳定性未经检验。",
                    "There is no out-of-time sample: each firm is judged by a model that never saw it, but all of one period;"
                            + " stability over time is untested."));
        }
        report.sensitivity()
                .patents()
                .filter(patents -> patents.effect().better() > 0.1)
                .ifPresent(patents -> limits.add(Block.paragraph(
                        Tone.CAREFUL,
                        "专利可以买：把专利类特征抬到 95 分位，%.0f%% 的企业会提升等级；须配合真实性核验。"
                                .formatted(100 * patents.effect().better()),
                        "Patents can be bought: raising the patent features to their 95th percentile lifts the grade of %.0f %% of firms; check integrity features beside the score."
                                .formatted(100 * patents.effect().better()))));
        limits.add(Block.paragraph(
                Tone.CAREFUL,
                "被拒企业的结果未知：模型只从有结果的企业学习，未做拒绝推断；对历史上会被拒绝的企业，PD 是外推。",
                "What became of refused firms is not known: the model learns from firms with an outcome only, without reject"
                        + " inference; for firms that would have been refused the PD is an extrapolation."));
        return limits;
    }

    private static Block fewBads(ValidationReport report) {
        Estimate auc = report.overall().discrimination().auc();
        double wide = auc.high() - auc.low();
        int bads = report.overall().bads();
        return Block.paragraph(
                Tone.CAREFUL,
                String.format(
                        Locale.ROOT,
                        "样本很小：只有 %d 个违约，AUC 的 95%% 区间宽 %.2f；区间内的模型无法区分优劣，单个等级的违约率无法检验，请看 Pluto–Tasche 上界。",
                        bads,
                        wide),
                String.format(
                        Locale.ROOT,
                        "The sample is small: with %d defaults the 95 %% interval of the AUC is %.2f wide; models inside it cannot be told apart and the default rate of a single grade cannot be tested: see the Pluto–Tasche bounds.",
                        bads,
                        wide));
    }
}
