package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.wording.Bilingual;

/** What the model is for, and what not. */
final class PurposeChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        return new Section(
                "purpose",
                "1",
                new Bilingual("用途、重要性与范围", "Purpose, materiality and scope"),
                List.of(
                        Block.paragraph(
                                "用途：估计科技型中小企业在评分时点之后 12 个月内违约的概率（PD），换算为评分与信用等级 R1–R10，"
                                        + "供客户经理、审批与贷后预警参考。它支持决定，不代替决定。",
                                "Purpose: to estimate the probability that a technology SME defaults within the 12 months after the"
                                        + " as-of instant, as a PD, a score and a credit grade R1–R10, for credit officers, approval and"
                                        + " early warning. It supports decisions and makes none."),
                        Block.paragraph(
                                "重要性：由使用机构按敞口与用途认定，填入签署页；用于准入、额度或定价时建议按高重要性管理。",
                                "Materiality: set by the institution from exposure and use, and written on the sign-off page; treat as"
                                        + " high where it decides admission, limit or price."),
                        Block.paragraph(
                                "不适用：个人客户；非科技型或大型企业；违约概率以外的含义（如技术实力，见技术流等级 T1–T10）；"
                                        + "已注销、吊销、失信或可用特征不到一半的企业（系统回答“不评分”）。",
                                "Out of scope: persons; large firms or firms outside technology; anything but default risk (innovation"
                                        + " ability is the technology grade T1–T10); firms that are deregistered, revoked, on the dishonest"
                                        + " list, or of which fewer than half of the features are known (answered as not scored)."),
                        identity(report)));
    }

    private static Block identity(ValidationReport report) {
        ModelManifest manifest = report.subject().artifact().manifest();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("模型", "Model", manifest.modelId() + " " + manifest.version()));
        rows.add(row("文件 SHA-256", "SHA-256 of the file", report.subject().sha256()));
        rows.add(row("训练者", "Trained by", manifest.trainedBy()));
        rows.add(row("训练时间", "Trained at", manifest.createdAt().toString()));
        rows.add(row("算法", "Trainer", manifest.settings().getOrDefault("trainer", "–")));
        rows.add(row("特征集", "Feature set", manifest.featureSetVersion()));
        rows.add(row("训练数据", "Training data", manifest.data().description()));
        rows.add(row(
                "模型特征数",
                "Features of the model",
                String.valueOf(report.subject().artifact().model().features().size())));
        rows.add(row("验证时间", "Validated at", report.at().toString()));
        rows.add(row("验证随机种子", "Seed of the validation", String.valueOf(report.seed())));
        return new Block.Table(
                "identity",
                new Captions(report).plain("被验证的模型", "The model that is validated"),
                List.of(Column.of("what", "项目", "What"), Column.of("value", "内容", "Value")),
                rows);
    }

    private static List<Cell> row(String chinese, String english, String value) {
        return List.of(Cell.words(chinese, english), Cell.words(value));
    }
}
