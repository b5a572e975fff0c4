package techflow.features.catalog;

import static techflow.features.catalog.Windows.ENOUGH;
import static techflow.features.catalog.Windows.FEWER_THAN_ENOUGH;
import static techflow.features.catalog.Windows.LAST_YEAR;
import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.INVOICE;
import static techflow.features.signal.SignalKind.MONTHLY_INVOICES;

import java.util.List;
import techflow.features.aggregate.MonthlyMeasure;
import techflow.features.aggregate.MonthlySeries;
import techflow.features.aggregate.MonthlySource;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.Unit;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyInvoices.Direction;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/** 发票: issued invoices are sales, received ones purchases. Amounts are before tax and net of red invoices. */
final class InvoiceFeatures {
    private static final Range UP_TO_A_YEAR = new Range(0, 12);
    private static final Range PURCHASES_TO_SALES = new Range(0, 10);
    private static final Range TREND = new Range(-1, 1);
    private static final int TREND_MONTHS = 6;
    private static final int FEWEST_FOR_TREND = 4;
    private static final int LONGEST_HISTORY = 36;
    private static final int HALF = 6;
    private static final int ENOUGH_OF_HALF = 3;
    private static final int NEXT = 4;

    private static final MonthlySource<MonthlyInvoices> ISSUED = source(Direction.ISSUED);
    private static final MonthlySource<MonthlyInvoices> RECEIVED = source(Direction.RECEIVED);

    private static final MonthlyMeasure SALES = ISSUED.measure(InvoiceFeatures::net);
    private static final MonthlyMeasure PURCHASES = RECEIVED.measure(InvoiceFeatures::net);
    private static final MonthlyMeasure ISSUED_COUNT = ISSUED.measure(MonthlyInvoices::count);
    private static final MonthlyMeasure ISSUED_VOID = ISSUED.measure(MonthlyInvoices::voidCount);
    private static final MonthlyMeasure ISSUED_WRITTEN = ISSUED.measure(InvoiceFeatures::written);
    private static final MonthlyMeasure CONCENTRATED = ISSUED.measure(InvoiceFeatures::concentrated);
    private static final MonthlyMeasure RED =
            ISSUED.measure(row -> row.redAmount().yuan());
    private static final MonthlyMeasure GROSS =
            ISSUED.measure(row -> row.amount().yuan());
    private static final MonthlyMeasure TOP_BUYER =
            ISSUED.measure(row -> row.topCounterpartyAmount().yuan());
    private static final MonthlyMeasure BUYERS = ISSUED.measure(MonthlyInvoices::counterparties);
    private static final MonthlyMeasure SUPPLIERS = RECEIVED.measure(MonthlyInvoices::counterparties);

    private InvoiceFeatures() {}

    private static MonthlySource<MonthlyInvoices> source(Direction direction) {
        return new MonthlySource<>(
                MONTHLY_INVOICES,
                MonthlyInvoices.class,
                MonthlyInvoices::period,
                invoices -> invoices.direction() == direction);
    }

    static List<FeatureDefinition> features() {
        return List.of(
                sales(),
                salesGrowth(),
                seasonalTrend(),
                salesVolatility(),
                gapMonths(),
                voidShare(),
                redShare(),
                redShareChange(),
                buyers(),
                topBuyerShare(),
                concentration(),
                suppliers(),
                purchasesToSales(),
                monthsKnown());
    }

    private static FeatureDefinition.Builder invoiceFeature(String name, String chineseName) {
        return feature(name, chineseName, INVOICE)
                .missingMeans(FEWER_THAN_ENOUGH)
                .source(Sources.OWN)
                .reads(MONTHLY_INVOICES);
    }

    private static FeatureDefinition sales() {
        return invoiceFeature("invoice_sales_12m", "近12个月开票销售额")
                .describedAs("Issued invoices less red ones, sum of the known months of " + LAST_YEAR + ".")
                .in(Unit.YUAN, Range.ANY)
                .saferWhenHigher("larger firms bear shocks better")
                .is(InvoiceFeatures::yearlySales);
    }

    private static FeatureDefinition salesGrowth() {
        return invoiceFeature("invoice_sales_growth_12m", "开票销售额同比增长率")
                .describedAs("Growth of mean monthly issued invoices less red ones, " + Windows.YEAR_ON_YEAR
                        + ", over known months; clamped to [-1, 10].")
                .in(Unit.RATIO, Ratio.GROWTH)
                .noDirection(Windows.GROWTH_IS_U_SHAPED)
                .missingMeans("fewer than 6 months known in either year; undefined when the earlier year had no sales")
                .is(InvoiceFeatures::salesGrowth);
    }

    /** Growth of invoiced sales; the U-shape and the check against electricity read it. */
    static FeatureValue salesGrowth(Snapshot snapshot) {
        return SALES.over(snapshot, Windows.lastTwoYears(snapshot)).growthOfHalves(ENOUGH);
    }

