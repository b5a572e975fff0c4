package techflow.features.signal;

/**
 * A court matter (司法信息) and the enterprise's part in it.
 *
 * @param caseNo case number (案号)
 * @param role the enterprise's part; a plaintiff is harmless to a lender
 * @param amount amount at stake or to be enforced, 0 when not stated
 * @param status open, or closed (settled, performed, ended), which arrives as a restatement
 */
public record CourtRecord(SignalHeader header, String caseNo, Role role, Money amount, Status status)
        implements Signal {
    /** The enterprise's part in the matter. */
    public enum Role {
        /** 原告. */
        PLAINTIFF,
        /** 被告. */
        DEFENDANT,
        /** 被执行人. */
        ENFORCED,
        /** 失信被执行人. */
        DISHONEST
    }

    /** Whether the matter goes on. */
    public enum Status {
        OPEN,
        CLOSED
    }

    @Override
    public String naturalKey() {
        return caseNo + '|' + role;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.COURT_RECORD;
    }
}
