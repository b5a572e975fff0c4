package techflow.features.catalog;

import static techflow.features.catalog.Windows.ENOUGH;
import static techflow.features.catalog.Windows.FEWER_THAN_ENOUGH;
import static techflow.features.catalog.Windows.LAST_YEAR;
import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.BANK_FLOW;
import static techflow.features.signal.SignalKind.MONTHLY_TAX;

import java.util.List;
import techflow.features.aggregate.MonthlyMeasure;
import techflow.features.aggregate.MonthlySeries;
import techflow.features.aggregate.MonthlySource;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.Unit;
import techflow.features.signal.BankFlow;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;

/**
 * 资金流: what moves through the firm's accounts, supplied with its consent. The accounts are added; a transfer between two
 * of them counts as flow of both, so that levels are upper limits and every feature is a ratio or a count.
 */
final class BankFlowFeatures {
    private static final Range TO_SALES = new Range(0, 10);
    private static final Range MONTHS_OF_OUTFLOW = new Range(0, 36);
    private static final String SHARING = "资金流信用信息共享平台 (PBoC, 2024) supplies the flows; own design";

    private static final MonthlySource<BankFlow> ACCOUNTS =
            new MonthlySource<>(SignalKind.BANK_FLOW, BankFlow.class, BankFlow::period, flow -> true);
    private static final MonthlyMeasure INFLOW =
            ACCOUNTS.measure(flow -> flow.inflow().yuan());
    private static final MonthlyMeasure OUTFLOW =
            ACCOUNTS.measure(flow -> flow.outflow().yuan());
    private static final MonthlyMeasure AVERAGE_BALANCE =
            ACCOUNTS.measure(flow -> flow.averageBalance().yuan());
    private static final MonthlyMeasure END_BALANCE =
            ACCOUNTS.measure(flow -> flow.endBalance().yuan());
    private static final MonthlyMeasure RETURNED = ACCOUNTS.measure(BankFlow::returnedPayments);
    private static final MonthlyMeasure REPAID =
            ACCOUNTS.measure(flow -> flow.loanRepayment().yuan());
    private static final MonthlyMeasure PAYROLL =
            ACCOUNTS.measure(flow -> flow.payroll().yuan());

