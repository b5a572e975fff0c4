package techflow.features.signal;

/**
 * A legal event of a patent, as the patent register records it (专利法实施细则 art. 106).
 *
 * @param applicationNo the patent's application number; the patent itself may be unknown or known later
 * @param type what happened
 */
public record PatentEvent(SignalHeader header, String applicationNo, PatentEventType type) implements Signal {
    /** Legal events that change what a patent is worth to its owner. */
    public enum PatentEventType {
        /** 授权. */
        GRANTED,
        /** 视为撤回 or 驳回: the application died. */
        WITHDRAWN,
        /** 未缴年费终止: ended because the annual fee was not paid. */
        FEE_LAPSED,
        /** 恢复: restored after a lapse. */
        RESTORED,
        /** 宣告无效. */
        INVALIDATED,
        /** 转让 to another owner. */
        TRANSFERRED_OUT,
        /** 质押登记. */
        PLEDGED,
        /** 质押注销. */
        PLEDGE_RELEASED,
        /** 实施许可备案. */
        LICENSED
    }

    @Override
    public String naturalKey() {
        return applicationNo + '|' + type + '|' + occurredAt();
    }

    @Override
    public SignalKind kind() {
        return SignalKind.PATENT_EVENT;
    }
}
