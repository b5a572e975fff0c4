package techflow.scoring.retention;

/** What retention looks at, and why. */
public enum RetentionRule {
    /**
     * Scores with their inputs and answers, after the set time and never within three years (个人信息保护法 art. 56:
     * records of automated decisions).
     */
    SCORES("评分记录及其输入与答复：超过设定的保存期限即删除", "scores with inputs and answers, past the set retention"),
    /**
     * Adverse data about natural persons, five years after the event ended (征信业管理条例 art. 16). No kind of signal
     * holds data about natural persons, so there is nothing to remove; a kind that did would have to be named here.
     */
    PERSONAL_ADVERSE("个人不良信息：事件终止满五年即删除；现有数据种类均不含个人信息", "adverse data about persons; no kind of signal holds any"),
    /**
     * Penalties past their publicity (市场监督管理行政处罚信息公示规定 art. 13–14). No feature reads them from that day on;
     * the rows stay, so that past days can be computed again, and are counted here.
     */
    PENALTIES_NOT_PUBLIC("公示期满的行政处罚：不再用于任何指标，仅计数", "penalties past publicity; used by no feature, counted only");

    private final String chinese;
    private final String english;

    RetentionRule(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
