package techflow.scoring.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureName;
import techflow.scoring.technology.InnovationPoints.Stage;
import techflow.scoring.technology.WeightedInnovationPoints.PointsIndicator;

class WeightedInnovationPointsTest {
    private static final Curve PERCENT = new Curve(List.of(new Curve.Point(0, 0), new Curve.Point(100, 100)));
    private static final FeatureName AGE = new FeatureName("age");
    private static final StageRule STAGES = new StageRule(
            List.of(
                    new StageRule.Case(Stage.START_UP, List.of(new Condition(AGE, Double.NEGATIVE_INFINITY, 3))),
                    new StageRule.Case(
                            Stage.MATURE,
                            List.of(
                                    new Condition(AGE, 8, Double.POSITIVE_INFINITY),
                                    new Condition(new FeatureName("sales"), 1000, Double.POSITIVE_INFINITY)))),
            Stage.GROWTH);
    private static final WeightedInnovationPoints RULE = new WeightedInnovationPoints(
            "test-1", STAGES, List.of(indicator("research", 60, 50, 30), indicator("sales", 40, 50, 70)));

    @Test
    void points_are_the_weighted_sum_by_hand() {
        // growth: 50·20 % + 50·80 % = 50
        InnovationPoints found = RULE.award(
                firm().with("age", 5).with("research", 20).with("sales", 80).vector());
        assertThat(found.stage()).isEqualTo(Stage.GROWTH);
        assertThat(found.total()).hasValueSatisfying(total -> assertThat(total).isEqualTo(50, within(1e-12)));
        assertThat(found.maximum()).isEqualTo(100);
        assertThat(found.items().get(0).points()).contains(10.0);
        assertThat(found.settingsVersion()).isEqualTo("test-1");
    }

    @Test
    void the_stage_decides_the_weights() {
        InnovationPoints young = RULE.award(
                firm().with("age", 2.9).with("research", 20).with("sales", 80).vector());
        assertThat(young.stage()).isEqualTo(Stage.START_UP);
        assertThat(young.total()).contains(60 * 0.2 + 40 * 0.8);
        InnovationPoints grown =
                RULE.award(firm().with("age", 8).with("sales", 5000).vector());
        assertThat(grown.stage()).isEqualTo(Stage.MATURE);
        assertThat(grown.total()).contains(70.0);
    }

    @Test
    void without_age_and_revenue_the_stage_is_the_declared_other_one() {
        assertThat(RULE.award(firm().vector()).stage()).isEqualTo(Stage.GROWTH);
        assertThat(RULE.award(firm().with("age", 20).vector()).stage()).isEqualTo(Stage.GROWTH);
    }

    @Test
    void an_unknown_indicator_brings_no_points_and_is_reported_as_unknown_not_as_zero() {
        InnovationPoints found = RULE.award(firm().with("sales", 0).vector());
        assertThat(found.total()).contains(0.0);
        assertThat(found.items().get(0).points()).isEmpty();
        assertThat(found.items().get(1).points()).contains(0.0);
        assertThat(RULE.award(firm().vector()).total()).isEmpty();
    }

    @Test
    void weights_that_do_not_sum_to_a_hundred_are_refused_with_the_stage() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new WeightedInnovationPoints("v", STAGES, List.of(indicator("research", 100, 99, 100))))
                .withMessage("the weights of stage GROWTH must sum to 100, found 99.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> indicator("research", -1, 0, 0))
                .withMessageContaining("found -1.0 for START_UP");
    }

    private static Vectors firm() {
        return Vectors.of("age", "research", "sales");
    }

    private static PointsIndicator indicator(String feature, double startUp, double growth, double mature) {
        return new PointsIndicator(
                new FeatureName(feature),
                Map.of(Stage.START_UP, startUp, Stage.GROWTH, growth, Stage.MATURE, mature),
                PERCENT);
    }
}
