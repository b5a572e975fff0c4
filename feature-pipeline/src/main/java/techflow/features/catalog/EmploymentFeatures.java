package techflow.features.catalog;

import static techflow.features.catalog.Windows.ENOUGH;
import static techflow.features.catalog.Windows.FEWER_THAN_ENOUGH;
import static techflow.features.catalog.Windows.LAST_YEAR;
import static techflow.features.catalog.Windows.RECENT_MONTH;
import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.EMPLOYMENT;
import static techflow.features.signal.SignalKind.ANNUAL_REPORT;
import static techflow.features.signal.SignalKind.CONTRIBUTION_MONTH;

import java.util.List;
import java.util.function.BiFunction;
import techflow.features.aggregate.AnnualFigures;
import techflow.features.aggregate.MonthlyMeasure;
import techflow.features.aggregate.MonthlySource;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.Unit;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.ContributionMonth.Scheme;
import techflow.features.snapshot.Snapshot;

/** 社保公积金: who is insured, and whether the employer pays. */
final class EmploymentFeatures {
    private static final Range UP_TO_A_YEAR = new Range(0, 12);
    private static final Range TO_DECLARED = new Range(0, 2);
    private static final String NO_RECENT_MONTH =
            "social insurance never told of the firm, or no month of the last 6 is known";

    private static final MonthlySource<ContributionMonth> SOCIAL = source(Scheme.SOCIAL_INSURANCE);
    private static final MonthlySource<ContributionMonth> HOUSING = source(Scheme.HOUSING_FUND);

    private static final MonthlyMeasure INSURED = SOCIAL.measure(ContributionMonth::persons);
    private static final MonthlyMeasure HOUSED = HOUSING.measure(ContributionMonth::persons);
    private static final MonthlyMeasure BASE =
            SOCIAL.measure(month -> month.base().yuan());
    private static final MonthlyMeasure SOCIAL_UNPAID = SOCIAL.measure(EmploymentFeatures::unpaid);
    private static final MonthlyMeasure HOUSING_UNPAID = HOUSING.measure(EmploymentFeatures::unpaid);

    private static final MonthlyMeasure DEFERRED = new MonthlySource<>(
                    CONTRIBUTION_MONTH,
                    ContributionMonth.class,
                    ContributionMonth::period,
                    month -> month.deferred().isPresent())
            .measure(month -> month.deferred().orElseThrow() ? 1 : 0);

    private EmploymentFeatures() {}

    private static MonthlySource<ContributionMonth> source(Scheme scheme) {
        return new MonthlySource<>(
                CONTRIBUTION_MONTH,
                ContributionMonth.class,
                ContributionMonth::period,
                month -> month.scheme() == scheme);
    }

    static List<FeatureDefinition> features() {
        return List.of(
                insuredPersons(),
                insuredGrowth(),
                insuredDrop(),
                socialInsuranceArrears(),
                housingFundArrears(),
                wageBase(),
                housingFundCoverage(),
                deferredMonths(),
                insuredToDeclared(),
                postgraduates());
    }

    private static FeatureDefinition.Builder employmentFeature(String name, String chineseName) {
        return feature(name, chineseName, EMPLOYMENT).source(Sources.OWN).reads(CONTRIBUTION_MONTH);
    }

    private static FeatureDefinition insuredPersons() {
        return employmentFeature("insured_persons", "社保参保人数")
                .describedAs("Persons with social insurance in " + RECENT_MONTH + ".")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .saferWhenHigher("staff that is paid and insured is the firmest sign of a working firm")
                .missingMeans(NO_RECENT_MONTH)
                .is(EmploymentFeatures::insuredPersons);
    }

    /** Persons insured in the latest recent month; patents per head are measured against it. */
    static FeatureValue insuredPersons(Snapshot snapshot) {
        return INSURED.over(snapshot, Windows.recentHalfYear(snapshot))
                .whenKnown(1, months -> FeatureValue.of(months.latest()));
    }

