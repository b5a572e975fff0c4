package techflow.features.catalog;

import static techflow.features.catalog.Windows.ENOUGH;
import static techflow.features.catalog.Windows.FEWER_THAN_ENOUGH;
import static techflow.features.catalog.Windows.LAST_YEAR;
import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.UTILITY;
import static techflow.features.signal.SignalKind.UTILITY_BILL;

import java.util.List;
import techflow.features.aggregate.MonthlyMeasure;
import techflow.features.aggregate.MonthlySeries;
import techflow.features.aggregate.MonthlySource;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.Unit;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.Utility;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/** 水电气热: use, which is hard to fake. The meters of a firm are added. */
final class UtilityFeatures {
    private static final Range UP_TO_A_YEAR = new Range(0, 12);
    private static final int QUARTER = 3;
    private static final int HOURS_PER_DAY = 24;
    private static final double SHUTDOWN = 0.1;

    private static final String ZHEJIANG = "电E贷 (Zhejiang) published formula; own design";

    private static final MonthlyMeasure ELECTRICITY = use(Utility.ELECTRICITY);

    private static final MonthlySource<UtilityBill> OF_KNOWN_CAPACITY = new MonthlySource<>(
            UTILITY_BILL,
            UtilityBill.class,
            UtilityBill::period,
            bill -> bill.utility() == Utility.ELECTRICITY
                    && bill.contractedKva().orElse(0) > 0);
    private static final MonthlyMeasure LOAD = OF_KNOWN_CAPACITY.measure(UtilityBill::quantity);
    private static final MonthlyMeasure CAPACITY = OF_KNOWN_CAPACITY.measure(UtilityFeatures::kilovoltAmpereHours);

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
                capacityUse(),
                growth("water_growth_12m", "用水量同比增长率", Utility.WATER, ENOUGH),
                growth("gas_growth_12m", "用气量同比增长率", Utility.GAS, ENOUGH),
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
        MonthlyMeasure use = utility == Utility.ELECTRICITY ? ELECTRICITY : use(utility);
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

    private static FeatureDefinition capacityUse() {
        return utilityFeature("electricity_capacity_use_3m", "近3个月用电负荷率")
                .describedAs(
                        "Electricity used over what the contracted capacity could carry (kVA times 24 hours times the days"
                                + " of the month, at a power factor of 1), sums over the meters with a known capacity and the known"
                                + " ones of the last 3 whole months up to the month before last (lag 1 month); clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("a plant that fills the capacity it pays for is busy (用电投产率)")
                .missingMeans("no bill tells the contracted capacity, or none of those months is known")
                .source("用电投产率 (load against installed capacity) of CN111861712A; own design")
                .is(snapshot -> LOAD.over(snapshot, quarter(snapshot))
                        .whenKnown(
                                1,
                                load -> Ratio.of(
                                        load.sum(),
                                        CAPACITY.over(snapshot, quarter(snapshot))
                                                .sum(),
                                        Range.SHARE)));
    }

    private static Window quarter(Snapshot snapshot) {
        return Window.wholeMonths(snapshot.asOf(), 1, QUARTER);
    }

    private static double kilovoltAmpereHours(UtilityBill bill) {
        return bill.contractedKva().orElseThrow()
                * HOURS_PER_DAY
                * bill.period().lengthOfMonth();
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

    /** Growth of electricity use; the check against sales reads it. */
    static FeatureValue electricityGrowth(Snapshot snapshot) {
        return ELECTRICITY.over(snapshot, Windows.lastTwoYears(snapshot)).growthOfHalves(ENOUGH);
    }

    private static MonthlySeries electricity(Snapshot snapshot) {
        return ELECTRICITY.over(snapshot, Windows.lastYear(snapshot));
    }
}
