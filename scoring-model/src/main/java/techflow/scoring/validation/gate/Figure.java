package techflow.scoring.validation.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The figures that a gate can set a limit to. */
public enum Figure {
    BADS("检验样本违约数", "Defaults in the tested rows"),
    AUC("AUC", "AUC"),
    AUC_LOW("AUC 95% 区间下限", "AUC, lower end of the 95 % interval"),
    KS("KS", "KS"),
    AUC_DECLINE("训练样本 AUC 减检验样本 AUC", "AUC on training rows minus AUC on tested rows"),
    WORST_PERIOD_AUC("各时点中最低的 AUC", "Lowest AUC of an as-of day"),
    WORST_SEGMENT_AUC("各分组中最低的 AUC", "Lowest AUC of a segment"),
    WALK_FORWARD_AUC("滚动重训中最低的 AUC", "Lowest AUC of the walk-forward windows"),
    CALIBRATION_SLOPE("校准斜率", "Calibration slope"),
    CALIBRATION_LEVEL("预期违约数 ÷ 实际违约数", "Expected over observed defaults"),
    CALIBRATION_P("整体 PD 偏低检验 p 值（含相关性）", "p-value that all PDs together are too low, with correlation"),
    GRADES_TOO_LOW("PD 明显偏低的等级数", "Grades whose PD is far too low"),
    HOSMER_LEMESHOW_P("Hosmer–Lemeshow p 值", "Hosmer–Lemeshow p-value"),
    SPIEGELHALTER_P("Spiegelhalter p 值", "Spiegelhalter p-value"),
    SCORE_PSI("评分 PSI ÷ 界限", "Score PSI over its limit"),
    FEATURES_SHIFTED("分布明显变化的模型特征数", "Features of the model that shifted"),
    LARGEST_GRADE_SHARE("最集中等级的占比", "Share of the fullest grade"),
    MONOTONICITY_VIOLATIONS("违反申明方向的次数", "Violations of a declared direction"),
    MISSING_REWARDED("缺失反而得最高分的特征数", "Features for which missing scores best"),
    STRONGEST_FEATURE_AUC("单个特征最高 AUC（泄漏检查）", "Strongest single feature's AUC (leakage)"),
    PATENT_INFLATION("仅靠虚增专利提升等级的企业占比", "Share of firms that inflated patents lift a grade"),
    ADDITIVITY_RESIDUAL("贡献可加性最大残差（分）", "Largest additivity residual, points"),
    REASON_OVERLAP("重训后前四项理由的重合度", "Overlap of the top four reasons across retrains"),
    CHALLENGER_LEAD("挑战者 AUC 减本模型 AUC", "Challenger's AUC minus this model's"),
    LOGISTIC_LEAD("原始变量逻辑回归 AUC 减本模型 AUC", "AUC of logistic regression on raw inputs minus this model's"),
    TRAINER_PARITY("与训练库的最大差异（对数几率）", "Largest distance from the trainer's own log-odds"),
    VERIFICATION_FAILURES("未能复现的验证行数", "Verification rows not reproduced"),
    REPLAY_DIFFERENCES("写出再读入后不同的评分数", "Scores that differ after writing and reading");

    private final String chinese;
    private final String english;

    Figure(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The figure of a word, empty when there is none. */
    public static Optional<Figure> of(String word) {
        return Arrays.stream(values())
                .filter(figure -> figure.word().equals(word))
                .findFirst();
    }

    /** The word in gates files and reports, such as {@code auc_low}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
