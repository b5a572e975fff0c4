package techflow.scoring.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureName;
import techflow.scoring.technology.WarningRule.Warning;

class WarningRuleTest {
    private static final WarningRule CIRCLE = new WarningRule(
            "W-CIRCLE",
            List.of(new Condition(new FeatureName("circle"), 0.3, Double.POSITIVE_INFINITY)),
            "发票回流",
            "invoices circle");
    private static final WarningRule BOTH = new WarningRule(
            "W-BOTH",
            List.of(
                    new Condition(new FeatureName("circle"), 0.3, Double.POSITIVE_INFINITY),
                    new Condition(new FeatureName("burst"), 2, Double.POSITIVE_INFINITY)),
            "两者",
            "both");

    @Test
    void a_warning_is_told_when_all_its_conditions_hold_and_never_for_a_missing_value() {
        assertThat(warnings(Vectors.of("circle", "burst").with("circle", 0.3)))
                .containsExactly(new Warning("W-CIRCLE", "发票回流", "invoices circle"));
        assertThat(warnings(Vectors.of("circle", "burst").with("circle", 0.3).with("burst", 2)))
                .extracting(Warning::code)
                .containsExactly("W-CIRCLE", "W-BOTH");
        assertThat(warnings(Vectors.of("circle", "burst").with("circle", 0.2999)))
                .isEmpty();
        assertThat(warnings(Vectors.of("circle", "burst"))).isEmpty();
    }

    @Test
    void a_rule_needs_a_code_a_condition_and_both_texts() {
        assertThatThrownBy(() -> new WarningRule("circle", CIRCLE.when(), "中", "en"))
                .hasMessageContaining("found \"circle\"");
        assertThatThrownBy(() -> new WarningRule("W-A", List.of(), "中", "en")).hasMessageContaining("0 conditions");
        assertThatThrownBy(() -> new WarningRule("W-A", CIRCLE.when(), " ", "en"))
                .hasMessageContaining("in Chinese and in English");
    }

    private static List<Warning> warnings(Vectors vectors) {
        return WarningRule.warnings(List.of(CIRCLE, BOTH), vectors.vector());
    }
}
