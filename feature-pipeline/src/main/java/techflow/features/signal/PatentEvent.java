package techflow.features.signal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A legal event of a patent, as the patent register records it (专利法实施细则 art. 106).
 *
 * @param applicationNo the patent's application number; the patent itself may be unknown or known later
 * @param type what happened
 * @param counterparty the other side: buyer, seller, pledgee, licensee or opponent; empty when none or not stated
 * @param amount debt secured by a pledge, price of a transfer or fee of a licence; empty when not stated
 * @param nextFeeDue last day for the next annual fee (年费) without a surcharge, with a grant, a payment or a restoration
 * @param licenceType how far a licence excludes others, with {@link PatentEventType#LICENSED} only
 */
public record PatentEvent(
        SignalHeader header,
        String applicationNo,
        PatentEventType type,
        Optional<String> counterparty,
        Optional<Money> amount,
        Optional<LocalDate> nextFeeDue,
        Optional<LicenceType> licenceType)
        implements Signal {
    /** An event of which no more is known than that it happened. */
    public PatentEvent(SignalHeader header, String applicationNo, PatentEventType type) {
        this(header, applicationNo, type, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

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
        LICENSED,
        /** 缴纳年费: an annual fee was paid. */
        FEE_PAID,
        /** 受让: the firm took it over from another owner. */
        ACQUIRED,
        /** 无效宣告请求 or 侵权诉讼 begun. */
        DISPUTE_OPENED,
        /** The dispute ended with the patent in force. */
        DISPUTE_CLOSED,
        /** 国家科学技术奖 or 中国专利奖. */
        AWARDED
    }

    /** How far a licence excludes others (实施许可方式). */
    public enum LicenceType {
        /** 独占许可: the licensee alone, the owner shut out. */
        EXCLUSIVE,
        /** 排他许可: the licensee and the owner. */
        SOLE,
        /** 普通许可. */
        ORDINARY,
        /** 开放许可: anyone at the published fee. */
        OPEN
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
