package techflow.scoring.audit;

/** What was done. Names are stable: they stand in the log for years. */
public enum AuditKind {
    SCORE_QUERIED("查询评分", "score queried"),
    WHAT_IF_QUERIED("假设测算", "what-if asked"),
    QUERY_REFUSED("查询被拒绝", "query refused"),
    AUTHORISATION_GRANTED("登记授权", "authorisation filed"),
    AUTHORISATION_REVOKED("撤销授权", "authorisation revoked"),
    OBJECTION_FILED("提出异议", "objection filed"),
    OBJECTION_ANSWERED("答复异议", "objection answered"),
    OBJECTION_RESCORED("异议更正后重新评分", "scored again after an objection"),
    KEY_CREATED("创建密钥", "key created"),
    KEY_REVOKED("停用密钥", "key revoked"),
    RETENTION_RUN("到期清理", "retention run");

    private final String chinese;
    private final String english;

    AuditKind(String chinese, String english) {
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
