package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.INTERACTION;
import static techflow.features.signal.SignalKind.ANNUAL_REPORT;
import static techflow.features.signal.SignalKind.MONTHLY_INVOICES;
import static techflow.features.signal.SignalKind.MONTHLY_TAX;
import static techflow.features.signal.SignalKind.PATENT;
import static techflow.features.signal.SignalKind.PATENT_EVENT;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import techflow.features.aggregate.PatentLife;
import techflow.features.aggregate.PatentPortfolio;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.Unit;
import techflow.features.snapshot.Snapshot;

/**
 * 交互特征: pairs of facts that the literature found to act together, so that a scorecard, which adds its features, can
 * see them. The finding is the literature's, the form is our own.
 */
final class InteractionFeatures {
    /** Growth within these limits is called moderate; the limits are our own. */
    static final Range MODERATE_GROWTH = new Range(0, 0.3);

    /** Less equity than this share of the assets is thin: the 小巨人 rule wants liabilities of at most 70 %. */
    static final double THIN_EQUITY = 0.3;

    private static final Range DISTANCE = new Range(0, 10);
    private static final String PATENT_AND_EQUITY =
            "Pederzoli, Thoma and Torricelli 2013, doi 10.1007/s10693-012-0152-0"
                    + " (patent value lowers default risk, patent count only with enough equity); the form is our own";

    private InteractionFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(patentValueOnEquity(), patentsOnThinEquity(), growthDistance());
    }

    private static FeatureDefinition patentValueOnEquity() {
        return feature("ip_net_content_on_equity", "专利价值与权益比率之积", INTERACTION)
                .describedAs(
                        "Net content of patents (ip_net_content, points on the as-of day) times the share of equity in"
                                + " total assets (1 minus leverage, of the latest of the 3 calendar years before the as-of year that"
                                + " discloses both), the share clamped to [0, 1].")
                .in(Unit.POINTS, Range.NOT_NEGATIVE)
                .saferWhenHigher("patents help a firm that has the equity to work them")
                .missingMeans("no published patent known, or no equity ratio disclosed in those years")
                .source(PATENT_AND_EQUITY)
                .reads(PATENT, PATENT_EVENT, ANNUAL_REPORT)
                .is(snapshot -> both(
                        PatentPortfolio.on(snapshot, patents -> FeatureValue.of(patents.sum(PatentPoints::net))),
                        equityRatio(snapshot),
                        (points, equity) -> points * equity));
    }

    private static FeatureDefinition patentsOnThinEquity() {
        return feature("patents_on_thin_equity", "低权益下的专利数量", INTERACTION)
                .describedAs(
                        "Patents in force or applied for and owned on the as-of day when equity is below 30% of total"
                                + " assets in the latest of the 3 calendar years before the as-of year that discloses both; 0 when"
                                + " equity is enough.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("without equity a large stock of patents is a cost and a gamble")
                .missingMeans("no published patent known, or no equity ratio disclosed in those years")
                .source(PATENT_AND_EQUITY + "; 30% after the 小巨人 rule, liabilities of at most 70%")
                .reads(PATENT, PATENT_EVENT, ANNUAL_REPORT)
                .is(snapshot -> both(
                        PatentPortfolio.on(snapshot, patents -> FeatureValue.of(patents.count(PatentLife::alive))),
                        equityRatio(snapshot),
                        (patents, equity) -> equity < THIN_EQUITY ? patents : 0));
    }

    /** Equity over total assets, in [0, 1]: 1 minus the leverage that {@link ResearchFeatures} computes. */
    private static FeatureValue equityRatio(Snapshot snapshot) {
        FeatureValue leverage = ResearchFeatures.leverage(snapshot);
        return leverage instanceof FeatureValue.Numeric owed
                ? FeatureValue.of(Ratio.clamp(1 - owed.value(), Range.SHARE))
                : leverage;
    }

    private static FeatureDefinition growthDistance() {
        return feature("sales_growth_distance", "销售增长偏离适度区间", INTERACTION)
                .describedAs(
                        "How far the growth of invoiced sales, or of sales declared for tax when that of invoices is"
                                + " missing, " + Windows.YEAR_ON_YEAR
                                + ", lies outside the band from 0 to +30%: 0 inside it, 0.2"
                                + " for a fall of 20% as for a growth of 50%; clamped to [0, 10].")
                .in(Unit.RATIO, DISTANCE)
                .riskierWhenHigher(Windows.GROWTH_IS_U_SHAPED)
                .missingMeans("neither invoices nor tax returns give a growth of the year on the year before")
                .source("Moody's RiskCalc v3.1 (decline and very fast growth both raise default); the band is our own")
                .reads(MONTHLY_INVOICES, MONTHLY_TAX)
                .is(snapshot -> distance(salesGrowth(snapshot)));
    }

    /** Growth of invoiced sales, else of declared ones; when both are missing, for the reason of the invoices. */
    static FeatureValue salesGrowth(Snapshot snapshot) {
        FeatureValue invoiced = InvoiceFeatures.salesGrowth(snapshot);
        FeatureValue declared = TaxFeatures.salesGrowth(snapshot);
        return invoiced instanceof FeatureValue.Missing && declared instanceof FeatureValue.Numeric
                ? declared
                : invoiced;
    }

    private static FeatureValue distance(FeatureValue growth) {
        return growth instanceof FeatureValue.Numeric known
                ? FeatureValue.of(Ratio.clamp(outside(known.value()), DISTANCE))
                : growth;
    }

    private static double outside(double growth) {
        return Math.max(MODERATE_GROWTH.low() - growth, Math.max(0, growth - MODERATE_GROWTH.high()));
    }

    /** A value of two numbers; missing as the first of them that is missing. */
    static FeatureValue both(FeatureValue one, FeatureValue other, DoubleBinaryOperator value) {
        if (one instanceof FeatureValue.Numeric first && other instanceof FeatureValue.Numeric second) {
            return FeatureValue.of(value.applyAsDouble(first.value(), second.value()));
        }
        return one instanceof FeatureValue.Numeric ? other : one;
    }
}
