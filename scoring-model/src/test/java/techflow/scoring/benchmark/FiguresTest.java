package techflow.scoring.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import techflow.scoring.evaluation.ScoredSample;

class FiguresTest {
    private static final long SEED = 5;

    @Test
    void figures_of_four_rows_are_those_of_the_back_of_an_envelope() {
        Figures figures = Figures.of(
                new ScoredSample(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true}));
        assertThat(figures.auc()).isEqualTo(0.75);
        assertThat(figures.ks()).isEqualTo(0.5);
        assertThat(figures.brier()).isCloseTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, within(1e-12));
        assertThat(figures.logLoss())
                .isCloseTo(-(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, within(1e-12));
    }

    @Test
    void tied_pds_do_not_part_anything() {
        Figures figures = Figures.of(
                new ScoredSample(new double[] {0.3, 0.3, 0.3, 0.3}, new boolean[] {true, false, true, false}));
        assertThat(figures.auc()).isEqualTo(0.5);
        assertThat(figures.ks()).isZero();
    }

    @Test
    void true_pds_have_a_small_calibration_error_and_shifted_ones_the_shift() {
        Random random = new Random(SEED);
        double[] pds = new double[40_000];
        double[] shifted = new double[pds.length];
        boolean[] bads = new boolean[pds.length];
        for (int row = 0; row < pds.length; row++) {
            pds[row] = 0.05 + 0.5 * random.nextDouble();
            shifted[row] = pds[row] + 0.1;
            bads[row] = random.nextDouble() < pds[row];
        }
        assertThat(Figures.of(new ScoredSample(pds, bads)).calibrationError())
                .as("seed %d", SEED)
                .isLessThan(0.01);
        assertThat(Figures.of(new ScoredSample(shifted, bads)).calibrationError())
                .as("seed %d", SEED)
                .isCloseTo(0.1, within(0.01));
    }
}