    private static FeatureDefinition insuredGrowth() {
        return employmentFeature("insured_growth_12m", "参保人数同比增长率")
                .describedAs("Growth of persons with social insurance, " + RECENT_MONTH
                        + " against the same month a year earlier; clamped to [-1, 10].")
                .in(Unit.RATIO, Ratio.GROWTH)
                .saferWhenHigher("firms hire before they grow and dismiss before they fail")
                .missingMeans(NO_RECENT_MONTH + ", or the month a year earlier is not known; undefined when nobody was"
                        + " insured then")
                .is(snapshot -> againstEarlier(snapshot, 12, Ratio::growth));
    }

    private static FeatureDefinition insuredDrop() {
        return employmentFeature("insured_drop_3m", "近3个月参保人数降幅")
                .describedAs("Fall of persons with social insurance, " + RECENT_MONTH
                        + " against three months earlier, as a share of those; 0 when it did not fall.")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher("a sudden loss of staff is an early warning")
                .missingMeans(
                        NO_RECENT_MONTH + ", or the month three months earlier is not known; undefined when nobody"
                                + " was insured then")
                .is(snapshot ->
                        againstEarlier(snapshot, 3, (before, now) -> Ratio.of(before - now, before, Range.SHARE)));
    }

    private static FeatureValue againstEarlier(
            Snapshot snapshot, int monthsEarlier, BiFunction<Double, Double, FeatureValue> comparison) {
        return INSURED.over(snapshot, Windows.recentHalfYear(snapshot, monthsEarlier))
                .latestWith(Windows.RECENT_MONTHS, monthsEarlier, comparison);
    }

    private static FeatureDefinition socialInsuranceArrears() {
        return employmentFeature("social_insurance_arrears_months_12m", "近12个月社保欠缴月数")
                .describedAs(
                        "Months whose social insurance was paid less than owed and not deferred with approval, as known at the"
                                + " as-of instant, among the known months of " + LAST_YEAR + ".")
                .in(Unit.MONTHS, UP_TO_A_YEAR)
                .riskierWhenHigher("wages and insurance are the last bills a firm stops paying")
                .missingMeans(FEWER_THAN_ENOUGH)
                .source("社会保险法 art. 60–63, 86 (monthly duty to pay); own design")
                .is(snapshot -> arrearsMonths(SOCIAL_UNPAID, snapshot));
    }

    private static FeatureDefinition housingFundArrears() {
        return employmentFeature("housing_fund_arrears_months_12m", "近12个月公积金欠缴月数")
                .describedAs(
                        "Months whose housing fund was paid less than owed and not deferred with approval, as known at the as-of"
                                + " instant, among the known months of " + LAST_YEAR + ".")
                .in(Unit.MONTHS, UP_TO_A_YEAR)
                .riskierWhenHigher("the housing fund is left unpaid before wages are")
                .missingMeans(FEWER_THAN_ENOUGH)
                .is(snapshot -> arrearsMonths(HOUSING_UNPAID, snapshot));
    }

    private static FeatureValue arrearsMonths(MonthlyMeasure arrears, Snapshot snapshot) {
        return arrears.over(snapshot, Windows.lastYear(snapshot))
                .whenKnown(ENOUGH, months -> FeatureValue.of(months.count(unpaid -> unpaid > 0)));
    }

    private static double unpaid(ContributionMonth month) {
        return month.deferred().orElse(false)
                ? 0
                : month.payable().minus(month.paid()).yuan();
    }

    private static FeatureDefinition wageBase() {
        return employmentFeature("wage_base_per_person", "人均社保缴费基数")
                .describedAs("Monthly wage base of social insurance per person, in " + RECENT_MONTH + ".")
                .in(Unit.YUAN, Range.NOT_NEGATIVE)
                .saferWhenHigher("well-paid staff means qualified staff; firms in trouble insure at the minimum base")
                .missingMeans(NO_RECENT_MONTH + "; undefined when nobody was insured")
                .is(EmploymentFeatures::wageBase);
    }

    private static FeatureValue wageBase(Snapshot snapshot) {
        return BASE.over(snapshot, Windows.recentHalfYear(snapshot))
                .whenKnown(
                        1,
                        bases -> Ratio.of(
                                bases.latest(),
                                INSURED.over(snapshot, Windows.recentHalfYear(snapshot))
                                        .latest(),
                                Range.NOT_NEGATIVE));
    }

