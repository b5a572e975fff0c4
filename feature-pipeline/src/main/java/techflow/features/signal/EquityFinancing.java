package techflow.features.signal;

import java.util.Optional;

/**
 * A round of equity financing (股权融资), dated by its closing.
 *
 * @param roundNo the source's number of the round, identifies it
 * @param round which round
 * @param amount money raised, empty when not published
 * @param postMoney value of the firm after it (投后估值), empty when not published
 * @param leadInvestor who led it
 */
public record EquityFinancing(
        SignalHeader header,
        String roundNo,
        Round round,
        Optional<Money> amount,
        Optional<Money> postMoney,
        InvestorType leadInvestor)
        implements Signal {
    /** Rounds in their usual order, and strategic ones outside it. */
    public enum Round {
        /** 天使轮. */
        ANGEL,
        /** 种子轮. */
        SEED,
        /** Pre-A 轮. */
        PRE_A,
        /** A 轮. */
        A,
        /** B 轮. */
        B,
        /** C 轮. */
        C,
        /** D 轮 and later. */
        LATER,
        /** 战略投资. */
        STRATEGIC
    }

    /** Kinds of lead investors. */
    public enum InvestorType {
        /** 创业投资机构. */
        VENTURE,
        /** 政府引导基金. */
        GOVERNMENT_FUND,
        /** 产业投资者. */
        CORPORATE,
        /** 个人投资者. */
        INDIVIDUAL
    }

    @Override
    public String naturalKey() {
        return roundNo;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.EQUITY_FINANCING;
    }
}
