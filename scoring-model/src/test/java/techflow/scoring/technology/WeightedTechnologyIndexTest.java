package techflow.scoring.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.TechnologyField;
import techflow.scoring.technology.TechnologyAssessment.Dimension;
import techflow.scoring.technology.TechnologyAssessment.Outcome;

class WeightedTechnologyIndexTest {
    private static final Curve PERCENT = new Curve(List.of(new Curve.Point(0, 0), new Curve.Point(100, 100)));
    private static final GradeLimits LIMITS =
            new GradeLimits(List.of(90.0, 80.0, 70.0, 60.0, 50.0, 40.0, 30.0, 20.0, 10.0));
    private static final CorrectionRule PENALISED = new CorrectionRule(
            "PENALISED",
            CorrectionRule.Layer.NEGATIVE_LIST,
            List.of(new Condition(new FeatureName("penalties"), 2, Double.POSITIVE_INFINITY)),
            3,
            "处罚较多",
            "many penalties");
    private static final CorrectionRule SELLING = new CorrectionRule(
            "SELLING",
            CorrectionRule.Layer.TECHNOLOGY_TRANSFER,
            List.of(new Condition(new FeatureName("sold"), 0.5, Double.POSITIVE_INFINITY)),
            -1,
            "转化强",
            "sells its technology");

    /** Quality has two indicators of weight 3 and 1, the first with a score of 5 when none. */
    private static final WeightedTechnologyIndex INDEX = index(3);

    @Test
    void the_index_is_the_weighted_mean_of_the_dimensions_by_hand() {
        // quality (3·80 + 1·40)/4 = 70; index of BIOMEDICINE 0.4·70 + 0.3·50 + 0.1·20 + 0.1·90 + 0.1·10 = 55
        TechnologyAssessment found = INDEX.assess(full().vector());
        Outcome outcome = found.outcome().orElseThrow();
        assertThat(found.dimensions().get(0).score()).contains(70.0);
        assertThat(found.dimensions()).extracting(d -> d.weight()).containsExactly(0.4, 0.3, 0.1, 0.1, 0.1);
        assertThat(outcome.index()).isEqualTo(55, within(1e-12));
        assertThat(outcome.baseGrade()).isEqualTo(TechnologyGrade.T5);
        assertThat(outcome.grade()).isEqualTo(TechnologyGrade.T5);
        assertThat(outcome.corrections()).isEmpty();
        assertThat(found.settingsVersion()).isEqualTo("test-1");
    }

    @Test
    void another_field_has_other_weights_and_an_unknown_field_its_own() {
        // equal weights: (70 + 50 + 20 + 90 + 10)/5 = 48
        assertThat(outcome(full().field(TechnologyField.AEROSPACE)).index()).isEqualTo(48, within(1e-12));
        // unknown field: all on quality
        assertThat(outcome(full().with("technology_field", FeatureValue.missing(MissingReason.NO_DATA)))
                        .index())
                .isEqualTo(70, within(1e-12));
    }

    @Test
    void a_missing_indicator_is_left_out_and_is_not_zero() {
        // quality is 80 alone: 0.4·80 + 15 + 2 + 9 + 1 = 59
        Vectors firm = full().with("second", FeatureValue.missing(MissingReason.NO_DATA));
        assertThat(outcome(firm).index()).isEqualTo(59, within(1e-12));
    }

    @Test
    void a_firm_that_is_known_to_have_none_gets_the_declared_score() {
        // quality (3·5 + 40)/4 = 13.75
        assertThat(quality(full(), MissingReason.UNDEFINED)).contains(13.75);
        assertThat(quality(full(), MissingReason.NO_DATA)).contains(13.75);
    }

    @Test
    void without_master_data_a_silent_register_means_unknown_and_so_does_any_other_reason() {
        Vectors unregistered = full().with("firm_age_years", FeatureValue.missing(MissingReason.NO_DATA));
        assertThat(quality(unregistered, MissingReason.NO_DATA)).contains(40.0);
        assertThat(quality(unregistered, MissingReason.UNDEFINED)).contains(13.75);
        assertThat(quality(full(), MissingReason.NOT_DISCLOSED)).contains(40.0);
        assertThat(quality(full(), MissingReason.NOT_ENOUGH_HISTORY)).contains(40.0);
    }

    @Test
    void an_unknown_dimension_is_reported_and_the_other_weights_are_scaled_up() {
        Vectors firm = full().with("stock", FeatureValue.missing(MissingReason.NO_DATA));
        TechnologyAssessment found = INDEX.assess(firm.vector());
        assertThat(found.dimensions().get(1).score()).isEmpty();
        assertThat(found.outcome().orElseThrow().index()).isEqualTo((28 + 2 + 9 + 1) / 0.7, within(1e-12));
    }

    @Test
    void with_too_few_known_dimensions_there_is_no_outcome() {
        Vectors firm = Vectors.of(
                "firm_age_years", "quality", "second", "stock", "early", "steady", "intense", "penalties", "sold");
        assertThat(INDEX.assess(firm.vector()).outcome()).isEmpty();
        firm.with("stock", 50).with("early", 50);
        assertThat(INDEX.assess(firm.vector()).outcome()).isEmpty();
        firm.with("steady", 50);
        assertThat(INDEX.assess(firm.vector()).outcome()).isEmpty().as("the unknown field puts all on quality");
        assertThat(INDEX.assess(firm.field(TechnologyField.AEROSPACE).vector()).outcome())
                .isPresent();
    }

