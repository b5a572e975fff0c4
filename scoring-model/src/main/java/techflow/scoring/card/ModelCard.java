package techflow.scoring.card;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.FeatureName;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.artifact.ModelManifest.DateRange;
import techflow.scoring.artifact.ModelManifest.Metric;
import techflow.scoring.artifact.Provenance;
import techflow.scoring.registry.ModelEvent;

/**
 * The card of one model.
 *
 * @param sha256 hash of its artefact
 * @param artifact the model
 * @param catalog tells the names and families of its features
 * @param decisions what the ledger says of it, oldest first; empty for a model that stands in no registry
 */
public record ModelCard(String sha256, ModelArtifact artifact, FeatureCatalog catalog, List<ModelEvent> decisions) {
    private static final String NOT_TOLD = "未说明 not told";

    public ModelCard {
        decisions = List.copyOf(decisions);
    }

    /** The card in Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# 模型卡 Model card: ").append(name()).append("\n\n");
        text.append(summary());
        section(text, "模型 Model details", details());
        section(text, "用途 Intended use", use());
        section(text, "因素 Factors", factors());
        section(text, "指标 Metrics", metrics());
        section(text, "评估数据 Evaluation data", evaluationData());
        section(text, "训练数据 Training data", trainingData());
        section(text, "校准 Calibration", calibration());
        section(text, "局限与伦理 Limits and ethical considerations", limits());
        section(text, "已知的操纵途径 Known gaming vectors", gaming());
        section(text, "监测与有效期 Monitoring and expiry", monitoring());
        section(text, "来源与复现 Provenance and reproduction", provenance());
        section(text, "决定 Decisions", ledger());
        return text.toString();
    }

    private ModelManifest manifest() {
        return artifact.manifest();
    }

    private String name() {
        return manifest().modelId() + " " + manifest().version();
    }

    private String summary() {
        ModelManifest.TrainingData data = manifest().data();
        return "> **中文摘要**　" + (data.synthetic() ? "**本模型用合成数据训练，不得用于真实授信。** " : "")
                + "本模型估计科技型中小企业自观察日起 12 个月的违约概率（PD），给出评分与 R1–R10 信用等级（R1 最好），供授信人员参考，不替代人工决定。"
                + String.format(
                        Locale.ROOT, "训练样本 %,d 行，其中违约 %,d 行（%.2f%%）。", data.rows(), data.bads(), 100 * data.baseRate())
                + "样本外 AUC " + metric("auc") + "，KS " + metric("ks") + "。"
                + "使用 " + artifact.model().features().size() + " 个特征。监测负责人："
                + owner().orElse("未指定") + "；有效期至：" + expiry().orElse("未设定") + "。\n";
    }

    private String details() {
        return item("名称 Name", name())
                + item("SHA-256", "`" + sha256 + "`")
                + item("训练者 Trained by", manifest().trainedBy())
                + item("时间 Created at", manifest().createdAt().toString())
                + item("方法 Trainer", manifest().settings().getOrDefault("trainer", NOT_TOLD))
                + item("特征集 Feature set", manifest().featureSetVersion())
                + item("随机种子 Seed", String.valueOf(manifest().seed()));
    }

    private static String use() {
        return """
                - **适用 For**: 科技型中小企业流动资金授信的辅助评估、额度与定价的输入、组合监测。 Decision support in lending to \
                technology SMEs, an input to limits and prices, monitoring of portfolios.
                - **使用者 Users**: 授信人员、审批人、风险管理与审计。 Credit officers, approvers, risk management, audit.
                - **不适用 Out of scope**: 个人信贷、金融机构、政府平台、上市公司；自动拒绝而无人工复核；观察日之外的预测期限。 Consumer \
                credit, financial institutions, government platforms, listed companies; automatic refusal without a person's \
                review; any other horizon than 12 months.
                """;
    }

    private String factors() {
        StringBuilder text = new StringBuilder("| 特征 Feature | 类别 Family | 方向 Direction |\n|---|---|---|\n");
        for (FeatureName feature : artifact.model().features()) {
            Optional<FeatureDefinition> known = catalog.definition(feature);
            text.append("| ")
                    .append(known.map(FeatureDefinition::chineseName).orElse(""))
                    .append(" `")
                    .append(feature.value())
                    .append("` | ")
                    .append(known.map(one ->
                                    one.family().chinese() + " " + one.family().english())
                            .orElse(NOT_TOLD))
                    .append(" | ")
                    .append(known.map(ModelCard::direction).orElse(NOT_TOLD))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String direction(FeatureDefinition feature) {
        return switch (feature.direction()) {
            case SAFER_WHEN_HIGHER -> "越高越安全 safer when higher";
            case RISKIER_WHEN_HIGHER -> "越高越危险 riskier when higher";
            case NONE -> "不限 none";
        };
    }

    private String metrics() {
        StringBuilder text = new StringBuilder("| | 值 Value | 95% 区间 Interval |\n|---|---|---|\n");
        for (Metric metric : manifest().metrics()) {
            text.append("| ").append(metric.name()).append(" | ").append(number(metric.value()));
            text.append(" | ").append(interval(metric)).append(" |\n");
        }
        return text.toString();
    }

    private String evaluationData() {
        ModelManifest.TrainingData data = manifest().data();
        return item(
                "样本 Sample",
                data.holdOut()
                        .map(range -> "时间外样本 out of time, as of " + text(range))
                        .orElse("折外 out of fold, no hold-out"));
    }

    private String trainingData() {
        ModelManifest.TrainingData data = manifest().data();
        return item("说明 Description", data.description())
                + item("合成 Synthetic", data.synthetic() ? "**是 yes**" : "否 no")
                + item(
                        "行 Rows",
                        String.format(
                                Locale.ROOT,
                                "%,d, 违约 bad %,d (%.2f%%)",
                                data.rows(),
                                data.bads(),
                                100 * data.baseRate()))
                + item("观察日 As-of days", text(data.training()))
                + manifest().provenance().map(ModelCard::exclusions).orElse("");
    }

    private static String exclusions(Provenance provenance) {
        StringBuilder text = new StringBuilder();
        provenance
                .data()
                .exclusions()
                .forEach((reason, rows) -> text.append(
                        item("剔除 Left out: " + reason.replace('_', ' '), String.format(Locale.ROOT, "%,d", rows))));
        text.append(item("知识截止 Known before", provenance.data().knownBefore().toString()));
        return text.append(item("标签窗口 Label window", provenance.data().outcomeMonths() + " months"))
                .toString();
    }

    private String calibration() {
        return item(
                        "映射 Map",
                        "log-odds = " + number(artifact.calibrator().intercept()) + " + "
                                + number(artifact.calibrator().slope()) + " · raw")
                + item(
                        "校准样本 Fitted on",
                        manifest().data().calibration().map(ModelCard::text).orElse("折外 out of fold"))
                + item("样本外斜率 Slope on the hold-out", metric("calibration_slope"));
    }

    private String limits() {
        return (manifest().data().synthetic()
                        ? "- **合成数据：指标不说明真实企业。 Synthetic data: the figures say nothing about real firms.**\n"
                        : "")
                + """
                - 仅对训练样本所在地区、行业和时期有效；只见过获批客户的样本不代表被拒客户。 Valid for the regions, industries and years \
                of the sample; a sample of accepted customers does not speak for refused ones.
                - 缺失有自己的分箱或分支，不是零；缺失增多时应复核。 Missing has its own bin or branch and is not zero; review when it grows.
                - 理由说明模型，不证明因果。 Reasons explain the model and prove no cause.
                - 未使用自然人的受保护属性；地区与所有制的差异应在验证报告中检查。 No protected attribute of a person is used; differences by \
                region and ownership belong into the validation report.
                """;
    }

    private String gaming() {
        StringBuilder text = new StringBuilder();
        GamingVectors.of(families())
                .forEach(one -> text.append("- ")
                        .append(one.chinese())
                        .append("。 ")
                        .append(one.english())
                        .append(".\n"));
        return text.isEmpty() ? "- " + NOT_TOLD + "\n" : text.toString();
    }

    private Set<FeatureFamily> families() {
        Set<FeatureFamily> families = EnumSet.noneOf(FeatureFamily.class);
        artifact.model()
                .features()
                .forEach(feature -> catalog.definition(feature).ifPresent(known -> {
                    families.add(known.family());
                    known.rankOf().flatMap(catalog::definition).ifPresent(own -> families.add(own.family()));
                }));
        return families;
    }

    private String monitoring() {
        return item("负责人 Owner", owner().orElse("未指定 nobody named"))
                + item("有效期至 Expires on", expiry().orElse("未设定 not set"))
                + "- 触发重新验证 Validate again when: 评分分布 PSI 超过 0.25，AUC 下降超过 0.05，任一等级违约率越出 Jeffreys 区间。 PSI of the"
                + " score above 0.25, AUC down by more than 0.05, a grade's default rate outside its Jeffreys interval.\n";
    }

    private String provenance() {
        return manifest()
                .provenance()
                .map(told -> item("程序 Code", told.code().describe())
                        + item("文件 Files", told.data().files().size() + " (SHA-256 in the manifest)")
                        + item("复现 Reproduce", "`./techflow reproduce " + sha256.substring(0, 12) + " --data DIR`"))
                .orElse("- " + NOT_TOLD + "\n");
    }

    private String ledger() {
        StringBuilder text = new StringBuilder();
        for (ModelEvent event : decisions) {
            text.append("- ")
                    .append(event.change().at())
                    .append(" ")
                    .append(event.alias().word());
            text.append(" ")
                    .append(event.action())
                    .append(", ")
                    .append(event.change().actor());
            event.change()
                    .approver()
                    .ifPresent(name -> text.append(", 批准 approved by ").append(name));
            text.append(": ").append(event.change().reason()).append('\n');
        }
        return text.isEmpty() ? "- 尚无 none yet\n" : text.toString();
    }

    private Optional<String> owner() {
        return manifest().provenance().flatMap(told -> told.stewardship().monitoringOwner());
    }

    private Optional<String> expiry() {
        return manifest()
                .provenance()
                .flatMap(told -> told.stewardship().expiresOn())
                .map(Object::toString);
    }

    private String metric(String name) {
        return manifest()
                .metric(name)
                .map(one -> number(one.value()) + (one.low().isPresent() ? " [" + interval(one) + "]" : ""))
                .orElse(NOT_TOLD);
    }

    private static String interval(Metric metric) {
        return metric.low()
                .flatMap(low -> metric.high().map(high -> number(low) + " – " + number(high)))
                .orElse("");
    }

    private static String text(DateRange range) {
        return range.first() + " – " + range.last();
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.valueOf((long) value);
        }
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(4)).toPlainString()
                : String.valueOf(value);
    }

    private static String item(String name, String value) {
        return "- **" + name + "**: " + value + "\n";
    }

    private static void section(StringBuilder text, String title, String body) {
        text.append("\n## ").append(title).append("\n\n").append(body);
    }
}
