package techflow.features.catalog;

import static techflow.features.catalog.Windows.ENOUGH;
import static techflow.features.catalog.Windows.FEWER_THAN_ENOUGH;
import static techflow.features.catalog.Windows.LAST_YEAR;
import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.TAX;
import static techflow.features.signal.SignalKind.MONTHLY_TAX;
import static techflow.features.signal.SignalKind.TAX_RATING;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import techflow.features.aggregate.MonthlySeries;
import techflow.features.aggregate.MonthlySource;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.TaxRating;
import techflow.features.snapshot.Snapshot;

/** 纳税: the tax credit rating and the monthly returns. */
final class TaxFeatures {
    private static final Range UP_TO_A_YEAR = new Range(0, 12);
    private static final Range ARREARS = new Range(0, 24);
    private static final Range LEVELS = new Range(1, 5);
    private static final int RATING_YEARS = 3;

    private static final MonthlySource<MonthlyTax> RETURNS =
            new MonthlySource<>(MONTHLY_TAX, MonthlyTax.class, MonthlyTax::period, tax -> true);

    /** A month of which only other taxes are known has unknown sales, not none. */
    private static final MonthlySource<MonthlyTax> SALES = new MonthlySource<>(
            MONTHLY_TAX,
            MonthlyTax.class,
            MonthlyTax::period,
            tax -> tax.taxType().declaresSales());

    private TaxFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(
                level(),
                sales(),
                salesGrowth(),
                salesVolatility(),
                arrearsMonths(),
                arrearsRatio(),
                lateFilings(),
                zeroSalesMonths(),
                gapMonths());
    }

    private static FeatureDefinition level() {
        return feature("tax_level", "纳税缴费信用级别", TAX)
                .describedAs(
                        "Latest tax credit rating of the 3 calendar years before the as-of year: A 5, B 4, M 3, C 2,"
                                + " D 1; an ordinal, not a measure.")
                .in(Unit.POINTS, LEVELS)
                .saferWhenHigher("the tax authority rates compliance; D firms face limits on invoices and loans")
                .missingMeans("never rated, or rated only for years before those: new, sole trader or under inspection")
                .source("《纳税缴费信用管理办法》, STA Announcement 2025 No. 12; the ordinal is our own design")
                .reads(TAX_RATING)
                .is(TaxFeatures::level);
    }

    private static FeatureValue level(Snapshot snapshot) {
        List<TaxRating> ratings = snapshot.signals(TAX_RATING, TaxRating.class);
        int oldest = snapshot.asOf().date().getYear() - RATING_YEARS;
        return ratings.stream()
                .filter(rating -> rating.year() >= oldest)
                .max(Comparator.comparingInt(TaxRating::year))
                .map(rating -> FeatureValue.of(points(rating.level())))
                .orElse(FeatureValue.missing(
                        ratings.isEmpty() ? MissingReason.NO_DATA : MissingReason.NOT_ENOUGH_HISTORY));
    }

    private static double points(TaxRating.Level level) {
        return switch (level) {
            case A -> 5;
            case B -> 4;
            case M -> 3;
            case C -> 2;
            case D -> 1;
        };
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
        return salesOfLastYear(snapshot).whenKnown(ENOUGH, months -> FeatureValue.of(months.sum()));
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
                .is(snapshot -> SALES.series(snapshot, Windows.lastTwoYears(snapshot), TaxFeatures::declared)
                        .growthOfHalves(ENOUGH));
    }

    private static FeatureDefinition salesVolatility() {
        return feature("tax_sales_volatility_12m", "申报销售额波动率", TAX)
                .describedAs("Coefficient of variation of declared sales over the known months of " + LAST_YEAR + ".")
                .in(Unit.RATIO, Range.NOT_NEGATIVE)
                .riskierWhenHigher("uneven income makes payments uncertain")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when mean sales are not positive")
                .source(Sources.OWN)
                .reads(MONTHLY_TAX)
                .is(snapshot -> salesOfLastYear(snapshot).whenKnown(ENOUGH, MonthlySeries::volatility));
    }

    private static FeatureDefinition arrearsMonths() {
        return feature("tax_arrears_months_12m", "近12个月欠税月数", TAX)
                .describedAs("Months with overdue tax at month end, among the known months of " + LAST_YEAR + ".")
                .in(Unit.MONTHS, UP_TO_A_YEAR)
                .riskierWhenHigher("arrears of the last year predict arrears and default (Siimon and Lukason 2021)")
                .missingMeans(FEWER_THAN_ENOUGH)
                .source("Siimon and Lukason 2021, doi 10.3390/su13158363; own design")
                .reads(MONTHLY_TAX)
                .is(snapshot -> countMonths(snapshot, tax -> tax.arrears().yuan()));
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
                .is(snapshot -> lastYear(snapshot, tax -> tax.arrears().yuan())
                        .whenKnown(ENOUGH, arrears -> arrearsRatio(snapshot, arrears.latest())));
    }

    private static FeatureValue arrearsRatio(Snapshot snapshot, double arrears) {
        double payable = lastYear(snapshot, tax -> tax.payable().yuan()).mean();
        return arrears > 0 ? Ratio.of(arrears, payable, ARREARS) : FeatureValue.of(0);
    }

    private static FeatureDefinition lateFilings() {
        return feature("tax_late_filings_12m", "近12个月逾期申报次数", TAX)
                .describedAs("Returns filed after the legal date, among the known months of " + LAST_YEAR + ".")
                .in(Unit.COUNT, UP_TO_A_YEAR)
                .riskierWhenHigher("late returns cost points in the tax credit rating and show weak administration")
                .missingMeans(FEWER_THAN_ENOUGH)
                .source("纳税信用 deduction table (late return −5 each); own design")
                .reads(MONTHLY_TAX)
                .is(snapshot -> countMonths(snapshot, tax -> tax.filedLate() ? 1 : 0));
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
                .is(snapshot -> salesOfLastYear(snapshot)
                        .whenKnown(ENOUGH, months -> FeatureValue.of(months.count(sales -> sales <= 0))));
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

    private static MonthlySeries salesOfLastYear(Snapshot snapshot) {
        return SALES.series(snapshot, Windows.lastYear(snapshot), TaxFeatures::declared);
    }

    private static double declared(MonthlyTax tax) {
        return tax.declaredSales().yuan();
    }

    private static FeatureValue countMonths(Snapshot snapshot, ToDoubleFunction<MonthlyTax> positiveWhenCounted) {
        return lastYear(snapshot, positiveWhenCounted)
                .whenKnown(ENOUGH, months -> FeatureValue.of(months.count(value -> value > 0)));
    }

    private static MonthlySeries lastYear(Snapshot snapshot, ToDoubleFunction<MonthlyTax> value) {
        return RETURNS.series(snapshot, Windows.lastYear(snapshot), value);
    }
}
