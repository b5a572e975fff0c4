package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.INNOVATION;
import static techflow.features.signal.SignalKind.INNOVATION_ASSESSMENT;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.InnovationAssessment;
import techflow.features.signal.InnovationAssessment.Frame;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;

/** 创新积分: what an authority awarded, total and blocks. Never our own approximation of it. */
final class OfficialPointsFeatures {
    private static final int RECENT_YEARS = 3;
    private static final Range CHANGE = new Range(-1, 1);
    private static final Range BLOCK = new Range(0, 100);
    private static final Range BONUS = new Range(0, 30);
    private static final String FRAME_2025 =
            "创新积分制 2.0 (national trial, October 2025): 100 base points in three blocks, 30"
                    + " bonus points in the fourth";

    /** Of one year's assessments the national frames go before local ones, the newer before the older. */
    private static final Comparator<InnovationAssessment> PREFERRED = Comparator.comparingInt(
                    InnovationAssessment::year)
            .thenComparing(assessment -> rank(assessment.frame()))
            .thenComparing(InnovationAssessment::authority, Comparator.reverseOrder());

    private static final Derived<List<InnovationAssessment>> RECENT = Derived.of(OfficialPointsFeatures::recent);

    private OfficialPointsFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(
                share(),
                trend(),
                block("input", "创新投入", BLOCK, InnovationAssessment::input),
                block("output", "创新产出", BLOCK, InnovationAssessment::output),
                block("development", "创新发展", BLOCK, InnovationAssessment::development),
                block("impact", "创新影响", BONUS, InnovationAssessment::impact));
    }

    private static FeatureDefinition.Builder pointsFeature(String name, String chineseName) {
        return feature(name, chineseName, INNOVATION).reads(INNOVATION_ASSESSMENT);
    }

    private static FeatureDefinition share() {
        return pointsFeature("innovation_official_share", "官方创新积分得分率")
                .describedAs(
                        "Official total over the most that its frame gives, of the latest of the 3 calendar years before"
                                + " the as-of year with a total; of several in one year the national frame of 2025, then that of"
                                + " 2024, then a local one, then the first by name; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("the guideline lets banks take points as an independent ground to judge risk")
                .missingMeans("no assessment known, none of those years, or none with a total (not disclosed)")
                .source("\"创新积分制\"工作指引 2024, 创新积分制 2.0 2025; total over maximum is our own scale")
                .is(snapshot -> latest(
                                snapshot, assessment -> assessment.total().isPresent())
                        .map(OfficialPointsFeatures::reached)
                        .orElseGet(() -> missing(snapshot)));
    }

    private static FeatureDefinition trend() {
        return pointsFeature("innovation_official_trend", "官方创新积分得分率变化")
                .describedAs(
                        "Share of the maximum in that latest assessment less the share in the latest earlier one of the"
                                + " same frame and authority, both among the 3 calendar years before the as-of year.")
                .in(Unit.RATIO, CHANGE)
                .saferWhenHigher("a firm that gains points year by year still invests in its technology")
                .missingMeans("no two assessments of one frame and authority in those years")
                .source("\"创新积分制\"工作指引 2024, 创新积分制 2.0 2025; own design")
                .is(OfficialPointsFeatures::trend);
    }

    private static FeatureValue trend(Snapshot snapshot) {
        Optional<InnovationAssessment> now =
                latest(snapshot, assessment -> assessment.total().isPresent());
        Optional<InnovationAssessment> before = now.flatMap(last -> latest(
                snapshot,
                assessment -> assessment.total().isPresent()
                        && assessment.year() < last.year()
                        && assessment.frame() == last.frame()
                        && assessment.authority().equals(last.authority())));
        if (before.isPresent()) {
            return InteractionFeatures.both(
                    reached(now.get()), reached(before.get()), (last, earlier) -> last - earlier);
        }
        return now.isPresent() ? FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY) : missing(snapshot);
    }

    private static FeatureDefinition block(
            String name, String chineseName, Range range, Function<InnovationAssessment, OptionalDouble> points) {
        return pointsFeature("innovation_block_" + name, "官方创新积分·" + chineseName)
                .describedAs("Official points of the block " + chineseName
                        + " under the national frame of 2025, of the latest of"
                        + " the 3 calendar years before the as-of year that tells it; clamped to [0, "
                        + (int) range.high() + "].")
                .in(Unit.POINTS, range)
                .saferWhenHigher("the guideline lets banks take points as an independent ground to judge risk")
                .missingMeans("no assessment known, none of those years, or none that tells the block (not disclosed)")
                .source(FRAME_2025)
                .is(snapshot -> latest(
                                snapshot,
                                assessment -> assessment.frame() == Frame.NATIONAL_2025
                                        && points.apply(assessment).isPresent())
                        .map(assessment -> FeatureValue.of(
                                Ratio.clamp(points.apply(assessment).orElseThrow(), range)))
                        .orElseGet(() -> missing(snapshot)));
    }

    private static FeatureValue reached(InnovationAssessment assessment) {
        return Ratio.of(assessment.total().orElseThrow(), assessment.maximum(), Range.SHARE);
    }

    /** The first of the recent ones, the preferred first, that passes the test. */
    private static Optional<InnovationAssessment> latest(Snapshot snapshot, Predicate<InnovationAssessment> test) {
        for (InnovationAssessment assessment : snapshot.derived(RECENT)) {
            if (test.test(assessment)) {
                return Optional.of(assessment);
            }
        }
        return Optional.empty();
    }

    private static List<InnovationAssessment> recent(Snapshot snapshot) {
        int current = snapshot.asOf().date().getYear();
        return snapshot.signals(INNOVATION_ASSESSMENT, InnovationAssessment.class).stream()
                .filter(one -> one.year() < current && one.year() >= current - RECENT_YEARS)
                .sorted(PREFERRED.reversed())
                .toList();
    }

    private static FeatureValue missing(Snapshot snapshot) {
        if (!snapshot.derived(RECENT).isEmpty()) {
            return FeatureValue.missing(MissingReason.NOT_DISCLOSED);
        }
        boolean never = snapshot.signals(INNOVATION_ASSESSMENT, InnovationAssessment.class)
                .isEmpty();
        return FeatureValue.missing(never ? MissingReason.NO_DATA : MissingReason.NOT_ENOUGH_HISTORY);
    }

    private static int rank(Frame frame) {
        return switch (frame) {
            case LOCAL -> 0;
            case GUIDELINE_2024 -> 1;
            case NATIONAL_2025 -> 2;
        };
    }
}
