package techflow.features.signal;

import java.time.YearMonth;

/**
 * A month's flow through one account of the enterprise (资金流信息), supplied with its consent. Transfers between its own
 * accounts are part of both accounts' flows.
 *
 * @param accountToken the account under a token: never its number
 * @param period the month
 * @param inflow money received
 * @param outflow money paid
 * @param inflowCount receipts
 * @param outflowCount payments
 * @param counterpartiesIn distinct payers of the receipts
 * @param endBalance balance at month end; negative where the bank lets the account overdraw (法人账户透支)
 * @param averageBalance mean of the daily balances, may be negative likewise
 * @param returnedPayments payments that came back: 退票 and 退汇
 * @param loanRepayment part of the outflow that repaid loans, principal and interest
 * @param payroll part of the outflow that paid wages (代发工资)
 */
public record BankFlow(
        SignalHeader header,
        String accountToken,
        YearMonth period,
        Money inflow,
        Money outflow,
        int inflowCount,
        int outflowCount,
        int counterpartiesIn,
        Money endBalance,
        Money averageBalance,
        int returnedPayments,
        Money loanRepayment,
        Money payroll)
        implements Signal {
    @Override
    public String naturalKey() {
        return accountToken + '|' + period;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.BANK_FLOW;
    }
}
