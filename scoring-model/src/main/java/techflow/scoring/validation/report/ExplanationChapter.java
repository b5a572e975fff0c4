package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.validation.ExplanationFindings;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** Whether contributions add up and reasons survive a retrain. */
final class ExplanationChapter implements Chapter {
    private static final int SHOWN = 12;
    private static final double ADDITIVE = 1e-6;

    @Override
    public Section section(ValidationReport report) {
        ExplanationFindings found = report.explanation();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(
                found.residual() <= ADDITIVE ? Tone.GOOD : Tone.BAD,
                "可加性：%,d 个评分中，基准分与各项贡献之和与未取整评分的最大差为 %s 分。理由以分值表示，参照相邻更好等级的企业。"
                        .formatted(found.explained(), Form.ANY.of(found.residual())),
                "Additivity: over %,d answers, base points plus contributions differ from the unrounded score by %s points at most. Reasons are in points against firms of the next better grade."
                        .formatted(found.explained(), Form.ANY.of(found.residual()))));
        blocks.add(retrains(found));
        blocks.add(frequent(report));
        blocks.add(Block.paragraph(
                "理由的人工复核：请由两名客户经理各抽查十份理由，在签署页记录结论。贡献是模型的贡献，不是因果。",
                "Review by officers: let two credit officers read ten explanations each and record the outcome on the sign-off"
                        + " page. A contribution is the model's, not a cause."));
        return new Section("explanations", "8", new Bilingual("解释", "Explanations"), blocks);
    }

    private static Block retrains(ExplanationFindings found) {
        if (found.retrains() == 0) {
            return Block.paragraph(
                    "理由的稳定性：未评估（无法重训）。", "Stability of reasons: not assessed, the model cannot be trained anew.");
        }
        return Block.paragraph(
                found.overlap() >= 0.5 ? Tone.GOOD : Tone.CAREFUL,
                "理由的稳定性：用自助抽样的企业重训 %d 次，对 %d 个企业，前四项不利理由平均有 %.0f%% 再次出现；特征权重的 Spearman 相关 %.2f。"
                        .formatted(found.retrains(), found.firms(), 100 * found.overlap(), found.rankCorrelation()),
                "Stability of reasons: trained anew %d times on firms drawn with replacement, %d rows; %.0f %% of the top four adverse reasons are named again on average; Spearman correlation of the features' weights %.2f."
                        .formatted(found.retrains(), found.firms(), 100 * found.overlap(), found.rankCorrelation()));
    }

    private static Block frequent(ValidationReport report) {
        return new Block.Table(
                "frequent_reasons",
                new Captions(report)
                        .plain(
                                "最常见的不利理由（在前四项中出现的比例，%,d 个评分）"
                                        .formatted(report.explanation().explained()),
                                "Commonest adverse reasons: share of %,d answers that name them among the top four"
                                        .formatted(report.explanation().explained())),
                List.of(Column.of("feature", "特征", "Feature"), Column.of("share", "比例", "Share")),
                report.explanation().frequent().stream()
                        .limit(SHOWN)
                        .map(one -> List.of(Names.cell(report, one.feature()), Cell.number(one.share(), Form.PERCENT)))
                        .toList());
    }
}
