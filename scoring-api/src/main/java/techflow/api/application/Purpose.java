package techflow.api.application;

/** Why the data of the enterprise is looked at; the authorisation of the data subject covers a purpose. */
public enum Purpose {
    LOAN_ORIGINATION("贷前审批", "Loan origination"),
    LOAN_REVIEW("授信复审", "Loan review"),
    LIMIT_ADJUSTMENT("额度调整", "Limit adjustment"),
    POST_LOAN_MONITORING("贷后管理", "Post-loan monitoring"),
    GUARANTEE_REVIEW("担保审查", "Guarantee review");

    private final String chinese;
    private final String english;

    Purpose(String chinese, String english) {
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
