package techflow.scoring.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.validation.gate.Figure;
import techflow.scoring.validation.gate.Gate;
import techflow.scoring.validation.gate.GatesFile;

class GatesReaderTest {
    private static final String GOOD = """
            name: bank-1
            assetCorrelation: 0.15
            lowDefaultConfidence: 0.9
            gates:
              - { figure: auc, least: 0.7, required: true }
              - { figure: calibration_slope, least: 0.8, greatest: 1.25 }
            """;

    @Test
    void the_shipped_gates_demand_discrimination_calibration_and_a_sound_implementation() {
        GatesFile shipped = GatesReader.shipped();
        assertThat(shipped.version()).matches("techflow-standard-2-[0-9a-f]{12}");
        assertThat(shipped.gates())
                .filteredOn(Gate::required)
                .extracting(Gate::figure)
                .contains(
                        Figure.AUC,
                        Figure.CALIBRATION_SLOPE,
                        Figure.CALIBRATION_P,
                        Figure.GRADES_TOO_LOW,
                        Figure.MONOTONICITY_VIOLATIONS,
                        Figure.VERIFICATION_FAILURES,
                        Figure.TRAINER_PARITY);
    }

    @Test
    void a_file_is_read_as_it_stands() {
        GatesFile file = GatesReader.read(GOOD);
        assertThat(file.assetCorrelation()).isEqualTo(0.15);
        assertThat(file.lowDefaultConfidence()).isEqualTo(0.9);
        assertThat(file.gates()).extracting(Gate::limit).containsExactly("≥ 0.7", "0.8 – 1.25");
        assertThat(file.gates()).extracting(Gate::required).containsExactly(true, false);
        assertThat(GatesReader.read(GOOD.replace("0.7", "0.71")).version()).isNotEqualTo(file.version());
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        String broken = """
                name: bank-1
                assetCorrelation: high
                gates:
                  - { figure: aucc, least: 0.7 }
                  - { figure: ks }
                  - { figure: auc, least: 0.9, greatest: 0.1 }
                  - { figure: brier, most: 1 }
                """;
        assertThatThrownBy(() -> GatesReader.read(broken))
                .isInstanceOfSatisfying(
                        ModelFault.class, fault -> assertThat(fault.code()).isEqualTo(ProblemCode.SETTING_INVALID))
                .hasMessageContaining("assetCorrelation: must be a finite number")
                .hasMessageContaining("lowDefaultConfidence: must be given")
                .hasMessageContaining("gates[0].figure: must be one of [bads, auc")
                .hasMessageContaining("gates[1]: a gate needs a least or a greatest value")
                .hasMessageContaining("gates[2]: least must not exceed greatest")
                .hasMessageContaining("gates[3].most: must be one of figure, least, greatest, required");
    }

    @Test
    void a_figure_named_twice_and_text_that_is_no_yaml_are_refused() {
        assertThatThrownBy(() -> GatesReader.read(GOOD.replace("calibration_slope", "auc")))
                .hasMessageContaining("each figure once, found [auc, auc]");
        assertThatThrownBy(() -> GatesReader.read("gates: [")).hasMessageContaining("not YAML");
    }

    @Test
    void every_figure_has_a_word_of_its_own_and_two_names() {
        assertThat(Arrays.stream(Figure.values()).map(Figure::word)).doesNotHaveDuplicates();
        assertThat(Figure.of("auc_low")).contains(Figure.AUC_LOW);
        assertThat(Figure.of("AUC")).isEmpty();
        assertThat(Figure.values()).allSatisfy(figure -> {
            assertThat(figure.chinese()).isNotBlank();
            assertThat(figure.english()).isNotBlank();
        });
    }
}
