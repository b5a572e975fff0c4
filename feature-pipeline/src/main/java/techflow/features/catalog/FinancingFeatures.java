package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.FINANCING;
import static techflow.features.signal.SignalKind.EQUITY_FINANCING;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.EquityFinancing;
import techflow.features.signal.EquityFinancing.InvestorType;
import techflow.features.signal.Money;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/** 股权融资: rounds of equity. Most firms never raise one, and many are not published: none known is missing, not zero. */
final class FinancingFeatures {
    private static final int MONTHS = 36;
    private static final String NO_ROUND = "no round known: none raised, or none published";

    private FinancingFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(monthsSinceRound(), raised(), rounds(), governmentFund());
    }

    private static FeatureDefinition.Builder financingFeature(String name, String chineseName) {
        return feature(name, chineseName, FINANCING)
                .missingMeans(NO_ROUND)
                .source(Sources.OWN)
                .reads(EQUITY_FINANCING);
    }

    private static FeatureDefinition monthsSinceRound() {
        return financingFeature("months_since_equity_round", "距最近一轮股权融资月数")
                .describedAs("Whole months from the closing of the last known round to the as-of day.")
                .in(Unit.MONTHS, Range.NOT_NEGATIVE)
                .riskierWhenHigher("a firm that lives on rounds runs dry 18 to 24 months after the last one")
                .is(snapshot -> onRounds(
                        snapshot,
                        rounds -> FeatureValue.of((double) ChronoUnit.MONTHS.between(
                                rounds.getLast().occurredAt(), snapshot.asOf().date()))));
    }

    private static FeatureDefinition raised() {
        return financingFeature("equity_raised_36m", "近36个月股权融资额")
                .describedAs(
                        "Money raised in the rounds closed in the 36 months before the as-of day, of those whose amount"
                                + " is published; 0 when none was closed.")
                .in(Unit.YUAN, Range.NOT_NEGATIVE)
                .noDirection("outside equity bears losses, but firms raise it to burn it; evidence is mixed")
                .missingMeans(NO_ROUND + "; or every round of those months without an amount (not disclosed)")
                .source("创新积分制 core indicator 获得风险投资金额; own design")
                .is(snapshot -> onRounds(snapshot, rounds -> raised(recent(snapshot, rounds))));
    }

    private static FeatureValue raised(List<EquityFinancing> recent) {
        List<Money> amounts =
                recent.stream().flatMap(round -> round.amount().stream()).toList();
        return amounts.isEmpty() && !recent.isEmpty()
                ? FeatureValue.missing(MissingReason.NOT_DISCLOSED)
                : FeatureValue.of(
                        amounts.stream().reduce(Money.ZERO, Money::plus).yuan());
    }

    private static FeatureDefinition rounds() {
        return financingFeature("equity_rounds_36m", "近36个月股权融资轮次")
                .describedAs("Rounds closed in the 36 months before the as-of day.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .saferWhenHigher("investors examined the firm again and again, and each round adds equity")
                .is(snapshot -> onRounds(
                        snapshot,
                        rounds -> FeatureValue.of(recent(snapshot, rounds).size())));
    }

    private static FeatureDefinition governmentFund() {
        return financingFeature("government_fund_backed", "政府引导基金领投")
                .describedAs("1 when a government guidance fund ever led a known round; else 0.")
                .in(Unit.COUNT, Range.SHARE)
                .saferWhenHigher("public funds examine technology and seldom let a firm of theirs fall at once")
                .is(snapshot -> onRounds(
                        snapshot,
                        rounds -> FeatureValue.of(
                                rounds.stream().anyMatch(round -> round.leadInvestor() == InvestorType.GOVERNMENT_FUND)
                                        ? 1
                                        : 0)));
    }

    private static FeatureValue onRounds(Snapshot snapshot, Function<List<EquityFinancing>, FeatureValue> value) {
        List<EquityFinancing> rounds = snapshot.signals(EQUITY_FINANCING, EquityFinancing.class);
        return rounds.isEmpty() ? FeatureValue.missing(MissingReason.NO_DATA) : value.apply(rounds);
    }

    private static List<EquityFinancing> recent(Snapshot snapshot, List<EquityFinancing> rounds) {
        Window window = Window.months(snapshot.asOf(), MONTHS);
        return rounds.stream()
                .filter(round -> window.contains(round.occurredAt()))
                .toList();
    }
}
