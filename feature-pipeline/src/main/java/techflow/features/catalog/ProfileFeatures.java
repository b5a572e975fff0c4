package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.PROFILE;
import static techflow.features.signal.SignalKind.ANNUAL_REPORT;
import static techflow.features.signal.SignalKind.ENTERPRISE_PROFILE;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import techflow.features.aggregate.AnnualFigures;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.peer.LifeStage;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.TechnologyField;
import techflow.features.snapshot.Snapshot;

/** 企业概况: who the firm is. */
final class ProfileFeatures {
    private static final double DAYS_PER_YEAR = 365.25;

    private ProfileFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(age(), capital(), field(), stage());
    }

    private static FeatureDefinition age() {
        return feature("firm_age_years", "企业年龄", PROFILE)
                .describedAs("Days from the date of registration to the as-of day, divided by 365.25.")
                .in(Unit.YEARS, Range.NOT_NEGATIVE)
                .saferWhenHigher("young firms fail more often; survival selects")
                .missingMeans("no master data known, or a registration date after the as-of day")
                .source("海宁 patent score rates age likewise; own design")
                .reads(ENTERPRISE_PROFILE)
                .is(snapshot -> withProfile(
                        snapshot, profile -> age(profile, snapshot.asOf().date())));
    }

    private static FeatureValue age(EnterpriseProfile profile, LocalDate today) {
        return notNegative(ChronoUnit.DAYS.between(profile.establishedOn(), today) / DAYS_PER_YEAR);
    }

    private static FeatureDefinition capital() {
        return feature("registered_capital", "注册资本", PROFILE)
                .describedAs("Registered capital in the master data last known before the as-of instant.")
                .in(Unit.YUAN, Range.NOT_NEGATIVE)
                .saferWhenHigher("owners who commit more capital have more to lose; subscribed, not always paid in")
                .missingMeans("no master data known, or a negative amount in them")
                .source("海宁 patent score rates capital likewise; own design")
                .reads(ENTERPRISE_PROFILE)
                .is(snapshot -> withProfile(
                        snapshot,
                        profile -> notNegative(profile.registeredCapital().yuan())));
    }

    private static FeatureDefinition field() {
        return feature("technology_field", "技术领域", PROFILE)
                .describedAs("Technology field in the master data last known before the as-of instant.")
                .oneOf(Arrays.stream(TechnologyField.values()).map(Enum::name).toArray(String[]::new))
                .noDirection("a field is not better or worse by an order; it selects the 技术流 weights")
                .missingMeans("no master data known")
                .source("国家重点支持的高新技术领域")
                .reads(ENTERPRISE_PROFILE)
                .is(snapshot -> withProfile(
                        snapshot,
                        profile -> new FeatureValue.Category(profile.field().name())));
    }

    private static FeatureDefinition stage() {
        return feature("enterprise_stage", "企业发展阶段", PROFILE)
                .describedAs(
                        "START_UP when younger than 3 years, or younger than 5 with known revenue below RMB 20 million;"
                                + " MATURE from 8 years with known revenue of RMB 100 million; else GROWTH. Age on the as-of day, a"
                                + " year has 365.25 days; revenue of the latest annual report that tells it, of the 3 calendar years"
                                + " before the as-of year.")
                .oneOf(LifeStage.START_UP.name(), LifeStage.GROWTH.name(), LifeStage.MATURE.name())
                .noDirection("a stage selects what to compare a firm with, it is not better or worse")
                .missingMeans("no master data known, or a registration date after the as-of day")
                .source("初创期, 成长期, 稳定期 of the 创新积分制 guideline, which publishes no limits; the limits are our own")
                .reads(ENTERPRISE_PROFILE, ANNUAL_REPORT)
                .is(snapshot -> withProfile(snapshot, profile -> stage(profile, snapshot)));
    }

    private static FeatureValue stage(EnterpriseProfile profile, Snapshot snapshot) {
        if (!(age(profile, snapshot.asOf().date()) instanceof FeatureValue.Numeric age)) {
            return FeatureValue.missing(MissingReason.UNDEFINED);
        }
        double[] revenue =
                AnnualFigures.ofLast(ResearchFeatures.RECENT_YEARS, snapshot).disclosed(1, ResearchFeatures::revenue);
        return LifeStage.of(age.value(), revenue.length > 0 ? revenue[0] : Double.NaN)
                .<FeatureValue>map(stage -> new FeatureValue.Category(stage.name()))
                .orElseGet(() -> FeatureValue.missing(MissingReason.UNDEFINED));
    }

    private static FeatureValue withProfile(Snapshot snapshot, Function<EnterpriseProfile, FeatureValue> value) {
        return snapshot.profile().map(value).orElse(FeatureValue.missing(MissingReason.NO_DATA));
    }

    private static FeatureValue notNegative(double value) {
        return value < 0 ? FeatureValue.missing(MissingReason.UNDEFINED) : FeatureValue.of(value);
    }
}