    private static FeatureDefinition seasonalTrend() {
        return invoiceFeature("invoice_seasonal_trend_6m", "近6个月开票趋势（季节调整）")
                .describedAs(
                        "Each of the 6 whole months up to the month before last (lag 1 month) over the same month of the"
                                + " year before (issued invoices less red ones; ratio clamped to [0, 5]), which takes out the season"
                                + " and the 春节 month as far as it falls alike; slope of the least-squares line through these ratios"
                                + " as a share of their mean per month; clamped to [-1, 1].")
                .in(Unit.RATIO, TREND)
                .saferWhenHigher("sales that dry up go before default; without the season the fall is real")
                .missingMeans("fewer than 4 of the 6 ratios known; undefined when their mean is not positive")
                .is(snapshot -> SALES.over(snapshot, Window.wholeMonths(snapshot.asOf(), 1, 12 + TREND_MONTHS))
                        .overYearBefore()
                        .whenKnown(FEWEST_FOR_TREND, MonthlySeries::trend));
    }

    private static FeatureDefinition salesVolatility() {
        return invoiceFeature("invoice_sales_volatility_12m", "开票销售额波动率")
                .describedAs("Coefficient of variation of issued invoices less red ones over the known months of "
                        + LAST_YEAR + ".")
                .in(Unit.RATIO, Range.NOT_NEGATIVE)
                .riskierWhenHigher("uneven income makes payments uncertain")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when mean sales are not positive")
                .is(snapshot -> lastYear(SALES, snapshot).whenKnown(ENOUGH, MonthlySeries::volatility));
    }

    private static FeatureDefinition gapMonths() {
        return invoiceFeature("invoice_gap_months_12m", "近12个月断票月数")
                .describedAs("Months without any valid issued invoice, with or without a row, in "
                        + Windows.SETTLED_YEAR + ", counted from the first month ever known.")
                .in(Unit.MONTHS, UP_TO_A_YEAR)
                .riskierWhenHigher("断票 (no invoices) means no sales")
                .missingMeans("no issued invoice ever known, or the first less than 6 months before the window's end")
                .is(snapshot -> silent(snapshot));
    }

    private static FeatureDefinition voidShare() {
        return invoiceFeature("invoice_void_share_12m", "销项作废发票占比")
                .describedAs(
                        "Void issued invoices over all issued ones (valid, red and void), by number, over the known"
                                + " months of " + LAST_YEAR + ".")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher("cancelled sales, errors or made-up turnover")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when no invoice was issued")
                .is(snapshot -> yearShare(ISSUED_VOID, ISSUED_WRITTEN, snapshot));
    }

    private static FeatureDefinition redShare() {
        return invoiceFeature("invoice_red_share_12m", "销项红字发票金额占比")
                .describedAs("Amount of red issued invoices over the amount of positive ones, over the known months of "
                        + LAST_YEAR + "; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher("returned goods, disputes or made-up turnover")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when nothing was sold")
                .is(snapshot -> yearShare(RED, GROSS, snapshot));
    }

    private static FeatureDefinition redShareChange() {
        return invoiceFeature("invoice_red_share_change_6m", "红字发票占比变化")
                .describedAs("Amount of red issued invoices over the amount of positive ones in the last 6 of "
                        + LAST_YEAR + ", less the same share in the first 6; each share clamped to [0, 1].")
                .in(Unit.RATIO, TREND)
                .riskierWhenHigher("returns that grow show customers who leave, or turnover made up before")
                .missingMeans(
                        "fewer than 3 months known in either half; undefined when nothing was sold in one of them")
                .is(InvoiceFeatures::redShareChange);
    }

    private static FeatureValue redShareChange(Snapshot snapshot) {
        MonthlySeries red = lastYear(RED, snapshot);
        MonthlySeries sold = lastYear(GROSS, snapshot);
        return red.first(HALF)
                .whenKnown(
                        ENOUGH_OF_HALF,
                        before -> red.last(HALF)
                                .whenKnown(
                                        ENOUGH_OF_HALF,
                                        now -> InteractionFeatures.both(
                                                Ratio.of(
                                                        before.sum(),
                                                        sold.first(HALF).sum(),
                                                        Range.SHARE),
                                                Ratio.of(
                                                        now.sum(),
                                                        sold.last(HALF).sum(),
                                                        Range.SHARE),
                                                (earlier, later) -> later - earlier)));
    }

    private static FeatureDefinition buyers() {
        return invoiceFeature("invoice_buyers_12m", "月均购方数")
                .describedAs("Distinct buyers in a month, mean over the known months of " + LAST_YEAR + ".")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .saferWhenHigher("many customers do not leave at once")
                .is(snapshot -> mean(lastYear(BUYERS, snapshot)));
    }

    private static FeatureDefinition concentration() {
        return invoiceFeature("invoice_buyer_concentration_12m", "购方集中度HHI下限")
                .describedAs(
                        "Herfindahl index of buyers, at the least: month by month the square of the largest buyer's share,"
                                + " the next four taken as equal and the others as equal; mean over the known months of "
                                + LAST_YEAR + ", weighted by issued amounts. The true index is never lower.")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher("a firm that lives on few customers falls with them")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when nothing was sold")
                .source("Herfindahl–Hirschman index; the lower limit from largest, five largest and number is ours")
                .is(snapshot -> yearShare(CONCENTRATED, GROSS, snapshot));
    }

