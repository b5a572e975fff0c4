package techflow.features.signal;

import java.time.YearMonth;
import java.util.Optional;

/**
 * A month's employer contributions to social insurance (社会保险) or the housing fund (住房公积金).
 *
 * @param scheme which of the two
 * @param period the month owed for
 * @param persons persons contributed for (参保 or 缴存人数)
 * @param base total wage base (缴费基数)
 * @param payable contributions owed for the month (应缴)
 * @param paid contributions paid for the month so far (实缴)
 * @param deferred true when the fund approved to defer the month (缓缴), which then is no arrear; empty when not told
 */
public record ContributionMonth(
        SignalHeader header,
        Scheme scheme,
        YearMonth period,
        int persons,
        Money base,
        Money payable,
        Money paid,
        Optional<Boolean> deferred)
        implements Signal {
    /** A month of which the source does not tell whether it was deferred. */
    public ContributionMonth(
            SignalHeader header, Scheme scheme, YearMonth period, int persons, Money base, Money payable, Money paid) {
        this(header, scheme, period, persons, base, payable, paid, Optional.empty());
    }

    /** The two schemes that every employer owes monthly. */
    public enum Scheme {
        /** 社会保险. */
        SOCIAL_INSURANCE,
        /** 住房公积金. */
        HOUSING_FUND
    }

    @Override
    public String naturalKey() {
        return scheme.name() + '|' + period;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.CONTRIBUTION_MONTH;
    }
}
