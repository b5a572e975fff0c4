package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import techflow.scoring.evaluation.Stability;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Form;
import techflow.scoring.wording.Bilingual;

/** What it cannot say, and what has to be watched. */
final class LimitsChapter implements Chapter {
    private static final int[] WINDOWS = {100, 300, 1_000, 3_000};

    @Override
    public Section section(ValidationReport report) {
        List<Block> blocks = new ArrayList<>(KeyLimits.of(report));
        blocks.add(Block.paragraph(
                "同一企业在多个时点出现，各行并不独立：区间和 p 值偏乐观，含相关性的检验用单一公共因子近似。",
                "A firm appears at several days, so rows are not independent: intervals and p-values flatter, and the correlated"
                        + " test stands for it with one common factor only."));
        blocks.add(triggers(report));
        blocks.add(critical(report));
        return new Section("limits", "11", new Bilingual("局限与监控计划", "Limits and monitoring plan"), blocks);
    }

    private static Block triggers(ValidationReport report) {
        return new Block.Table(
                "triggers",
                new Captions(report).plain("监控计划与触发条件", "Monitoring plan and triggers"),
                List.of(
                        Column.of("what", "监控", "Watched"),
                        Column.of("how_often", "频率", "How often"),
                        Column.of("trigger", "触发", "Trigger"),
                        Column.of("action", "行动", "Action")),
                List.of(
                        trigger(
                                "评分与特征 PSI",
                                "PSI of score and features",
                                "每月",
                                "monthly",
                                "连续两期超过 0.10 与临界值中的大者",
                                "two months running above the greater of 0.10 and the critical value",
                                "查明原因；评分与三个以上主要特征同时漂移则复审重训",
                                "find the cause; review a retrain when the score and three main features shift"),
                        trigger(
                                "各等级违约率（Jeffreys）",
                                "Default rate per grade, Jeffreys",
                                "每季",
                                "quarterly",
                                "两个以上等级 p < 0.05",
                                "p < 0.05 in two grades or more",
                                "模型风险工单；重新校准",
                                "model risk ticket; recalibrate"),
                        trigger(
                                "AUC（成熟样本）",
                                "AUC on matured rows",
                                "每季",
                                "quarterly",
                                "低于本报告区间下限 " + low(report),
                                "below this report's lower end, " + low(report),
                                "启动挑战者评估",
                                "evaluate challengers"),
                        trigger(
                                "特征缺失率",
                                "Missing share of features",
                                "每日",
                                "daily",
                                "较训练上升 10 个百分点以上",
                                "10 points above training",
                                "检查数据源；必要时停用该渠道评分",
                                "check the source; stop scoring that channel where needed"),
                        trigger(
                                "人工推翻率",
                                "Overrides by officers",
                                "每月",
                                "monthly",
                                "某等级超过 15% 且 n > 30",
                                "above 15 % in a grade, n > 30",
                                "与客户经理复盘理由",
                                "review the reasons with officers"),
                        trigger(
                                "有效期",
                                "Expiry",
                                "每年",
                                "yearly",
                                "距验证满 12 个月，或法规、数据源、经济环境重大变化",
                                "12 months after this validation, or a major change of law, sources or economy",
                                "重新验证",
                                "validate again")));
    }

    private static String low(ValidationReport report) {
        return Form.SHARE.of(report.overall().discrimination().auc().low());
    }

    private static List<Cell> trigger(String... words) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            cells.add(Cell.words(words[i], words[i + 1]));
        }
        return cells;
    }

    /** What chance alone gives at the sizes of a month, against these training rows. */
    private static Block critical(ValidationReport report) {
        long reference = report.subject().artifact().manifest().data().rows();
        int grades = CreditGrade.values().length;
        List<List<Cell>> rows = new ArrayList<>();
        for (int window : WINDOWS) {
            rows.add(
                    List.of(Cell.count(window), Cell.number(Stability.critical(grades, reference, window), Form.FINE)));
        }
        return new Block.Table(
                "critical_psi",
                new Captions(report)
                        .plain(
                                String.format(Locale.ROOT, "每期样本量与评分 PSI 的 5%% 临界值（训练 n = %,d）", reference),
                                String.format(
                                        Locale.ROOT,
                                        "Rows of a window and the 5 %% critical value of the score PSI (training n = %,d)",
                                        reference)),
                List.of(
                        Column.of("rows", "每期行数", "Rows of the window"),
                        Column.of("critical", "临界值", "Critical value")),
                rows);
    }
}
