package techflow.features.catalog;

import static techflow.features.catalog.Windows.ENOUGH;
import static techflow.features.catalog.Windows.FEWER_THAN_ENOUGH;
import static techflow.features.catalog.Windows.LAST_YEAR;
import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.TAX;
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
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.MonthlyTax.TaxType;
import techflow.features.snapshot.Snapshot;

/**
 * 纳税: the monthly returns. A source tells all taxes of a month in one row or in one row for each: sales are read from the
 * rows that declare them, payments and arrears are added over all rows.
 */
final class TaxFeatures {
    private static final Range UP_TO_A_YEAR = new Range(0, 12);
    private static final Range ARREARS = new Range(0, 24);
    private static final int FEWEST_INCOME_TAX_RETURNS = 3;

    private static final MonthlySource<MonthlyTax> RETURNS =
            new MonthlySource<>(MONTHLY_TAX, MonthlyTax.class, MonthlyTax::period, tax -> true);
    private static final MonthlySource<MonthlyTax> SALES_RETURNS = new MonthlySource<>(
            MONTHLY_TAX,
            MonthlyTax.class,
            MonthlyTax::period,
            tax -> tax.taxType().declaresSales());
    private static final MonthlySource<MonthlyTax> INCOME_TAX_RETURNS = new MonthlySource<>(
            MONTHLY_TAX, MonthlyTax.class, MonthlyTax::period, tax -> tax.taxType() == TaxType.CORPORATE_INCOME);

    private static final MonthlyMeasure DECLARED =
            SALES_RETURNS.measure(tax -> tax.declaredSales().yuan());
    private static final MonthlyMeasure INCOME_TAX =
            INCOME_TAX_RETURNS.measure(tax -> tax.payable().yuan());
    private static final MonthlyMeasure PAID = RETURNS.measure(tax -> tax.paid().yuan());
    private static final MonthlyMeasure ARREARS_OWED =
            RETURNS.measure(tax -> tax.arrears().yuan());
    private static final MonthlyMeasure PAYABLE =
            RETURNS.measure(tax -> tax.payable().yuan());
    private static final MonthlyMeasure LATE = RETURNS.measure(tax -> tax.filedLate() ? 1 : 0);

