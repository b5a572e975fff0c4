package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.PEER;
import static techflow.features.signal.SignalKind.ANNUAL_REPORT;
import static techflow.features.signal.SignalKind.ENTERPRISE_PROFILE;

import java.util.List;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureName;
import techflow.features.definition.Unit;

/**
 * 同行对比: where the firm stands among firms of its industry, stage of life and province. Only where standing adds
 * meaning: a margin of 4 % is poor in software and good in assembly.
 */
final class PeerFeatures {
    private static final String HOW =
            ", among the firms of the same industry division, life stage and province, or the next wider group with 30"
                    + " known values (industry and stage, industry, all), in the latest peer table that is not after"
                    + " the as-of instant and at most 400 days older. Mid-rank: (below + equal / 2) / known; exact to 0.01.";

    private PeerFeatures() {}

    /** @param own the features of the firm alone, of which some are ranked */
    static List<FeatureDefinition> features(List<FeatureDefinition> own) {
        return List.of(
                rank("peer_pct_rd_intensity", "rd_intensity", own),
                rank("peer_pct_ip_net_content", "ip_net_content", own),
                rank("peer_pct_net_margin", "net_margin", own),
                rank("peer_pct_leverage", "leverage", own),
                rank("peer_pct_sales", "tax_sales_12m", own),
                rank("peer_pct_sales_growth", "tax_sales_growth_12m", own),
                rank("peer_pct_top_buyer_share", "invoice_top_buyer_share_12m", own),
                rank("peer_pct_insured_growth", "insured_growth_12m", own),
                rank("peer_pct_wage_base", "wage_base_per_person", own),
                rank("peer_pct_electricity_growth", "electricity_growth_12m", own));
    }

    private static FeatureDefinition rank(String name, String of, List<FeatureDefinition> own) {
        FeatureDefinition base = own.stream()
                .filter(definition -> definition.name().value().equals(of))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " ranks an unknown feature: " + of));
        return withDirection(
                        feature(name, base.chineseName() + "·同行分位", PEER)
                                .describedAs("Percentile of " + of + HOW)
                                .in(Unit.RATIO, Range.SHARE)
                                .missingMeans(
                                        "the feature itself is missing; no master data known; no peer table in the 400"
                                                + " days before; or fewer than 30 firms in all have a value")
                                .source("same-stage comparison as in the innovation points of Hangzhou (Binjiang);"
                                        + " groups and formula are own design"),
                        base)
                .reads(ENTERPRISE_PROFILE, ANNUAL_REPORT)
                .readsToo(base.reads())
                .ranks(base.name());
    }

    /** A rank rises with what it ranks, so it inherits the direction. */
    private static FeatureDefinition.Builder withDirection(FeatureDefinition.Builder rank, FeatureDefinition base) {
        FeatureName name = base.name();
        return switch (base.direction()) {
            case SAFER_WHEN_HIGHER -> rank.saferWhenHigher("as of " + name + ": " + base.directionReason());
            case RISKIER_WHEN_HIGHER -> rank.riskierWhenHigher("as of " + name + ": " + base.directionReason());
            case NONE -> rank.noDirection("as of " + name + ": " + base.directionReason());
        };
    }
}