    /** The month's amount times the least Herfindahl index that its figures allow. */
    private static double concentrated(MonthlyInvoices row) {
        double sold = row.amount().yuan();
        if (!(sold > 0) || row.counterparties() <= 1) {
            return Math.max(0, sold);
        }
        double top = Ratio.clamp(row.topCounterpartyAmount().yuan() / sold, Range.SHARE);
        double five = Ratio.clamp(row.topFiveAmount().yuan() / sold, new Range(top, 1));
        int others = row.counterparties() - 1;
        double rest = others <= NEXT
                ? (1 - top) * (1 - top) / others
                : (five - top) * (five - top) / NEXT + (1 - five) * (1 - five) / (others - NEXT);
        return sold * Math.min(1, top * top + rest);
    }

    private static FeatureDefinition topBuyerShare() {
        return invoiceFeature("invoice_top_buyer_share_12m", "第一大购方占比")
                .describedAs(
                        "Sum of the amounts with each month's largest buyer over the sum of issued amounts, over the"
                                + " known months of " + LAST_YEAR
                                + "; the largest may be another one each month; clamped to"
                                + " [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher("a firm that lives on one customer falls with it")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when nothing was sold")
                .is(snapshot -> yearShare(TOP_BUYER, GROSS, snapshot));
    }

    private static FeatureDefinition suppliers() {
        return invoiceFeature("invoice_suppliers_12m", "月均供方数")
                .describedAs("Distinct suppliers in a month, mean over the known months of " + LAST_YEAR + ".")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .saferWhenHigher("many suppliers trust the firm and can replace one another")
                .is(snapshot -> mean(lastYear(SUPPLIERS, snapshot)));
    }

    private static FeatureDefinition purchasesToSales() {
        return invoiceFeature("invoice_purchase_to_sales_12m", "进销比")
                .describedAs("Received over issued invoices, both less red ones, sums of the known months of "
                        + LAST_YEAR + "; clamped to [0, 10].")
                .in(Unit.RATIO, PURCHASES_TO_SALES)
                .noDirection("too low hints at made-up sales, too high at losses or stock; the normal level differs by"
                        + " industry")
                .missingMeans("fewer than 6 of the 12 months known in either direction; undefined without sales")
                .is(InvoiceFeatures::purchasesToSales);
    }

    private static FeatureValue purchasesToSales(Snapshot snapshot) {
        return lastYear(SALES, snapshot)
                .whenKnown(
                        ENOUGH,
                        sales -> lastYear(PURCHASES, snapshot)
                                .whenKnown(ENOUGH, bought -> Ratio.of(bought.sum(), sales.sum(), PURCHASES_TO_SALES)));
    }

    private static FeatureDefinition monthsKnown() {
        return invoiceFeature("invoice_months_known", "开票历史月数")
                .describedAs(
                        "Months with a row of issued invoices among the 36 whole months up to the month before last"
                                + " (lag 1 month); the cap keeps it from growing with the age of the platform.")
                .in(Unit.MONTHS, new Range(0, LONGEST_HISTORY))
                .saferWhenHigher("a long record of trade is a record of survival")
                .missingMeans("no issued invoice ever known")
                .is(snapshot -> ISSUED_COUNT
                        .over(snapshot, Window.wholeMonths(snapshot.asOf(), 1, LONGEST_HISTORY))
                        .whenEverTold(months -> FeatureValue.of(months.known())));
    }

    /** What was sold or bought in the month: positive invoices less red ones. */
    static double net(MonthlyInvoices invoices) {
        return invoices.amount().minus(invoices.redAmount()).yuan();
    }

    private static double written(MonthlyInvoices invoices) {
        return (double) invoices.count() + invoices.redCount() + invoices.voidCount();
    }

    private static MonthlySeries lastYear(MonthlyMeasure measure, Snapshot snapshot) {
        return measure.over(snapshot, Windows.lastYear(snapshot));
    }

    private static FeatureValue total(MonthlySeries series) {
        return series.whenKnown(ENOUGH, months -> FeatureValue.of(months.sum()));
    }

    private static FeatureValue mean(MonthlySeries series) {
        return series.whenKnown(ENOUGH, months -> FeatureValue.of(months.mean()));
    }

    private static FeatureValue silent(Snapshot snapshot) {
        return ISSUED.silentMonths(snapshot, Windows.settledYear(snapshot), ENOUGH, row -> row.count() > 0);
    }

    private static FeatureValue yearShare(MonthlyMeasure part, MonthlyMeasure whole, Snapshot snapshot) {
        return lastYear(part, snapshot)
                .whenKnown(
                        ENOUGH,
                        parts -> Ratio.of(parts.sum(), lastYear(whole, snapshot).sum(), Range.SHARE));
    }

    /** Net sales of the year when enough months are known; court features measure claims against them. */
    static FeatureValue yearlySales(Snapshot snapshot) {
        return total(lastYear(SALES, snapshot));
    }
}
