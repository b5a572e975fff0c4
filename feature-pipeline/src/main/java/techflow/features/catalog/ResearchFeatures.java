package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.RESEARCH;
import static techflow.features.signal.SignalKind.ANNUAL_REPORT;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import techflow.features.aggregate.AnnualFigures;
import techflow.features.aggregate.Dispersion;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.Money;
import techflow.features.snapshot.Snapshot;

/** 研发: yearly figures of research and business. */
final class ResearchFeatures {
    private static final int INTENSITY_YEARS = 3;
    private static final int STABILITY_YEARS = 5;
    private static final int FEWEST_FOR_STABILITY = 3;
    static final int RECENT_YEARS = 3;
    private static final Range INTENSITY = new Range(0, 10);
    private static final Range MARGIN = new Range(-1, 1);
    private static final Range LEVERAGE = new Range(0, 3);
    static final String NOT_TOLD_RECENTLY =
            "no report of the 3 calendar years before the as-of year, or not disclosed in them (disclosure is optional)";

    private ResearchFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(
                intensity(),
                stability(),
                rdGrowth(),
                rdStaffShare(),
                highTechRevenueShare(),
                revenueGrowth(),
                netMargin(),
                leverage());
    }

    private static FeatureDefinition intensity() {
        return feature("rd_intensity", "研发投入强度", RESEARCH)
                .describedAs(
                        "Sum of R&D expense over sum of revenue, of the latest up to 3 years that disclose both among"
                                + " the 5 calendar years before the as-of year; clamped to [0, 10].")
                .in(Unit.RATIO, INTENSITY)
                .saferWhenHigher("the core of 技术流: firms that keep investing in R&D defend their margins")
                .missingMeans("no report of the 5 years discloses both figures; undefined when revenue is zero")
                .source(Sources.TECHNOLOGY_FLOW + "; three-year sums as the 高新技术企业 rule takes them")
                .reads(ANNUAL_REPORT)
                .is(ResearchFeatures::intensity);
    }

    private static FeatureValue intensity(Snapshot snapshot) {
        AnnualFigures figures = AnnualFigures.ofLast(STABILITY_YEARS, snapshot);
        List<AnnualReport> years =
                figures.disclosingBoth(INTENSITY_YEARS, ResearchFeatures::rdExpense, ResearchFeatures::revenue);
        return years.isEmpty()
                ? figures.missing()
                : Ratio.of(sum(years, ResearchFeatures::rdExpense), sum(years, ResearchFeatures::revenue), INTENSITY);
    }

    private static FeatureDefinition stability() {
        return feature("rd_stability", "研发投入稳定值", RESEARCH)
                .describedAs("1 minus the coefficient of variation of R&D expense over the 3 to 5 latest years that"
                        + " disclose it among the 5 calendar years before the as-of year; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("steady R&D shows a plan and the money for it; steady growth lowers it only a little")
                .missingMeans("fewer than 3 of the 5 years disclose R&D expense; undefined when it was zero in all")
                .source(Sources.POLICY)
                .reads(ANNUAL_REPORT)
                .is(ResearchFeatures::stability);
    }

    private static FeatureValue stability(Snapshot snapshot) {
        AnnualFigures figures = AnnualFigures.ofLast(STABILITY_YEARS, snapshot);
        double[] spent = figures.disclosed(STABILITY_YEARS, ResearchFeatures::rdExpense);
        if (spent.length == 0) {
            return figures.missing();
        }
        if (spent.length < FEWEST_FOR_STABILITY) {
            return FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY);
        }
        OptionalDouble variation = Dispersion.coefficientOfVariation(spent);
        return variation.isPresent()
                ? FeatureValue.of(Ratio.clamp(1 - variation.getAsDouble(), Range.SHARE))
                : FeatureValue.missing(MissingReason.UNDEFINED);
    }

    private static FeatureDefinition rdGrowth() {
        return feature("rd_growth", "研发费用增长率", RESEARCH)
                .describedAs(
                        "Growth of R&D expense from the year before to the latest year that discloses it, among the 3"
                                + " calendar years before the as-of year; clamped to [-1, 10].")
                .in(Unit.RATIO, Ratio.GROWTH)
                .noDirection("a cut may be distress or a finished project, a jump may be strength or a gamble")
                .missingMeans("not two consecutive years disclosed; undefined when the earlier year was zero")
                .source("创新积分制 core indicator 研发费用增速; computed by us")
                .reads(ANNUAL_REPORT)
                .is(snapshot -> AnnualFigures.ofLast(RECENT_YEARS, snapshot).growth(ResearchFeatures::rdExpense));
    }

    private static FeatureDefinition rdStaffShare() {
        return feature("rd_staff_share", "科技人员占比", RESEARCH)
                .describedAs(
                        "Persons in R&D over persons employed at year end, latest year that discloses both among the 3"
                                + " calendar years before the as-of year; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("科研团队实力 (strength of the team) is an input of 技术流")
                .missingMeans(NOT_TOLD_RECENTLY + "; undefined without staff")
                .source("科技型中小企业 and 高新技术企业 rules rate the same share")
                .reads(ANNUAL_REPORT)
                .is(snapshot -> share(
                        snapshot, report -> number(report.rdStaff()), report -> number(report.staff()), Range.SHARE));
    }

    private static FeatureDefinition highTechRevenueShare() {
        return feature("high_tech_revenue_share", "技术转化力", RESEARCH)
                .describedAs("Revenue from high-tech products over revenue, latest year that discloses both among the 3"
                        + " calendar years before the as-of year; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("technology that sells pays debts")
                .missingMeans(NOT_TOLD_RECENTLY + "; undefined without revenue")
                .source("技术转化力 is a published correction of 技术流; our working definition, no official formula is"
                        + " published")
                .reads(ANNUAL_REPORT)
                .is(snapshot -> share(
                        snapshot, report -> yuan(report.highTechRevenue()), ResearchFeatures::revenue, Range.SHARE));
    }

    private static FeatureDefinition revenueGrowth() {
        return feature("revenue_growth_annual", "营业收入年增长率", RESEARCH)
                .describedAs("Growth of revenue from the year before to the latest year that discloses it, among the 3"
                        + " calendar years before the as-of year; clamped to [-1, 10].")
                .in(Unit.RATIO, Ratio.GROWTH)
                .noDirection(Windows.GROWTH_IS_U_SHAPED)
                .missingMeans("not two consecutive years disclosed; undefined when the earlier year had no revenue")
                .source("Moody's RiskCalc v3.1 (non-monotone growth); own design")
                .reads(ANNUAL_REPORT)
                .is(snapshot -> AnnualFigures.ofLast(RECENT_YEARS, snapshot).growth(ResearchFeatures::revenue));
    }

    private static FeatureDefinition netMargin() {
        return feature("net_margin", "销售净利率", RESEARCH)
                .describedAs(
                        "Net profit over revenue, latest year that discloses both among the 3 calendar years before"
                                + " the as-of year; clamped to [-1, 1].")
                .in(Unit.RATIO, MARGIN)
                .saferWhenHigher("profit is the first source of repayment")
                .missingMeans(NOT_TOLD_RECENTLY + "; undefined without revenue")
                .source("standard financial ratio")
                .reads(ANNUAL_REPORT)
                .is(snapshot -> share(snapshot, report -> yuan(report.netProfit()), ResearchFeatures::revenue, MARGIN));
    }

    private static FeatureDefinition leverage() {
        return feature("leverage", "资产负债率", RESEARCH)
                .describedAs(
                        "Total liabilities over total assets (liabilities plus net assets), latest year that discloses"
                                + " both among the 3 calendar years before the as-of year; clamped to [0, 3].")
                .in(Unit.RATIO, LEVERAGE)
                .riskierWhenHigher("less equity bears fewer losses; above 1 the firm is insolvent by its books")
                .missingMeans(NOT_TOLD_RECENTLY + "; undefined when total assets are not positive")
                .source("standard financial ratio; 创新型中小企业 and 小巨人 rules rate it")
                .reads(ANNUAL_REPORT)
                .is(ResearchFeatures::leverage);
    }

    /** Liabilities over total assets; the interactions with equity read it. */
    static FeatureValue leverage(Snapshot snapshot) {
        return share(snapshot, report -> yuan(report.totalLiabilities()), ResearchFeatures::totalAssets, LEVERAGE);
    }

    private static OptionalDouble totalAssets(AnnualReport report) {
        OptionalDouble owned = yuan(report.netAssets());
        OptionalDouble owed = yuan(report.totalLiabilities());
        return owned.isPresent() && owed.isPresent()
                ? OptionalDouble.of(owned.getAsDouble() + owed.getAsDouble())
                : OptionalDouble.empty();
    }

    /** One figure over another in the latest recent year that discloses both. */
    static FeatureValue share(
            Snapshot snapshot,
            Function<AnnualReport, OptionalDouble> part,
            Function<AnnualReport, OptionalDouble> whole,
            Range clampedTo) {
        AnnualFigures figures = AnnualFigures.ofLast(RECENT_YEARS, snapshot);
        List<AnnualReport> latest = figures.disclosingBoth(1, part, whole);
        return latest.isEmpty() ? figures.missing() : Ratio.of(sum(latest, part), sum(latest, whole), clampedTo);
    }

    private static double sum(List<AnnualReport> reports, Function<AnnualReport, OptionalDouble> figure) {
        return reports.stream()
                .mapToDouble(report -> figure.apply(report).orElseThrow())
                .sum();
    }

    private static OptionalDouble rdExpense(AnnualReport report) {
        return yuan(report.rdExpense());
    }

    static OptionalDouble revenue(AnnualReport report) {
        return yuan(report.revenue());
    }

    static OptionalDouble yuan(Optional<Money> money) {
        return money.isPresent() ? OptionalDouble.of(money.get().yuan()) : OptionalDouble.empty();
    }

    static OptionalDouble number(OptionalInt count) {
        return count.isPresent() ? OptionalDouble.of(count.getAsInt()) : OptionalDouble.empty();
    }
}
