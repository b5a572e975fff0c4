package techflow.scoring.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.scoring.model.PdUncertainty;
import techflow.scoring.score.PdInterval;

class UncertaintyJsonTest {
    private static final PdUncertainty THREE = new PdUncertainty(
            List.of(List.of(-1.0, 1.0)),
            List.of(List.of(-0.5, 0.0, 0.1), List.of(0.0, 0.0, 0.0), List.of(0.5, 0.0, -0.1)),
            0.5);

    @Test
    void replicates_go_round_to_the_last_bit() {
        String text = Json.write(UncertaintyJson.write(THREE));
        assertThat(text).startsWith("{\"level\":0.5,\"knots\":[[-1.0,1.0]],\"replicates\":[[-0.5,0.0,0.1],");
        assertThat(UncertaintyJson.read(Json.read(text))).isEqualTo(THREE);
    }

    @Test
    void the_interval_is_the_middle_of_the_moved_log_odds() {
        // log-odds 2 moved by -0.5 + 0.1, 0, 0.5 - 0.1: quartiles 1.8 and 2.2
        PdInterval interval = THREE.interval(2, new double[] {1});
        assertThat(interval.high()).isCloseTo(1 / (1 + Math.exp(1.8)), within(1e-12));
        assertThat(interval.low()).isCloseTo(1 / (1 + Math.exp(2.2)), within(1e-12));
        assertThat(THREE.interval(2, new double[] {9}))
                .as("level beyond the last knot")
                .isEqualTo(interval);
        assertThat(THREE.interval(2, new double[] {0}).high())
                .as("half way between the knots")
                .isCloseTo(1 / (1 + Math.exp(1.775)), within(1e-12));
    }

    @Test
    void replicates_of_two_lengths_and_foreign_terms_are_refused() {
        assertThatThrownBy(
                        () -> new PdUncertainty(List.of(List.of(1.0)), List.of(List.of(0.0, 0.0), List.of(0.0)), 0.9))
                .hasMessageContaining("[2, 1]");
        assertThatThrownBy(() -> THREE.interval(2, new double[2])).hasMessageContaining("found 2");
    }
}
