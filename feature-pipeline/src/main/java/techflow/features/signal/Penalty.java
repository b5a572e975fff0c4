package techflow.features.signal;

import java.time.LocalDate;

/**
 * An administrative penalty (行政处罚). It counts only while it may be shown to the public.
 *
 * @param decisionNo number of the decision (处罚决定书文号)
 * @param authority who decided
 * @param fine the fine, 0 for a warning
 * @param publicUntil first day on which it may no longer be shown: 3 months for notices and low fines, 3 years for
 *     others (市场监督管理行政处罚信息公示规定 art. 13–14)
 * @param status still standing, or repaired or withdrawn (a restatement, from its own date on)
 */
public record Penalty(
        SignalHeader header, String decisionNo, String authority, Money fine, LocalDate publicUntil, Status status)
        implements Signal {
    /** Whether the penalty still stands. */
    public enum Status {
        STANDING,
        /** 信用修复. */
        REPAIRED,
        /** 撤销. */
        WITHDRAWN
    }

    @Override
    public String naturalKey() {
        return decisionNo;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.PENALTY;
    }
}