    @Test
    void corrections_add_up_and_are_told_in_both_languages() {
        Outcome outcome = outcome(full().with("penalties", 2).with("sold", 0.5));
        assertThat(outcome.baseGrade()).isEqualTo(TechnologyGrade.T5);
        assertThat(outcome.grade()).isEqualTo(TechnologyGrade.T7);
        assertThat(outcome.corrections()).extracting(c -> c.code()).containsExactly("PENALISED", "SELLING");
        assertThat(outcome.corrections().get(0).chinese()).isEqualTo("负面清单：处罚较多");
        assertThat(outcome.corrections().get(0).english()).isEqualTo("Negative list: many penalties");
    }

    @Test
    void a_missing_value_meets_no_condition_of_a_correction() {
        assertThat(outcome(full().with("penalties", FeatureValue.missing(MissingReason.NO_DATA)))
                        .corrections())
                .isEmpty();
    }

    @Test
    void a_better_indicator_never_worsens_index_or_grade() {
        for (String feature : List.of("quality", "second", "stock", "early", "steady", "intense")) {
            Outcome before = outcome(full().with(feature, 0));
            for (int value = 1; value <= 110; value++) {
                Outcome after = outcome(full().with(feature, value));
                assertThat(after.index()).as("%s = %d", feature, value).isGreaterThanOrEqualTo(before.index());
                assertThat(after.grade()).as("%s = %d", feature, value).isLessThanOrEqualTo(before.grade());
                before = after;
            }
        }
    }

    @Test
    void it_names_every_feature_it_reads() {
        assertThat(INDEX.features())
                .extracting(FeatureName::value)
                .containsExactly(
                        "early",
                        "firm_age_years",
                        "intense",
                        "penalties",
                        "quality",
                        "second",
                        "sold",
                        "steady",
                        "stock",
                        "technology_field");
    }

    @Test
    void rules_that_contradict_themselves_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> index(6)).withMessageContaining("1 to 5, found 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedTechnologyIndex(
                        "v", INDEX.dimensions(), INDEX.weights(), LIMITS, 3, List.of(SELLING, SELLING)))
                .withMessageContaining("different codes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedTechnologyIndex(
                        "v", INDEX.dimensions().subList(0, 4), INDEX.weights(), LIMITS, 3, List.of()))
                .withMessageContaining("each dimension needs one rule");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights(50, 50, 50, 0, 0))
                .withMessageContaining("must sum to 100 %, found 150.0 %");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition(new FeatureName("sold"), 2, 2))
                .withMessageContaining("found 2.0 and 2.0");
    }

    @Test
    void a_schema_without_a_feature_of_the_rules_is_refused_and_not_read_as_missing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        INDEX.assess(Vectors.of("firm_age_years", "quality").vector()))
                .withMessageContaining("no feature second");
    }

    private static Optional<Double> quality(Vectors firm, MissingReason reason) {
        return INDEX.assess(firm.with("quality", FeatureValue.missing(reason)).vector())
                .dimensions()
                .get(0)
                .score();
    }

    private static Outcome outcome(Vectors firm) {
        return INDEX.assess(firm.vector()).outcome().orElseThrow();
    }

    private static Vectors full() {
        return Vectors.of()
                .with("quality", 80)
                .with("second", 40)
                .with("stock", 50)
                .with("early", 20)
                .with("steady", 90)
                .with("intense", 10)
                .with("penalties", 0)
                .with("sold", 0)
                .with("firm_age_years", 6)
                .field(TechnologyField.BIOMEDICINE);
    }

    private static WeightedTechnologyIndex index(int leastKnown) {
        List<DimensionRule> rules = new ArrayList<>();
        rules.add(new DimensionRule(
                Dimension.PATENT_QUALITY,
                List.of(
                        new Indicator(new FeatureName("quality"), 3, PERCENT, OptionalDouble.of(5)),
                        indicator("second"))));
        rules.add(new DimensionRule(Dimension.INNOVATION_STOCK, List.of(indicator("stock"))));
        rules.add(new DimensionRule(Dimension.RD_PRECOCITY, List.of(indicator("early"))));
        rules.add(new DimensionRule(Dimension.RD_STABILITY, List.of(indicator("steady"))));
        rules.add(new DimensionRule(Dimension.RD_INTENSITY, List.of(indicator("intense"))));
        Map<TechnologyField, DimensionWeights> byField = new EnumMap<>(TechnologyField.class);
        Stream.of(TechnologyField.values()).forEach(field -> byField.put(field, weights(20, 20, 20, 20, 20)));
        byField.put(TechnologyField.BIOMEDICINE, weights(40, 30, 10, 10, 10));
        return new WeightedTechnologyIndex(
                "test-1",
                rules,
                new FieldWeights(byField, weights(100, 0, 0, 0, 0)),
                LIMITS,
                leastKnown,
                List.of(PENALISED, SELLING));
    }

    private static Indicator indicator(String feature) {
        return new Indicator(new FeatureName(feature), 1, PERCENT, OptionalDouble.empty());
    }

    private static DimensionWeights weights(double... percent) {
        Map<Dimension, Double> shares = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            shares.put(dimension, percent[dimension.ordinal()] / 100);
        }
        return new DimensionWeights(shares);
    }
}
