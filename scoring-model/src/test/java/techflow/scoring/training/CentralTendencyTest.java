package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import techflow.scoring.model.Calibrator;
import techflow.scoring.score.ProbabilityOfDefault;

class CentralTendencyTest {
    private static final CentralTendency CYCLE = new CentralTendency(0.02, 0.035, "2016-2025, made up");

    @Test
    void a_firm_at_the_sample_rate_comes_to_the_central_rate_and_the_slope_stays() {
        Calibrator before = new Calibrator(0.3, 0.9);
        Calibrator after = CYCLE.adjust(before);
        double raw = (new ProbabilityOfDefault(0.02).logOdds() - 0.3) / 0.9;
        assertThat(ProbabilityOfDefault.ofLogOdds(after.calibrate(raw)).value()).isCloseTo(0.035, within(1e-12));
        assertThat(after.slope()).isEqualTo(0.9);
    }

    @Test
    void the_shift_is_the_log_of_the_ratio_of_odds() {
        assertThat(CYCLE.shift()).isCloseTo(Math.log(0.965 / 0.035 * 0.02 / 0.98), within(1e-12));
        assertThat(new CentralTendency(0.02, 0.02, "none").shift()).isZero();
    }

    @Test
    void it_is_recorded_with_its_source() {
        assertThat(CYCLE.asTexts())
                .containsEntry("centralTendency.centralRate", "0.035")
                .containsEntry("centralTendency.source", "2016-2025, made up");
    }

    @Test
    void a_rate_outside_0_to_1_or_without_source_is_refused() {
        assertThatThrownBy(() -> new CentralTendency(0, 0.02, "x"))
                .hasMessageContaining("sample")
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> new CentralTendency(0.02, 1, "x")).hasMessageContaining("central");
        assertThatThrownBy(() -> new CentralTendency(0.02, 0.03, " ")).hasMessageContaining("source");
    }
}
