package techflow.features.catalog;

import static techflow.features.catalog.Windows.ENOUGH;
import static techflow.features.catalog.Windows.FEWER_THAN_ENOUGH;
import static techflow.features.catalog.Windows.LAST_YEAR;
import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.UTILITY;
import static techflow.features.signal.SignalKind.UTILITY_BILL;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import techflow.features.aggregate.MonthlyMeasure;
import techflow.features.aggregate.MonthlySeries;
import techflow.features.aggregate.MonthlySource;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.Utility;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/** 水电气热: use, which is hard to fake, and payment. The meters of a firm are added. */
final class UtilityFeatures {
    private static final Range UP_TO_A_YEAR = new Range(0, 12);
    private static final int QUARTER = 3;
    private static final int HEATING_MONTHS = 3;
    private static final double SHUTDOWN = 0.1;
    /** A payment is reported some days after it was made: only after these days does an unpaid bill count as overdue. */
    private static final int REPORTING_DAYS = 15;

    private static final String ZHEJIANG = "电E贷 (Zhejiang) published formula; own design";
    private static final String NINGHAI = "Ninghai water payment score (late count, days late); own design";
    private static final String NO_BILL_DUE = "no bill known, or none was due in the window";

    private static final MonthlyMeasure ELECTRICITY = use(Utility.ELECTRICITY);

    private static final Derived<DaysLate> DAYS_LATE = Derived.of(UtilityFeatures::daysLate);

    private UtilityFeatures() {}

    private static MonthlyMeasure use(Utility utility) {
        return new MonthlySource<>(
                        UTILITY_BILL, UtilityBill.class, UtilityBill::period, bill -> bill.utility() == utility)
                .measure(UtilityBill::quantity);
    }

    static List<FeatureDefinition> features() {
        return List.of(
                electricityUse(),
                growth("electricity_growth_12m", "用电量同比增长率", Utility.ELECTRICITY, ENOUGH),
                electricityUtilisation(),
                electricityVolatility(),
                growth("water_growth_12m", "用水量同比增长率", Utility.WATER, ENOUGH),
                growth("gas_growth_12m", "用气量同比增长率", Utility.GAS, ENOUGH),
                growth("heat_growth_12m", "用热量同比增长率", Utility.HEAT, HEATING_MONTHS),
                latePayments(),
                maxDaysLate(),
                unpaidOverdue(),
                shutdownMonths());
    }

    private static FeatureDefinition.Builder utilityFeature(String name, String chineseName) {
        return feature(name, chineseName, UTILITY)
                .missingMeans(FEWER_THAN_ENOUGH)
                .source(ZHEJIANG)
                .reads(UTILITY_BILL);
    }

    private static FeatureDefinition electricityUse() {
        return utilityFeature("electricity_use_12m", "近12个月用电量")
                .describedAs("Electricity used, kWh, sum of the known months of " + LAST_YEAR + ".")
                .in(Unit.QUANTITY, Range.NOT_NEGATIVE)
                .saferWhenHigher("use is capacity at work (产能)")
                .is(snapshot -> electricity(snapshot).whenKnown(ENOUGH, months -> FeatureValue.of(months.sum())));
    }

    private static FeatureDefinition growth(String name, String chineseName, Utility utility, int fewest) {
        MonthlyMeasure use = use(utility);
        return utilityFeature(name, chineseName)
                .describedAs("Growth of mean monthly use, " + Windows.YEAR_ON_YEAR + ", over known months, at least "
                        + fewest + " in each year; clamped to [-1, 10].")
                .in(Unit.RATIO, Ratio.GROWTH)
                .saferWhenHigher("use follows production (产能增长率)")
                .missingMeans("fewer than " + fewest
                        + " months known in either year; undefined when nothing was used in the earlier year")
                .is(snapshot ->
                        use.over(snapshot, Windows.lastTwoYears(snapshot)).growthOfHalves(fewest));
    }

    private static FeatureDefinition electricityUtilisation() {
        return utilityFeature("electricity_utilisation_3m", "近3个月产能利用率")
                .describedAs("Mean electricity use of the known ones of the last 3 months, over the peak of the known"
                        + " months of " + LAST_YEAR + ", of which they are the last.")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("a plant that runs near its peak is busy (产能利用率)")
                .missingMeans(FEWER_THAN_ENOUGH + ", or none of the last 3; undefined when nothing was used")
                .is(snapshot -> electricity(snapshot)
                        .whenKnown(
                                ENOUGH,
                                year -> year.last(QUARTER)
                                        .whenKnown(1, quarter -> Ratio.of(quarter.mean(), year.peak(), Range.SHARE))));
    }

    private static FeatureDefinition electricityVolatility() {
        return utilityFeature("electricity_volatility_12m", "用电量波动率")
                .describedAs("Coefficient of variation of electricity use over the known months of " + LAST_YEAR + ".")
                .in(Unit.RATIO, Range.NOT_NEGATIVE)
                .riskierWhenHigher("stop-and-go production; seasonal industries have some of it by nature")
                .missingMeans(FEWER_THAN_ENOUGH + "; undefined when nothing was used")
                .is(snapshot -> electricity(snapshot).whenKnown(ENOUGH, MonthlySeries::volatility));
    }