    private static FeatureDefinition housingFundCoverage() {
        return employmentFeature("housing_fund_coverage", "公积金覆盖率")
                .describedAs("Persons with housing fund in " + RECENT_MONTH
                        + " over persons with social insurance in the latest such month; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("many small firms save the housing fund; who pays it for all can afford to")
                .missingMeans("one of the two never told of the firm or of the last 6 months; undefined when nobody was"
                        + " insured")
                .is(EmploymentFeatures::housingFundCoverage);
    }

    private static FeatureValue housingFundCoverage(Snapshot snapshot) {
        return HOUSED.over(snapshot, Windows.recentHalfYear(snapshot))
                .whenKnown(
                        1,
                        housing -> INSURED.over(snapshot, Windows.recentHalfYear(snapshot))
                                .whenKnown(1, social -> Ratio.of(housing.latest(), social.latest(), Range.SHARE)));
    }

    private static FeatureDefinition deferredMonths() {
        return employmentFeature("contributions_deferred_months_12m", "近12个月缓缴月数")
                .describedAs(
                        "Months for which the deferral (缓缴) of social insurance or housing fund was approved, among the"
                                + " months of " + LAST_YEAR + " of which the source tells it.")
                .in(Unit.MONTHS, UP_TO_A_YEAR)
                .riskierWhenHigher("deferral is granted to firms in difficulty; it is honest, and it is a debt")
                .missingMeans("deferral never told of the firm, or of fewer than 6 of the 12 months")
                .source("社会保险法 and 住房公积金管理条例 allow deferral; own design")
                .is(snapshot -> DEFERRED.over(snapshot, Windows.lastYear(snapshot))
                        .whenKnown(ENOUGH, months -> FeatureValue.of(months.count(deferred -> deferred > 0))));
    }

    private static FeatureDefinition insuredToDeclared() {
        return employmentFeature("insured_to_declared_staff", "参保人数与申报职工数之比")
                .describedAs("Persons with social insurance in " + RECENT_MONTH
                        + " over persons employed by the latest annual report that tells them, of the 3 calendar years before"
                        + " the as-of year; clamped to [0, 2].")
                .in(Unit.RATIO, TO_DECLARED)
                .saferWhenHigher("far fewer insured than declared means uninsured staff, or staff that exists on paper")
                .missingMeans(NO_RECENT_MONTH + ", or no annual report tells the staff; undefined when it tells none")
                .source("cross-check 参保人数 against declared staff; own design")
                .reads(CONTRIBUTION_MONTH, ANNUAL_REPORT)
                .is(snapshot -> INSURED.over(snapshot, Windows.recentHalfYear(snapshot))
                        .whenKnown(1, insured -> toDeclared(snapshot, insured.latest())));
    }

    private static FeatureValue toDeclared(Snapshot snapshot, double insured) {
        AnnualFigures figures = AnnualFigures.ofLast(ResearchFeatures.RECENT_YEARS, snapshot);
        double[] staff = figures.disclosed(1, report -> ResearchFeatures.number(report.staff()));
        return staff.length == 0 ? figures.missing() : Ratio.of(insured, staff[0], TO_DECLARED);
    }

    private static FeatureDefinition postgraduates() {
        return feature("postgraduate_share", "研究生以上人员占比", EMPLOYMENT)
                .describedAs(
                        "Persons with a master's or doctor's degree over persons employed at year end, latest year that"
                                + " discloses both among the 3 calendar years before the as-of year; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("a firm that hires the trained expects to pay them")
                .missingMeans(ResearchFeatures.NOT_TOLD_RECENTLY + "; undefined without staff")
                .source("创新积分制 core indicator 研究生以上人员占比; computed by us")
                .reads(ANNUAL_REPORT)
                .is(snapshot -> ResearchFeatures.share(
                        snapshot,
                        report -> ResearchFeatures.number(report.postgraduates()),
                        report -> ResearchFeatures.number(report.staff()),
                        Range.SHARE));
    }
}