    private TaxFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(
                sales(),
                salesGrowth(),
                arrearsMonths(),
                arrearsRatio(),
                arrearsStreak(),
                lateFilings(),
                zeroSalesMonths(),
                gapMonths(),
                burden(),
                incomeTax());
    }

    private static FeatureDefinition sales() {
        return feature("tax_sales_12m", "近12个月申报销售额", TAX)
                .describedAs("Taxable sales declared, sum of the known months of " + LAST_YEAR + ".")
                .in(Unit.YUAN, Range.ANY)
                .saferWhenHigher("larger firms bear shocks better")
                .missingMeans(FEWER_THAN_ENOUGH)
                .source(Sources.OWN)
                .reads(MONTHLY_TAX)
                .is(TaxFeatures::yearlySales);
    }

    /** Declared sales of the year when enough months are known. */
    static FeatureValue yearlySales(Snapshot snapshot) {
        return lastYear(snapshot, DECLARED).whenKnown(ENOUGH, months -> FeatureValue.of(months.sum()));
    }

    private static FeatureDefinition salesGrowth() {
        return feature("tax_sales_growth_12m", "申报销售额同比增长率", TAX)
                .describedAs("Growth of mean monthly declared sales, " + Windows.YEAR_ON_YEAR
                        + ", over known months; clamped to [-1, 10].")
                .in(Unit.RATIO, Ratio.GROWTH)
                .noDirection(Windows.GROWTH_IS_U_SHAPED)
                .missingMeans("fewer than 6 months known in either year; undefined when the earlier year had no sales")
                .source(Sources.OWN)
                .reads(MONTHLY_TAX)
                .is(TaxFeatures::salesGrowth);
    }

    /** Growth of declared sales; the U-shape and the check against electricity read it. */
    static FeatureValue salesGrowth(Snapshot snapshot) {
        return DECLARED.over(snapshot, Windows.lastTwoYears(snapshot)).growthOfHalves(ENOUGH);
    }

    private static FeatureDefinition arrearsMonths() {
        return feature("tax_arrears_months_12m", "近12个月欠税月数", TAX)
                .describedAs("Months with overdue tax at month end, among the known months of " + LAST_YEAR + ".")
                .in(Unit.MONTHS, UP_TO_A_YEAR)
                .riskierWhenHigher("arrears of the last year predict arrears and default (Siimon and Lukason 2021)")
                .missingMeans(FEWER_THAN_ENOUGH)
                .source("Siimon and Lukason 2021, doi 10.3390/su13158363; own design")
                .reads(MONTHLY_TAX)
                .is(snapshot -> countMonths(snapshot, ARREARS_OWED));
    }

    private static FeatureDefinition arrearsRatio() {
        return feature("tax_arrears_ratio", "欠税对月均应纳税额之比", TAX)
                .describedAs(
                        "Overdue tax at the end of the latest known month, over the mean monthly tax payable of the"
                                + " known months of " + LAST_YEAR + "; 0 when nothing is overdue, clamped to [0, 24].")
                .in(Unit.RATIO, ARREARS)
                .riskierWhenHigher("arrears of many months' tax are seldom paid off")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when tax is overdue while none was payable")
                .source(Sources.OWN)
                .reads(MONTHLY_TAX)
                .is(snapshot -> lastYear(snapshot, ARREARS_OWED)
                        .whenKnown(ENOUGH, arrears -> arrearsRatio(snapshot, arrears.latest())));
    }

    private static FeatureValue arrearsRatio(Snapshot snapshot, double arrears) {
        double payable = lastYear(snapshot, PAYABLE).mean();
        return arrears > 0 ? Ratio.of(arrears, payable, ARREARS) : FeatureValue.of(0);
    }

    private static FeatureDefinition arrearsStreak() {
        return feature("tax_arrears_streak_months", "连续欠税月数", TAX)
                .describedAs(
                        "Months in a row with overdue tax at month end, counted back from the latest known month of "
                                + LAST_YEAR + "; a month that is not known is passed over.")
                .in(Unit.MONTHS, UP_TO_A_YEAR)
                .riskierWhenHigher("what has been owed for long is seldom paid (Siimon and Lukason 2021)")
                .missingMeans(FEWER_THAN_ENOUGH)
                .source("Siimon and Lukason 2021, doi 10.3390/su13158363; own design")
                .reads(MONTHLY_TAX)
                .is(snapshot -> lastYear(snapshot, ARREARS_OWED)
                        .whenKnown(ENOUGH, months -> FeatureValue.of(months.streak(owed -> owed > 0))));
    }

    private static FeatureDefinition burden() {
        return feature("tax_burden_12m", "综合税负率", TAX)
                .describedAs("Tax paid, all kinds together, over sales declared, sums of the known months of "
                        + LAST_YEAR + "; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .noDirection(
                        "too low for the industry hints at sales without substance, high means profit or no relief")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined without sales")
                .source("税负率, the usual ratio of tax administration; own design")
                .reads(MONTHLY_TAX)
                .is(snapshot -> lastYear(snapshot, DECLARED)
                        .whenKnown(
                                ENOUGH,
                                sales -> Ratio.of(lastYear(snapshot, PAID).sum(), sales.sum(), Range.SHARE)));
    }

    private static FeatureDefinition incomeTax() {
        return feature("tax_income_to_sales_12m", "企业所得税占销售额比", TAX)
                .describedAs("Corporate income tax payable over sales declared, sums of the known months of "
                        + LAST_YEAR + "; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("tax on profit is paid on profit, which a firm would rather not show")
                .missingMeans(
                        "fewer than 3 returns of corporate income tax in those months, or all taxes told in one sum, or"
                                + " fewer than 6 months of sales; undefined without sales")
                .source("monthly tax by type; own design")
                .reads(MONTHLY_TAX)
                .is(snapshot -> lastYear(snapshot, INCOME_TAX)
                        .whenKnown(
                                FEWEST_INCOME_TAX_RETURNS,
                                taxes -> lastYear(snapshot, DECLARED)
                                        .whenKnown(ENOUGH, sales -> Ratio.of(taxes.sum(), sales.sum(), Range.SHARE))));
    }

    private static FeatureDefinition lateFilings() {
        return feature("tax_late_filings_12m", "近12个月逾期申报次数", TAX)
                .describedAs("Returns filed after the legal date, among the known months of " + LAST_YEAR + ".")
                .in(Unit.COUNT, UP_TO_A_YEAR)
                .riskierWhenHigher("late returns cost points in the tax credit rating and show weak administration")
                .missingMeans(FEWER_THAN_ENOUGH)
                .source("纳税信用 deduction table (late return −5 each); own design")
                .reads(MONTHLY_TAX)
                .is(snapshot -> countMonths(snapshot, LATE));
    }

    private static FeatureDefinition zeroSalesMonths() {
        return feature("tax_zero_sales_months_12m", "近12个月零申报月数", TAX)
                .describedAs("Months declared with sales of zero or less, among the known months of " + LAST_YEAR
                        + "; a month without a return is not among them.")
                .in(Unit.MONTHS, UP_TO_A_YEAR)
                .riskierWhenHigher("a firm that declares nothing hardly works")
                .missingMeans(FEWER_THAN_ENOUGH)
                .source("零申报 monitoring of the tax authority; own design")
                .reads(MONTHLY_TAX)
                .is(snapshot -> lastYear(snapshot, DECLARED)
                        .whenKnown(ENOUGH, months -> FeatureValue.of(months.count(value -> value <= 0))));
    }

    private static FeatureDefinition gapMonths() {
        return feature("tax_gap_months_12m", "近12个月未申报月数", TAX)
                .describedAs("Months without a return in " + Windows.SETTLED_YEAR
                        + ", counted from the first month ever declared. Quarterly filers have gaps by design.")
                .in(Unit.MONTHS, UP_TO_A_YEAR)
                .riskierWhenHigher("a firm that stops filing has stopped or hides")
                .missingMeans("no return ever known, or the first one less than 6 months before the window's end")
                .source(Sources.OWN)
                .reads(MONTHLY_TAX)
                .is(snapshot -> RETURNS.silentMonths(snapshot, Windows.settledYear(snapshot), ENOUGH, tax -> true));
    }

    private static FeatureValue countMonths(Snapshot snapshot, MonthlyMeasure positiveWhenCounted) {
        return lastYear(snapshot, positiveWhenCounted)
                .whenKnown(ENOUGH, months -> FeatureValue.of(months.count(value -> value > 0)));
    }

    /** Declared sales month by month, of the year. */
    static MonthlySeries salesOfYear(Snapshot snapshot) {
        return lastYear(snapshot, DECLARED);
    }

    private static MonthlySeries lastYear(Snapshot snapshot, MonthlyMeasure value) {
        return value.over(snapshot, Windows.lastYear(snapshot));
    }
}