    private static FeatureDefinition latePayments() {
        return utilityFeature("utility_late_payments_12m", "近12个月逾期缴费次数")
                .describedAs("Bills due in the 12 months before the as-of day that were paid after the due day, or are"
                        + " still unpaid more than 15 days after it (a payment needs time to be reported).")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("small bills left unpaid show that cash is short")
                .missingMeans(NO_BILL_DUE)
                .source(NINGHAI)
                .is(snapshot -> onBillsDue(
                        snapshot, daysLate -> daysLate.filter(days -> days > 0).count()));
    }

    private static FeatureDefinition maxDaysLate() {
        return utilityFeature("utility_max_days_late_12m", "近12个月最长逾期天数")
                .describedAs(
                        "Most days between due day and payment, or the as-of day when still unpaid more than 15 days"
                                + " after it, of bills due in the 12 months before the as-of day; 0 when none was late.")
                .in(Unit.DAYS, Range.NOT_NEGATIVE)
                .riskierWhenHigher("a long delay is want of cash, a short one may be neglect")
                .missingMeans(NO_BILL_DUE)
                .source(NINGHAI)
                .is(snapshot -> onBillsDue(snapshot, daysLate -> daysLate.max().orElse(0)));
    }

    private static FeatureDefinition unpaidOverdue() {
        return utilityFeature("utility_unpaid_overdue", "逾期未缴账单数")
                .describedAs("Bills known as unpaid more than 15 days after their due day, whatever their age.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("an open arrear is the firmest sign that cash is short")
                .missingMeans("no bill known")
                .source(NINGHAI)
                .is(UtilityFeatures::unpaidOverdue);
    }

    private static FeatureValue unpaidOverdue(Snapshot snapshot) {
        return snapshot.signals(UTILITY_BILL, UtilityBill.class).isEmpty()
                ? FeatureValue.missing(MissingReason.NO_DATA)
                : FeatureValue.of(snapshot.derived(DAYS_LATE).unpaidOverdue());
    }

    private static FeatureDefinition shutdownMonths() {
        return utilityFeature("utility_shutdown_months_12m", "近12个月停产月数")
                .describedAs(
                        "Months whose electricity use was below a tenth of the peak month, or nothing at all, among"
                                + " the known months of " + LAST_YEAR + ".")
                .in(Unit.MONTHS, UP_TO_A_YEAR)
                .riskierWhenHigher(
                        "a plant without power does not produce; the festival month alone stays above a tenth")
                .source(Sources.OWN)
                .is(snapshot -> electricity(snapshot).whenKnown(ENOUGH, UtilityFeatures::shutdownMonths));
    }

    private static FeatureValue shutdownMonths(MonthlySeries months) {
        double least = SHUTDOWN * months.peak();
        return FeatureValue.of(months.count(use -> use <= 0 || use < least));
    }

    private static MonthlySeries electricity(Snapshot snapshot) {
        return ELECTRICITY.over(snapshot, Windows.lastYear(snapshot));
    }

    /**
     * How late the firm pays.
     *
     * @param dueInYear the days that each bill due in the last 12 months was late, 0 for a bill that was not
     * @param unpaidOverdue bills of any age that are unpaid and overdue
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record DaysLate(long[] dueInYear, int unpaidOverdue) {}

    private static DaysLate daysLate(Snapshot snapshot) {
        List<UtilityBill> all = snapshot.signals(UTILITY_BILL, UtilityBill.class);
        LocalDate today = snapshot.asOf().date();
        Window year = Window.months(snapshot.asOf(), 12);
        long[] dueInYear = new long[all.size()];
        int due = 0;
        int unpaidOverdue = 0;
        for (UtilityBill bill : all) {
            long days = daysLate(bill, today);
            unpaidOverdue += bill.paidOn().isEmpty() && days > 0 ? 1 : 0;
            if (year.contains(bill.dueOn())) {
                dueInYear[due++] = days;
            }
        }
        return new DaysLate(Arrays.copyOf(dueInYear, due), unpaidOverdue);
    }

    /** A value of the days that each bill due in the last 12 months was late. */
    private static FeatureValue onBillsDue(Snapshot snapshot, ToLongFunction<LongStream> value) {
        long[] daysLate = snapshot.derived(DAYS_LATE).dueInYear();
        boolean neverBilled = snapshot.signals(UTILITY_BILL, UtilityBill.class).isEmpty();
        return daysLate.length == 0
                ? FeatureValue.missing(neverBilled ? MissingReason.NO_DATA : MissingReason.NOT_ENOUGH_HISTORY)
                : FeatureValue.of((double) value.applyAsLong(LongStream.of(daysLate)));
    }

    /** Days from the due day to payment, or to today of a bill that is overdue; 0 when not late. */
    private static long daysLate(UtilityBill bill, LocalDate today) {
        boolean paid = bill.paidOn().isPresent();
        long days = ChronoUnit.DAYS.between(bill.dueOn(), bill.paidOn().orElse(today));
        return days > (paid ? 0 : REPORTING_DAYS) ? days : 0;
    }
}
