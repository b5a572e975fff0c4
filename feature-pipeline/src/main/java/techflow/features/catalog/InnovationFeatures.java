package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.INNOVATION;
import static techflow.features.signal.SignalKind.INNOVATION_INDICATORS;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.InnovationIndicator;
import techflow.features.signal.InnovationIndicators;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;

/**
 * 创新积分: the 18 core indicators as a hi-tech zone reports them. The authority's total is no feature: it is a weighting
 * of these, and its weights differ by place and year.
 */
final class InnovationFeatures {
    private static final int RECENT_YEARS = 3;
    private static final Range RETURN = new Range(-5, 5);

    private static final Derived<Optional<InnovationIndicators>> LATEST = Derived.of(InnovationFeatures::latest);

    private InnovationFeatures() {}

    static List<FeatureDefinition> features() {
        return Arrays.stream(InnovationIndicator.values())
                .map(InnovationFeatures::definition)
                .toList();
    }

    private static FeatureDefinition definition(InnovationIndicator indicator) {
        Range range = range(indicator);
        FeatureDefinition.Builder definition = feature(
                        "innovation_" + indicator.name().toLowerCase(Locale.ROOT),
                        "创新积分·" + indicator.chineseName(),
                        INNOVATION)
                .describedAs(
                        "Reported for the latest of the 3 calendar years before the as-of year, as reported; a value"
                                + " outside " + words(range) + " is not used.")
                .in(unit(indicator), range)
                .missingMeans("no report for those years, or the indicator was not reported in the latest of them, or"
                        + " reported outside its range (undefined)")
                .source("\"创新积分制\"工作指引（全国试行版）2024, core indicator; its official weights are not used here")
                .reads(INNOVATION_INDICATORS);
        return declareDirection(definition, indicator).is(snapshot -> value(snapshot, indicator, range));
    }

    private static FeatureValue value(Snapshot snapshot, InnovationIndicator indicator, Range range) {
        List<InnovationIndicators> all = snapshot.signals(INNOVATION_INDICATORS, InnovationIndicators.class);
        Optional<InnovationIndicators> latest = snapshot.derived(LATEST);
        if (latest.isEmpty()) {
            return FeatureValue.missing(all.isEmpty() ? MissingReason.NO_DATA : MissingReason.NOT_ENOUGH_HISTORY);
        }
        Double reported = latest.get().values().get(indicator);
        if (reported == null) {
            return FeatureValue.missing(MissingReason.NOT_DISCLOSED);
        }
        return range.contains(reported) ? FeatureValue.of(reported) : FeatureValue.missing(MissingReason.UNDEFINED);
    }

    private static Optional<InnovationIndicators> latest(Snapshot snapshot) {
        int current = snapshot.asOf().date().getYear();
        return snapshot.signals(INNOVATION_INDICATORS, InnovationIndicators.class).stream()
                .filter(report -> report.year() < current && report.year() >= current - RECENT_YEARS)
                .max(Comparator.comparingInt(InnovationIndicators::year));
    }

    private static Unit unit(InnovationIndicator indicator) {
        return switch (indicator) {
            case RD_EXPENSE, TECHNOLOGY_CONTRACTS, HIGH_TECH_REVENUE, REVENUE, RD_TAX_RELIEF, VENTURE_CAPITAL ->
                Unit.YUAN;
            case RD_EXPENSE_GROWTH,
                    RD_TO_REVENUE,
                    RD_STAFF_SHARE,
                    REVENUE_GROWTH,
                    POSTGRADUATE_SHARE,
                    RETURN_ON_NET_ASSETS -> Unit.RATIO;
            case INVENTION_APPLICATIONS, PCT_APPLICATIONS, GRADUATES_HIRED, RD_PLATFORMS, AWARDS, PROGRAMMES ->
                Unit.COUNT;
        };
    }

    private static Range range(InnovationIndicator indicator) {
        return switch (indicator) {
            case RD_EXPENSE_GROWTH, REVENUE_GROWTH -> new Range(-1, Double.POSITIVE_INFINITY);
            case RD_STAFF_SHARE, POSTGRADUATE_SHARE -> Range.SHARE;
            case RETURN_ON_NET_ASSETS -> RETURN;
            case RD_EXPENSE,
                    RD_TO_REVENUE,
                    INVENTION_APPLICATIONS,
                    PCT_APPLICATIONS,
                    TECHNOLOGY_CONTRACTS,
                    HIGH_TECH_REVENUE,
                    REVENUE,
                    RD_TAX_RELIEF,
                    GRADUATES_HIRED,
                    RD_PLATFORMS,
                    AWARDS,
                    PROGRAMMES,
                    VENTURE_CAPITAL -> Range.NOT_NEGATIVE;
        };
    }

    private static FeatureDefinition.Builder declareDirection(
            FeatureDefinition.Builder definition, InnovationIndicator indicator) {
        return switch (indicator) {
            case RD_EXPENSE_GROWTH ->
                definition.noDirection(
                        "a cut may be distress or a finished project, a jump may be strength or a gamble");
            case REVENUE_GROWTH -> definition.noDirection(Windows.GROWTH_IS_U_SHAPED);
            case INVENTION_APPLICATIONS, PCT_APPLICATIONS ->
                definition.noDirection(
                        "the number of applications lowers risk only with enough equity (Pederzoli et al. 2013)");
            case VENTURE_CAPITAL ->
                definition.noDirection("outside equity bears losses, but firms raise it to burn it; evidence is mixed");
            case RD_EXPENSE, RD_TO_REVENUE, RD_STAFF_SHARE, TECHNOLOGY_CONTRACTS ->
                definition.saferWhenHigher(
                        "the guideline counts it for innovation ability, and banks may use it to judge risk");
            case HIGH_TECH_REVENUE, REVENUE, RETURN_ON_NET_ASSETS ->
                definition.saferWhenHigher("size and profit bear shocks");
            case POSTGRADUATE_SHARE, GRADUATES_HIRED ->
                definition.saferWhenHigher("a firm that hires the trained expects to pay them");
            case RD_TAX_RELIEF, RD_PLATFORMS, AWARDS, PROGRAMMES ->
                definition.saferWhenHigher("a third party examined the firm's R&D and confirmed it");
        };
    }

    private static String words(Range range) {
        if (range.equals(Range.NOT_NEGATIVE)) {
            return "0 and above";
        }
        return range.high() == Double.POSITIVE_INFINITY
                ? range.low() + " and above"
                : "[" + range.low() + ", " + range.high() + "]";
    }
}
