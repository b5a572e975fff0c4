package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NOT_DISCLOSED;
import static techflow.features.definition.FeatureValue.MissingReason.NOT_ENOUGH_HISTORY;
import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.BankFlow;
import techflow.features.signal.EquityFinancing;
import techflow.features.signal.Signal;
import techflow.features.signal.TechnologyContract;
import techflow.features.signal.TechnologyContract.ContractType;

/** The naive oracle for technology contracts, equity rounds and bank flows. */
final class NaiveMoney extends NaiveReading {
    NaiveMoney(Instant asOf, Collection<Signal> history) {
        super(asOf, history);
    }

    Map<String, FeatureValue> say() {
        contracts("technology_contracts_36m", contract -> true);
        contracts(
                "technology_licence_income_36m",
                contract -> List.of(ContractType.TRANSFER, ContractType.LICENCE).contains(contract.type()));
        rounds();
        flows();
        return answers;
    }

    private boolean within(LocalDate day, int months) {
        return day.isBefore(today) && !day.isBefore(today.minusMonths(months));
    }

    private void contracts(String name, Predicate<TechnologyContract> counted) {
        double fen = 0;
        for (TechnologyContract contract : all(TechnologyContract.class)) {
            if (contract.role() == TechnologyContract.Role.SELLER
                    && contract.status() != TechnologyContract.Status.CANCELLED
                    && within(contract.occurredAt(), 36)
                    && counted.test(contract)) {
                fen += contract.technologyAmount().isPresent()
                        ? contract.technologyAmount().get().fen()
                        : contract.amount().fen();
            }
        }
        if (all(TechnologyContract.class).isEmpty()) {
            missing(name, NO_DATA);
        } else {
            say(name, fen / 100);
        }
    }

    private void rounds() {
        for (String name : List.of(
                "months_since_equity_round", "equity_raised_36m", "equity_rounds_36m", "government_fund_backed")) {
            missing(name, NO_DATA);
        }
        if (all(EquityFinancing.class).isEmpty()) {
            return;
        }
        LocalDate last = LocalDate.MIN;
        double fen = 0;
        int recent = 0;
        int told = 0;
        boolean government = false;
        for (EquityFinancing round : all(EquityFinancing.class)) {
            last = round.occurredAt().isAfter(last) ? round.occurredAt() : last;
            government |= round.leadInvestor() == EquityFinancing.InvestorType.GOVERNMENT_FUND;
            if (within(round.occurredAt(), 36)) {
                recent++;
                if (round.amount().isPresent()) {
                    told++;
                    fen += round.amount().get().fen();
                }
            }
        }
        say("months_since_equity_round", (double) last.until(today, ChronoUnit.MONTHS));
        say("equity_rounds_36m", recent);
        say("government_fund_backed", government ? 1 : 0);
        if (recent > 0 && told == 0) {
            missing("equity_raised_36m", NOT_DISCLOSED);
        } else {
            say("equity_raised_36m", fen / 100);
        }
    }

    private Map<YearMonth, Double> flow(ToDoubleFunction<BankFlow> value) {
        Map<YearMonth, Double> months = new TreeMap<>();
        List<BankFlow> byAccount = all(BankFlow.class);
        byAccount.sort((one, other) -> one.accountToken().compareTo(other.accountToken()));
        for (BankFlow row : byAccount) {
            add(months, row.period(), value.applyAsDouble(row));
        }
        return months;
    }

    private void flows() {
        Map<YearMonth, Double> in = flow(row -> row.inflow().fen() / 100.0);
        Map<YearMonth, Double> out = flow(row -> row.outflow().fen() / 100.0);
        yearOnYear("bank_inflow_growth_12m", in, 6);
        year("bank_inflow_volatility_12m", in, NaiveReading::variation);
        year("bank_returned_payments_12m", flow(BankFlow::returnedPayments), NaiveReading::total);
        year(
                "bank_average_balance_months",
                flow(row -> row.averageBalance().fen() / 100.0),
                balances -> monthsOfOutflow(average(balances), out));
        year(
                "bank_lowest_balance_months",
                flow(row -> row.endBalance().fen() / 100.0),
                balances -> monthsOfOutflow(Collections.min(balances), out));
        year("bank_loan_repayment_share_12m", flow(row -> row.loanRepayment().fen() / 100.0), repaid -> {
            double received = total(window(in, 1, 12));
            return received <= 0 ? Double.NaN : Math.min(1, total(repaid) / received);
        });
        year(
                "bank_payroll_months_share_12m",
                flow(row -> row.payroll().fen() / 100.0),
                wages -> (double) positive(wages) / wages.size());
        inflowToSales(in);
    }

    private static double bounded(double value) {
        return Math.max(0, Math.min(36, value));
    }

    private double monthsOfOutflow(double balance, Map<YearMonth, Double> out) {
        double monthly = average(window(out, 1, 12));
        return monthly <= 0 ? Double.NaN : bounded(balance / monthly);
    }

    private void inflowToSales(Map<YearMonth, Double> in) {
        String name = "bank_inflow_to_sales_12m";
        Map<YearMonth, Double> sales = declaredSales();
        if (window(in, 1, 12).size() < 6) {
            missing(name, in.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else if (window(sales, 1, 12).size() < 6) {
            missing(name, sales.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            ratio(name, average(window(in, 1, 12)), average(window(sales, 1, 12)), 0, 10);
        }
    }
}