    private BankFlowFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(
                inflowGrowth(),
                inflowToSales(),
                inflowVolatility(),
                averageBalance(),
                lowestBalance(),
                returnedPayments(),
                loanRepayment(),
                payrollShare());
    }

    private static FeatureDefinition.Builder flowFeature(String name, String chineseName) {
        return feature(name, chineseName, BANK_FLOW)
                .missingMeans(FEWER_THAN_ENOUGH)
                .source(SHARING)
                .reads(SignalKind.BANK_FLOW);
    }

    private static FeatureDefinition inflowGrowth() {
        return flowFeature("bank_inflow_growth_12m", "账户流入同比增长率")
                .describedAs("Growth of mean monthly inflow of all accounts, " + Windows.YEAR_ON_YEAR
                        + ", over known months; clamped to [-1, 10].")
                .in(Unit.RATIO, Ratio.GROWTH)
                .noDirection(Windows.GROWTH_IS_U_SHAPED)
                .missingMeans(
                        "fewer than 6 months known in either year; undefined when nothing came in the earlier one")
                .is(snapshot ->
                        INFLOW.over(snapshot, Windows.lastTwoYears(snapshot)).growthOfHalves(ENOUGH));
    }

    private static FeatureDefinition inflowToSales() {
        return flowFeature("bank_inflow_to_sales_12m", "账户流入与申报销售额之比")
                .describedAs(
                        "Mean monthly inflow of all accounts over mean monthly sales declared for tax, each over its"
                                + " known months of " + LAST_YEAR + "; clamped to [0, 10].")
                .in(Unit.RATIO, TO_SALES)
                .noDirection(
                        "far below 1 sales are not collected or run through other accounts, far above 1 money circles"
                                + " or loans come in")
                .missingMeans("fewer than 6 of the 12 months known of flows or of returns; undefined without sales")
                .reads(SignalKind.BANK_FLOW, MONTHLY_TAX)
                .is(snapshot -> year(INFLOW, snapshot)
                        .whenKnown(
                                ENOUGH,
                                inflow -> TaxFeatures.salesOfYear(snapshot)
                                        .whenKnown(ENOUGH, sales -> Ratio.of(inflow.mean(), sales.mean(), TO_SALES))));
    }

    private static FeatureDefinition inflowVolatility() {
        return flowFeature("bank_inflow_volatility_12m", "账户流入波动率")
                .describedAs("Coefficient of variation of the monthly inflow of all accounts over the known months of "
                        + LAST_YEAR + ".")
                .in(Unit.RATIO, Range.NOT_NEGATIVE)
                .riskierWhenHigher("uneven income makes payments uncertain")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when nothing came in")
                .is(snapshot -> year(INFLOW, snapshot).whenKnown(ENOUGH, MonthlySeries::volatility));
    }

    private static FeatureDefinition averageBalance() {
        return flowFeature("bank_average_balance_months", "日均余额可支撑月数")
                .describedAs(
                        "Mean of the months' average balance of all accounts over mean monthly outflow, known months of "
                                + LAST_YEAR + "; an overdrawn account counts as 0, clamped to [0, 36].")
                .in(Unit.MONTHS, MONTHS_OF_OUTFLOW)
                .saferWhenHigher("cash at hand is what bears a bad month")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when nothing was paid out")
                .is(snapshot -> year(AVERAGE_BALANCE, snapshot)
                        .whenKnown(ENOUGH, months -> monthsOfOutflow(snapshot, months.mean())));
    }

    private static FeatureDefinition lowestBalance() {
        return flowFeature("bank_lowest_balance_months", "最低月末余额可支撑月数")
                .describedAs(
                        "Lowest month-end balance of all accounts together over mean monthly outflow, known months of "
                                + LAST_YEAR + "; an overdrawn account counts as 0, clamped to [0, 36].")
                .in(Unit.MONTHS, MONTHS_OF_OUTFLOW)
                .saferWhenHigher("a firm whose accounts ran empty once has no reserve")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when nothing was paid out")
                .is(snapshot -> year(END_BALANCE, snapshot)
                        .whenKnown(ENOUGH, months -> monthsOfOutflow(snapshot, months.lowest())));
    }

    private static FeatureValue monthsOfOutflow(Snapshot snapshot, double balance) {
        return Ratio.of(balance, year(OUTFLOW, snapshot).mean(), MONTHS_OF_OUTFLOW);
    }

    private static FeatureDefinition returnedPayments() {
        return flowFeature("bank_returned_payments_12m", "近12个月退票退汇笔数")
                .describedAs("Payments that came back (退票, 退汇), sum of the known months of " + LAST_YEAR + ".")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("a returned payment is a promise that was not covered, or disorder")
                .is(snapshot -> year(RETURNED, snapshot).whenKnown(ENOUGH, months -> FeatureValue.of(months.sum())));
    }

    private static FeatureDefinition loanRepayment() {
        return flowFeature("bank_loan_repayment_share_12m", "还贷支出占流入比")
                .describedAs(
                        "Outflow that repaid loans, principal and interest, over inflow, sums of the known months of "
                                + LAST_YEAR + "; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher("what goes to old lenders is not there for a new one")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when nothing came in")
                .is(snapshot -> year(REPAID, snapshot)
                        .whenKnown(
                                ENOUGH,
                                repaid -> Ratio.of(
                                        repaid.sum(), year(INFLOW, snapshot).sum(), Range.SHARE)));
    }

    private static FeatureDefinition payrollShare() {
        return flowFeature("bank_payroll_months_share_12m", "代发工资连续性")
                .describedAs("Months with wages paid through the accounts over the known months of " + LAST_YEAR + ".")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("wages that stop go before default; a firm may pay them through another bank")
                .is(snapshot -> year(PAYROLL, snapshot)
                        .whenKnown(
                                ENOUGH,
                                months -> Ratio.of(months.count(wages -> wages > 0), months.known(), Range.SHARE)));
    }

    private static MonthlySeries year(MonthlyMeasure measure, Snapshot snapshot) {
        return measure.over(snapshot, Windows.lastYear(snapshot));
    }
}
