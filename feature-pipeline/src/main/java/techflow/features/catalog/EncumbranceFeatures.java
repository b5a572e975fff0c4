package techflow.features.catalog;

import static techflow.features.catalog.ConductFeatures.inRegister;
import static techflow.features.catalog.ConductFeatures.registerFeature;
import static techflow.features.signal.SignalKind.ENCUMBRANCE;

import java.time.LocalDate;
import java.util.List;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.Encumbrance;
import techflow.features.signal.Encumbrance.EncumbranceType;
import techflow.features.signal.Money;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;

/** 出质、质押与冻结: what binds the firm's equity and assets on the as-of day: not released, and its term not over. */
final class EncumbranceFeatures {
    private static final Range TO_CAPITAL = new Range(0, 10);

    private static final Derived<List<Encumbrance>> BINDING = Derived.of(EncumbranceFeatures::binding);

    private EncumbranceFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(equityFrozen(), assetsFrozen(), amountToCapital());
    }

    private static FeatureDefinition equityFrozen() {
        return registerFeature("equity_frozen", "股权冻结", ENCUMBRANCE)
                .describedAs("1 when a freeze of an owner's shares binds on the as-of day; else 0.")
                .in(Unit.COUNT, Range.SHARE)
                .riskierWhenHigher("a court secures a claim against an owner")
                .is(snapshot -> binds(snapshot, List.of(EncumbranceType.EQUITY_FREEZE)));
    }

    private static FeatureDefinition assetsFrozen() {
        return registerFeature("assets_frozen", "账户或财产被冻结保全", ENCUMBRANCE)
                .describedAs(
                        "1 when a freeze of an account or a preservation of other assets binds on the as-of day; else 0.")
                .in(Unit.COUNT, Range.SHARE)
                .riskierWhenHigher("a court secures a claim against the firm, which cannot use what it owns")
                .source("民事诉讼法 (财产保全) and public court records; own design")
                .is(snapshot ->
                        binds(snapshot, List.of(EncumbranceType.ACCOUNT_FREEZE, EncumbranceType.ASSET_PRESERVATION)));
    }

    private static FeatureDefinition amountToCapital() {
        return registerFeature("encumbered_amount_to_capital", "权利负担金额与注册资本之比", ENCUMBRANCE)
                .describedAs(
                        "Amounts of the equity pledges, chattel mortgages, freezes and preservations that bind on the"
                                + " as-of day, over registered capital; 0 when nothing binds or no amount is stated; clamped to"
                                + " [0, 10].")
                .in(Unit.RATIO, TO_CAPITAL)
                .riskierWhenHigher("what is pledged or frozen is not there for a new lender")
                .missingMeans(ConductFeatures.FIRM_UNKNOWN
                        + ", or an amount binds while the registered capital is unknown or zero (undefined)")
                .source("register of equity pledges and chattel mortgages, 企业信息公示暂行条例 art. 6; own design")
                .is(EncumbranceFeatures::amountToCapital);
    }

    private static FeatureValue amountToCapital(Snapshot snapshot) {
        FeatureValue bound = inRegister(
                snapshot,
                ENCUMBRANCE,
                Encumbrance.class,
                all -> snapshot.derived(BINDING).stream()
                        .map(Encumbrance::amount)
                        .reduce(Money.ZERO, Money::plus)
                        .yuan());
        if (!(bound instanceof FeatureValue.Numeric amount) || amount.value() <= 0) {
            return bound instanceof FeatureValue.Numeric ? FeatureValue.of(0) : bound;
        }
        return snapshot.profile()
                .map(profile ->
                        Ratio.of(amount.value(), profile.registeredCapital().yuan(), TO_CAPITAL))
                .orElse(FeatureValue.missing(MissingReason.UNDEFINED));
    }

    private static FeatureValue binds(Snapshot snapshot, List<EncumbranceType> types) {
        return inRegister(
                snapshot,
                ENCUMBRANCE,
                Encumbrance.class,
                all -> snapshot.derived(BINDING).stream().anyMatch(one -> types.contains(one.type())) ? 1 : 0);
    }

    private static List<Encumbrance> binding(Snapshot snapshot) {
        LocalDate today = snapshot.asOf().date();
        return snapshot.signals(ENCUMBRANCE, Encumbrance.class).stream()
                .filter(one -> one.binds(today))
                .toList();
    }
}
