package techflow.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static techflow.datasets.synthetic.LatentModel.LIQUIDITY;
import static techflow.datasets.synthetic.LatentModel.QUALITY;
import static techflow.datasets.synthetic.LatentModel.TECHNOLOGY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import techflow.datasets.synthetic.RandomStream.Purpose;

class HazardOutlookTest {
    private static final int FUTURES = 40_000;
    private static final int AGE = 100;

    @ParameterizedTest(name = "quality {0}, liquidity {1}, technology {2}")
    @CsvSource({"0, 0, 0", "1, 1, 1", "-1, -1, 0", "-2, -2, -1", "0, -2.5, 1", "1, -1, -2"})
    void the_closed_form_agrees_with_simulated_futures(double quality, double liquidity, double technology) {
        double[] state = state(quality, liquidity, technology);

        double pd = HazardOutlook.pd(state, 0.2, 1, AGE);

        double simulated = simulate(state);
        assertThat(pd).isCloseTo(simulated, within(0.0004 + 0.03 * simulated));
    }

    @Test
    void less_cash_means_a_higher_pd() {
        assertThat(HazardOutlook.pd(state(0, -1, 0), 0, 1, AGE))
                .isGreaterThan(1.5 * HazardOutlook.pd(state(0, 0, 0), 0, 1, AGE));
    }

    @Test
    void technology_protects_more_where_owners_paid_in_more() {
        double able = HazardOutlook.pd(state(0, 0, 1.5), 0, 1.5, AGE);
        double thin = HazardOutlook.pd(state(0, 0, 1.5), 0, 0.5, AGE);

        assertThat(able).isLessThan(thin);
    }

    @Test
    void young_firms_fail_more() {
        assertThat(HazardOutlook.pd(state(0, 0, 0), 0, 1, 3))
                .isGreaterThan(HazardOutlook.pd(state(0, 0, 0), 0, 1, AGE));
    }

    private static double[] state(double quality, double liquidity, double technology) {
        double[] state = new double[LatentModel.SIZE];
        state[QUALITY] = quality;
        state[LIQUIDITY] = liquidity;
        state[TECHNOLOGY] = technology;
        state[LatentModel.CYCLE] = -0.5;
        state[LatentModel.CYCLE_PHASE] = 0.3;
        return state;
    }

    /** The mean chance of default over simulated paths: the definition, spelt out. */
    private static double simulate(double[] start) {
        RandomStream random = RandomStream.of(new FirmSeed(5, 0, 0), Purpose.LATENT);
        double sum = 0;
        for (int i = 0; i < FUTURES; i++) {
            double[] state = start;
            double cumulated = 0;
            for (int k = 0; k < HazardOutlook.HORIZON; k++) {
                double[] next = new double[LatentModel.SIZE];
                for (int component = 0; component < LatentModel.SIZE; component++) {
                    next[component] = LatentModel.next(component, state, random);
                }
                state = next;
                cumulated += Math.exp(LatentModel.logHazard(state, 0.2 + LatentModel.stage(AGE + k + 1), 1));
            }
            sum -= Math.expm1(-cumulated);
        }
        return sum / FUTURES;
    }
}
