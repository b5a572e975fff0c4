package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.validation.DiscriminationFindings.Parted;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** Whether firms are treated alike across region, size and ownership. */
final class FairnessChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        List<Block> blocks = new ArrayList<>();
        List<Parted> parted = report.discrimination().segments().stream()
                .filter(one -> one.by().forFairness())
                .toList();
        blocks.add(Block.paragraph(
                "公平的含义：同样的 PD 应对应同样的违约率，无论地区、规模或所有制；平均 PD 不同本身不是歧视，PD 与违约率之比不同才是。",
                "Fair means: the same PD should meet the same default rate, whatever the region, size or ownership. A different"
                        + " mean PD is not unfair in itself; a different ratio of PD to default rate is."));
        for (Parted one : parted) {
            blocks.add(SegmentTable.of(report, "by_" + one.by().key(), one.by().name(), one.segments()));
        }
        if (parted.isEmpty()) {
            blocks.add(
                    Block.paragraph(Tone.CAREFUL, "地区与规模未知，未评估。", "Region and size are not known here: not assessed."));
        }
        blocks.add(Block.paragraph(
                Tone.CAREFUL,
                "所有制未知：数据合同不含所有制字段，无法比较国有、民营与外资企业；模型也不使用它。",
                "Ownership is not known: the data contract has no such field, so state-owned, private and foreign firms cannot be"
                        + " compared; nor does the model use it."));
        return new Section("fairness", "12", new Bilingual("公平性", "Fairness"), blocks);
    }
}
