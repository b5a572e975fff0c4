package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.TAX;
import static techflow.features.signal.SignalKind.TAX_RATING;

import java.util.Comparator;
import java.util.List;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.TaxRating;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;

/**
 * 纳税缴费信用: the yearly rating. Its levels kept their names and bands under the rule of 2025, so that ratings under both
 * rules are compared. A repaired rating replaces the former one in the snapshot, from the day it is known.
 */
final class TaxRatingFeatures {
    private static final Range LEVELS = new Range(1, 5);
    private static final Range CHANGE = new Range(-4, 4);
    private static final Range SCORE = new Range(0, 100);
    private static final Range FLAG = new Range(0, 1);
    private static final int RATING_YEARS = 3;
    private static final String RULES =
            "《纳税缴费信用管理办法》, STA Announcement 2025 No. 12, and before it STA Announcement 2014 No. 40";
    private static final String NOT_RATED =
            "never rated, or rated only for years before those: new, sole trader or under inspection";

    private static final Derived<List<TaxRating>> LATEST_FIRST = Derived.of(TaxRatingFeatures::latestFirst);

    private TaxRatingFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(level(), change(), score(), repaired());
    }

    private static FeatureDefinition level() {
        return feature("tax_level", "纳税缴费信用级别", TAX)
                .describedAs(
                        "Latest tax credit rating of the 3 calendar years before the as-of year: A 5, B 4, M 3, C 2,"
                                + " D 1; an ordinal, not a measure.")
                .in(Unit.POINTS, LEVELS)
                .saferWhenHigher("the tax authority rates compliance; D firms face limits on invoices and loans")
                .missingMeans(NOT_RATED)
                .source(RULES + "; the ordinal is our own design")
                .reads(TAX_RATING)
                .is(snapshot -> rated(snapshot, ratings -> FeatureValue.of(points(ratings.getFirst()))));
    }

    private static FeatureDefinition change() {
        return feature("tax_level_change", "纳税缴费信用级别变动", TAX)
                .describedAs(
                        "Latest tax credit rating less the one before it, both of the 3 calendar years before the as-of"
                                + " year, in steps of the ordinal A 5, B 4, M 3, C 2, D 1.")
                .in(Unit.POINTS, CHANGE)
                .saferWhenHigher("a downgrade follows late returns, arrears or a breach; an upgrade two clean years")
                .missingMeans(NOT_RATED + ", or rated for one of those years only")
                .source(RULES + "; own design")
                .reads(TAX_RATING)
                .is(snapshot -> rated(
                        snapshot,
                        ratings -> ratings.size() < 2
                                ? FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY)
                                : FeatureValue.of(points(ratings.get(0)) - points(ratings.get(1)))));
    }

    private static FeatureDefinition score() {
        return feature("tax_rating_score", "纳税缴费信用评价得分", TAX)
                .describedAs(
                        "Points of the latest tax credit rating of the 3 calendar years before the as-of year, of 100; a"
                                + " score outside [0, 100] is not used.")
                .in(Unit.POINTS, SCORE)
                .saferWhenHigher("the points behind the level: 71 and 89 are both a B")
                .missingMeans(NOT_RATED + "; not disclosed when the level was judged directly or came without points")
                .source(RULES)
                .reads(TAX_RATING)
                .is(snapshot -> rated(snapshot, ratings -> score(ratings.getFirst())));
    }

    private static FeatureDefinition repaired() {
        return feature("tax_rating_repaired_36m", "近三年纳税缴费信用修复", TAX)
                .describedAs("1 when the tax credit rating of any of the 3 calendar years before the as-of year stands"
                        + " repaired (信用修复) as known then; else 0.")
                .in(Unit.COUNT, FLAG)
                .noDirection("a repair proves both a breach and its cure, so that it may speak either way")
                .missingMeans(NOT_RATED)
                .source(RULES + ", on credit repair")
                .reads(TAX_RATING)
                .is(snapshot -> rated(
                        snapshot,
                        ratings -> FeatureValue.of(
                                ratings.stream().anyMatch(r -> r.repairedFrom().isPresent()) ? 1 : 0)));
    }

    private static FeatureValue score(TaxRating rating) {
        if (rating.score().isEmpty()) {
            return FeatureValue.missing(MissingReason.NOT_DISCLOSED);
        }
        double score = rating.score().getAsDouble();
        return SCORE.contains(score) ? FeatureValue.of(score) : FeatureValue.missing(MissingReason.UNDEFINED);
    }

    private static FeatureValue rated(
            Snapshot snapshot, java.util.function.Function<List<TaxRating>, FeatureValue> value) {
        List<TaxRating> ratings = snapshot.derived(LATEST_FIRST);
        if (ratings.isEmpty()) {
            boolean never = snapshot.signals(TAX_RATING, TaxRating.class).isEmpty();
            return FeatureValue.missing(never ? MissingReason.NO_DATA : MissingReason.NOT_ENOUGH_HISTORY);
        }
        return value.apply(ratings);
    }

    private static List<TaxRating> latestFirst(Snapshot snapshot) {
        int oldest = snapshot.asOf().date().getYear() - RATING_YEARS;
        return snapshot.signals(TAX_RATING, TaxRating.class).stream()
                .filter(rating -> rating.year() >= oldest)
                .sorted(Comparator.comparingInt(TaxRating::year).reversed())
                .toList();
    }

    private static double points(TaxRating rating) {
        return switch (rating.level()) {
            case A -> 5;
            case B -> 4;
            case M -> 3;
            case C -> 2;
            case D -> 1;
        };
    }
}
