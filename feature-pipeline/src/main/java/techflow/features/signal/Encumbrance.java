package techflow.features.signal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A right or an order that binds the enterprise's equity or assets (出质、质押与冻结), dated by its registration in every
 * version of it; its release arrives as a restatement.
 *
 * @param reference number of the entry, identifies it
 * @param type what is bound, and how
 * @param amount debt secured or value bound, 0 when not stated
 * @param party pledgee, mortgagee or court
 * @param until first day on which it no longer binds unless renewed, empty when it has no term
 * @param status standing or released
 */
public record Encumbrance(
        SignalHeader header,
        String reference,
        EncumbranceType type,
        Money amount,
        String party,
        Optional<LocalDate> until,
        Status status)
        implements Signal {
    /** What is bound, and how. */
    public enum EncumbranceType {
        /** 股权出质: an owner pledges shares to a lender. */
        EQUITY_PLEDGE,
        /** 股权冻结: a court freezes an owner's shares. */
        EQUITY_FREEZE,
        /** 动产抵押. */
        CHATTEL_MORTGAGE,
        /** 账户冻结. */
        ACCOUNT_FREEZE,
        /** 财产保全 of other assets. */
        ASSET_PRESERVATION
    }

    /** Whether it still binds. */
    public enum Status {
        STANDING,
        /** 注销, 解冻 or 解除. */
        RELEASED
    }

    /** True when it is not released and its term has not ended on the day. */
    public boolean binds(LocalDate day) {
        return status == Status.STANDING && until.map(end -> end.isAfter(day)).orElse(true);
    }

    @Override
    public String naturalKey() {
        return reference;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.ENCUMBRANCE;
    }
}
