package techflow.scoring.validation.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.validation.gate.GateVerdicts.Row;
import techflow.scoring.validation.gate.GateVerdicts.Verdict;

class GateVerdictsTest {
    private static final GatesFile FILE = new GatesFile(
            "test",
            0.12,
            0.75,
            List.of(
                    new Gate(Figure.AUC, OptionalDouble.of(0.7), OptionalDouble.empty(), true),
                    new Gate(Figure.SCORE_PSI, OptionalDouble.empty(), OptionalDouble.of(1), false),
                    new Gate(Figure.KS, OptionalDouble.of(0.2), OptionalDouble.of(0.9), true)));

    @Test
    void limits_belong_to_what_passes() {
        assertThat(verdicts(Map.of(Figure.AUC, 0.7, Figure.SCORE_PSI, 1.0, Figure.KS, 0.9))
                        .passed())
                .isTrue();
        assertThat(verdicts(Map.of(Figure.AUC, 0.6999, Figure.SCORE_PSI, 1.0, Figure.KS, 0.9))
                        .failed())
                .extracting(row -> row.gate().figure())
                .containsExactly(Figure.AUC);
    }

    @Test
    void a_figure_that_is_not_there_or_not_a_number_never_passes() {
        GateVerdicts found = verdicts(Map.of(Figure.KS, Double.NaN));
        assertThat(found.rows())
                .extracting(Row::verdict)
                .containsExactly(Verdict.FAILED, Verdict.NOT_ASSESSED, Verdict.FAILED);
    }

    @Test
    void a_failed_gate_that_somebody_else_answers_for_may_be_promoted_but_has_not_passed() {
        Map<Figure, Double> figures = Map.of(Figure.AUC, 0.6, Figure.KS, 0.5);
        GateVerdicts alone = verdicts(figures);
        assertThat(alone.promotable()).isFalse();
        GateVerdicts answered = GateVerdicts.of(
                FILE, figures, List.of(new GateOverride(Figure.AUC, "risk", "small sample")), "trainer");
        assertThat(answered.passed()).isFalse();
        assertThat(answered.promotable()).isTrue();
    }

    @Test
    void the_trainer_cannot_override_nor_can_anybody_a_gate_that_passed_or_twice() {
        List<GateOverride> overrides = List.of(
                new GateOverride(Figure.AUC, "trainer", "it is fine"),
                new GateOverride(Figure.KS, "risk", "why not"),
                new GateOverride(Figure.KS, "risk", "again"));
        assertThatThrownBy(() -> GateVerdicts.of(FILE, Map.of(Figure.AUC, 0.6, Figure.KS, 0.5), overrides, "trainer"))
                .isInstanceOfSatisfying(
                        RecordFault.class,
                        fault -> assertThat(fault.violations())
                                .extracting(Violation::rule)
                                .containsExactly(
                                        "must not be overridden by the trainer",
                                        "must be a gate that failed, overridden once",
                                        "must be a gate that failed, overridden once"));
        assertThatThrownBy(() -> new GateOverride(Figure.AUC, " ", "x")).hasMessageContaining("a person and a reason");
    }

    private static GateVerdicts verdicts(Map<Figure, Double> figures) {
        return GateVerdicts.of(FILE, figures, List.of(), "trainer");
    }
}
