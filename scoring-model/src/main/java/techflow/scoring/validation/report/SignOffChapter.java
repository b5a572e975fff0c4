package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.wording.Bilingual;

/** Who answers for it. */
final class SignOffChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(
                "训练者与批准者必须是不同的人；签署前请核对摘要中的 SHA-256 与登记的模型一致。",
                "Trainer and approver must be different persons; before signing, compare the SHA-256 in section 1 with the"
                        + " registered model's."));
        blocks.add(overrides(report));
        blocks.add(lines());
        return new Section("signoff", "13", new Bilingual("豁免与签署", "Overrides and sign-off"), blocks);
    }

    static Block lines() {
        return new Block.SignOff(List.of(
                new Bilingual("模型开发", "Model developer"),
                new Bilingual("独立验证", "Independent validator"),
                new Bilingual("业务使用部门", "Business owner"),
                new Bilingual("风险批准", "Risk approval")));
    }

    private static Block overrides(ValidationReport report) {
        if (report.verdicts().overrides().isEmpty()) {
            return Block.paragraph("没有豁免。", "No gate was overridden.");
        }
        return new Block.Table(
                "overrides",
                new Captions(report).plain("被豁免的关卡", "Gates that were overridden"),
                List.of(
                        Column.of("gate", "关卡", "Gate"),
                        Column.of("by", "豁免人", "By"),
                        Column.of("reason", "理由", "Reason")),
                report.verdicts().overrides().stream()
                        .map(one -> List.of(
                                Cell.words(one.figure().chinese(), one.figure().english()),
                                Cell.words(one.by()),
                                Cell.words(one.reason())))
                        .toList());
    }
}
