package techflow.features.signal;

import static techflow.features.signal.Column.balance;
import static techflow.features.signal.Column.count;
import static techflow.features.signal.Column.date;
import static techflow.features.signal.Column.flag;
import static techflow.features.signal.Column.money;
import static techflow.features.signal.Column.month;
import static techflow.features.signal.Column.optional;
import static techflow.features.signal.Column.optionalDate;
import static techflow.features.signal.Column.optionalQuantity;
import static techflow.features.signal.Column.quantity;
import static techflow.features.signal.Column.text;
import static techflow.features.signal.Column.word;

import techflow.features.signal.UtilityBill.Utility;

/** 经营流水: contributions, utility bills and bank accounts. */
final class FlowFormats {
    private FlowFormats() {}

    static SignalFormat contributionMonth() {
        var format = FormatBuilder.of(SignalKind.CONTRIBUTION_MONTH, ContributionMonth.class);
        var scheme = format.cell(
                word("scheme", ContributionMonth.Scheme.class, "social insurance (社保) or housing fund (公积金)"),
                ContributionMonth::scheme);
        var period = format.cell(month("period", "month owed for"), ContributionMonth::period);
        var persons = format.cell(count("persons", "persons contributed for (缴存人数)", "42"), ContributionMonth::persons);
        var base = format.cell(money("base", "total wage base (缴费基数), yuan", "336000.00"), ContributionMonth::base);
        var payable =
                format.cell(money("payable", "contributions owed (应缴), yuan", "87360.00"), ContributionMonth::payable);
        var paid =
                format.cell(money("paid", "contributions paid so far (实缴), yuan", "87360.00"), ContributionMonth::paid);
        var deferred = format.cell(
                optional(flag("deferred", "approved to be paid later (缓缴), so that it is no arrear")),
                ContributionMonth::deferred);
        return format.begunByItsDay(period)
                .reads(row -> new ContributionMonth(
                        row.header(),
                        row.get(scheme),
                        row.get(period),
                        row.get(persons),
                        row.get(base),
                        row.get(payable),
                        row.get(paid),
                        row.get(deferred)));
    }

    static SignalFormat utilityBill() {
        var format = FormatBuilder.of(SignalKind.UTILITY_BILL, UtilityBill.class);
        var utility = format.cell(word("utility", Utility.class, "what was used"), UtilityBill::utility);
        var meter = format.cell(text("meter_no", "account or meter number (户号)", "0301234567"), UtilityBill::meterNo);
        var period = format.cell(month("period", "month used"), UtilityBill::period);
        var quantity = format.cell(
                quantity("quantity", "use in kWh, m³, m³ or GJ by utility", "18250"), UtilityBill::quantity);
        var amount = format.cell(money("amount", "the bill, yuan", "12410.00"), UtilityBill::amount);
        var due = format.cell(date("due_on", "last day for payment", "2026-10-25"), UtilityBill::dueOn);
        var paid = format.cell(
                optionalDate("paid_on", "day of payment, empty while unpaid", "2026-10-19"), UtilityBill::paidOn);
        var contracted = format.cell(
                optionalQuantity("contracted_kva", "contracted capacity of electricity (合同容量), kVA", "315"),
                UtilityBill::contractedKva);
        var method = format.cell(
                optional(word("payment_method", UtilityBill.PaymentMethod.class, "how it was paid, empty while unpaid")
                        .withExample("DIRECT_DEBIT")),
                UtilityBill::paymentMethod);
        return format.begunByItsDay(period)
                .rule(
                        due,
                        "must not lie before period",
                        s -> !s.dueOn().isBefore(s.period().atDay(1)))
                .rule(
                        paid,
                        "must not lie before period",
                        s -> s.paidOn().isEmpty()
                                || !s.paidOn().get().isBefore(s.period().atDay(1)))
                .rule(
                        contracted,
                        "must be empty unless utility is ELECTRICITY",
                        s -> s.contractedKva().isEmpty() || s.utility() == Utility.ELECTRICITY)
                .rule(
                        method,
                        "must be empty while paid_on is",
                        s -> s.paymentMethod().isEmpty() || s.paidOn().isPresent())
                .reads(row -> new UtilityBill(
                        row.header(),
                        row.get(utility),
                        row.get(meter),
                        row.get(period),
                        row.get(quantity),
                        row.get(amount),
                        row.get(due),
                        row.get(paid),
                        row.get(contracted),
                        row.get(method)));
    }

    static SignalFormat bankFlow() {
        var format = FormatBuilder.of(SignalKind.BANK_FLOW, BankFlow.class);
        var account = format.cell(
                text("account_token", "token of the account, never its number", "A7F3"), BankFlow::accountToken);
        var period = format.cell(month("period", "the month"), BankFlow::period);
        var inflow = format.cell(money("inflow", "money received, yuan", "2900000.00"), BankFlow::inflow);
        var outflow = format.cell(money("outflow", "money paid, yuan", "2750000.00"), BankFlow::outflow);
        var inflows = format.cell(count("inflow_count", "receipts", "41"), BankFlow::inflowCount);
        var outflows = format.cell(count("outflow_count", "payments", "73"), BankFlow::outflowCount);
        var payers = format.cell(
                count("counterparties_in", "distinct payers of the receipts", "12"), BankFlow::counterpartiesIn);
        var end = format.cell(
                balance("end_balance", "balance at month end, yuan, negative when overdrawn", "620000.00"),
                BankFlow::endBalance);
        var average = format.cell(
                balance("average_balance", "mean of the daily balances, yuan, may be negative", "540000.00"),
                BankFlow::averageBalance);
        var returned = format.cell(
                count("returned_payments", "payments that came back (退票, 退汇)", "0"), BankFlow::returnedPayments);
        var loans = format.cell(
                money("loan_repayment", "part of outflow that repaid loans, yuan", "150000.00"),
                BankFlow::loanRepayment);
        var payroll =
                format.cell(money("payroll", "part of outflow that paid wages, yuan", "380000.00"), BankFlow::payroll);
        return format.begunByItsDay(period)
                .rule(payers, "must not be more than inflow_count", s -> s.counterpartiesIn() <= s.inflowCount())
                .rule(
                        payroll,
                        "must not, with loan_repayment, be more than outflow",
                        s -> s.payroll().plus(s.loanRepayment()).compareTo(s.outflow()) <= 0)
                .reads(row -> new BankFlow(
                        row.header(),
                        row.get(account),
                        row.get(period),
                        row.get(inflow),
                        row.get(outflow),
                        row.get(inflows),
                        row.get(outflows),
                        row.get(payers),
                        row.get(end),
                        row.get(average),
                        row.get(returned),
                        row.get(loans),
                        row.get(payroll)));
    }
}
