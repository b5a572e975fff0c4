package techflow.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import techflow.scoring.engine.smile.SmileRegression;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.training.RegressionFitter;
import techflow.scoring.training.RegressionFitter.Fit;

/** What every {@link RegressionFitter} must do. */
public abstract class RegressionFitterKit {
    private static final long SEED = 7_2026;
    private static final List<String> NAMES = List.of("f1", "f10", "f2", "f3");
    private static final double[] TRUE_COEFFICIENTS = {1.2, 0.3, 0.8, 0};
    private static final double TRUE_INTERCEPT = 3.2;

    protected abstract RegressionFitter fitter();

    @Test
    void known_coefficients_are_recovered_in_the_order_of_the_names() {
        Data data = data(40_000);
        Fit fit = fitter().fit(NAMES, data.rows, data.bads, 1);
        assertThat(fit.intercept()).isCloseTo(TRUE_INTERCEPT, within(0.12));
        for (int i = 0; i < TRUE_COEFFICIENTS.length; i++) {
            assertThat(fit.coefficients().get(i))
                    .as("%s, seed %d", NAMES.get(i), SEED)
                    .isCloseTo(TRUE_COEFFICIENTS[i], within(0.12));
        }
    }

    @Test
    void the_gradient_of_the_penalised_likelihood_vanishes() {
        Data data = data(3_000);
        double l2 = 4;
        Fit fit = fitter().fit(NAMES, data.rows, data.bads, l2);
        double[] gradient = new double[NAMES.size() + 1];
        for (int row = 0; row < data.rows.length; row++) {
            double good = 1 / (1 + Math.exp(-fit.logOdds(data.rows[row])));
            double residual = (data.bads[row] ? 0 : 1) - good;
            for (int i = 0; i < NAMES.size(); i++) {
                gradient[i] += residual * data.rows[row][i];
            }
            gradient[NAMES.size()] += residual;
        }
        for (int i = 0; i < NAMES.size(); i++) {
            assertThat(gradient[i] - l2 * fit.coefficients().get(i))
                    .as(NAMES.get(i))
                    .isCloseTo(0, within(0.02));
        }
        assertThat(gradient[NAMES.size()]).as("intercept, not penalised").isCloseTo(0, within(0.02));
    }

    @Test
    void higher_log_odds_are_safer_whichever_outcome_comes_first() {
        double[][] rows = {{-1}, {-1}, {-1}, {1}, {1}, {1}, {1}};
        boolean[] badFirst = {true, true, false, false, false, false, true};
        boolean[] goodFirst = {false, true, true, false, false, true, false};
        assertThat(fitter().fit(List.of("x"), rows, badFirst, 0.1)
                        .coefficients()
                        .getFirst())
                .isPositive();
        assertThat(fitter().fit(List.of("x"), rows, goodFirst, 0.1)
                        .coefficients()
                        .getFirst())
                .isPositive();
    }

    @Test
    void the_same_data_give_the_same_model_to_the_last_bit() {
        Data data = data(2_000);
        assertThat(fitter().fit(NAMES, data.rows, data.bads, 1))
                .isEqualTo(fitter().fit(NAMES, data.rows, data.bads, 1));
    }

    @Test
    void all_adapters_agree() {
        Data data = data(5_000);
        Fit own = fitter().fit(NAMES, data.rows, data.bads, 2);
        for (RegressionFitter other : List.of(new TribuoRegression(), new SmileRegression())) {
            Fit fit = other.fit(NAMES, data.rows, data.bads, 2);
            assertThat(fit.intercept()).as(other.library().name()).isCloseTo(own.intercept(), within(1e-3));
            for (int i = 0; i < NAMES.size(); i++) {
                assertThat(fit.coefficients().get(i))
                        .isCloseTo(own.coefficients().get(i), within(1e-3));
            }
        }
    }

    @Test
    void more_shrinkage_gives_smaller_coefficients_but_the_same_level() {
        Data data = data(5_000);
        Fit light = fitter().fit(NAMES, data.rows, data.bads, 0.1);
        Fit strong = fitter().fit(NAMES, data.rows, data.bads, 1000);
        assertThat(strong.coefficients().getFirst())
                .isLessThan(0.7 * light.coefficients().getFirst());
        double observed = 0;
        double expected = 0;
        for (int row = 0; row < data.rows.length; row++) {
            observed += data.bads[row] ? 1 : 0;
            expected += 1 / (1 + Math.exp(strong.logOdds(data.rows[row])));
        }
        assertThat(expected).as("an unpenalised intercept keeps the mean").isCloseTo(observed, within(0.01 * observed));
    }

    @Test
    void a_row_of_weight_three_counts_like_three_rows_and_one_of_weight_zero_like_none() {
        Data data = data(1_200);
        double[] weights = new double[data.rows.length];
        List<double[]> repeated = new ArrayList<>();
        List<Boolean> outcomes = new ArrayList<>();
        for (int row = 0; row < weights.length; row++) {
            weights[row] = row % 4;
            for (int i = 0; i < row % 4; i++) {
                repeated.add(data.rows[row]);
                outcomes.add(data.bads[row]);
            }
        }
        boolean[] bads = new boolean[outcomes.size()];
        for (int i = 0; i < bads.length; i++) {
            bads[i] = outcomes.get(i);
        }
        Fit weighted = fitter().fit(NAMES, data.rows, data.bads, weights, 2);
        Fit counted = fitter().fit(NAMES, repeated.toArray(double[][]::new), bads, 2);
        assertThat(weighted.intercept()).isCloseTo(counted.intercept(), within(2e-3));
        for (int i = 0; i < NAMES.size(); i++) {
            assertThat(weighted.coefficients().get(i))
                    .as(NAMES.get(i))
                    .isCloseTo(counted.coefficients().get(i), within(2e-3));
        }
    }

    @Test
    void the_library_finds_the_auc_that_our_own_evaluation_finds() {
        Data data = data(3_000);
        Fit fit = fitter().fit(NAMES, data.rows, data.bads, 1);
        double[] logOdds = new double[data.rows.length];
        double[] pds = new double[logOdds.length];
        for (int row = 0; row < logOdds.length; row++) {
            logOdds[row] = Math.round(4 * fit.logOdds(data.rows[row])) / 4.0; // with ties
            pds[row] = 1 / (1 + Math.exp(logOdds[row]));
        }
        double own = Discrimination.auc(new ScoredSample(pds, data.bads)).value();
        fitter().auc(logOdds, data.bads)
                .ifPresent(auc -> assertThat(auc).isCloseTo(own, within(1e-9)).isGreaterThan(0.7));
    }

    @Test
    void the_training_run_is_told_for_the_manifest_and_the_same_each_time() {
        Data data = data(500);
        Fit fit = fitter().fit(NAMES, data.rows, data.bads, 1);
        assertThat(fit.provenance()).containsKey("trainer");
        assertThat(fitter().fit(NAMES, data.rows, data.bads, 1).provenance()).isEqualTo(fit.provenance());
    }

    @Test
    void a_column_of_zeros_gets_weight_zero() {
        double[][] rows = {{-1, 0}, {-1, 0}, {1, 0}, {1, 0}};
        Fit fit = fitter().fit(List.of("x", "nothing"), rows, new boolean[] {true, false, false, false}, 1);
        assertThat(fit.coefficients().get(1)).isZero();
    }

    @Test
    void what_the_contract_forbids_is_refused_by_name() {
        double[][] rows = {{1}, {2}};
        boolean[] both = {true, false};
        assertThatThrownBy(() -> fitter().fit(List.of("a", "a"), new double[][] {{1, 1}, {2, 2}}, both, 1))
                .hasMessageContaining("distinct names");
        assertThatThrownBy(() -> fitter().fit(List.of("a"), new double[][] {{1}, {Double.NaN}}, both, 1))
                .hasMessageContaining("row 1, a must be finite, found NaN");
        assertThatThrownBy(() -> fitter().fit(List.of("a"), new double[][] {{1}, {2, 3}}, both, 1))
                .hasMessageContaining("row 1 must have 1 numbers, found 2");
        assertThatThrownBy(() -> fitter().fit(List.of("a"), rows, new boolean[] {true, true}, 1))
                .hasMessageContaining("needs goods and bads");
        assertThatThrownBy(() -> fitter().fit(List.of("a"), rows, both, new double[] {1, -1}, 1))
                .hasMessageContaining("one finite weight of 0 or more per row");
        assertThatThrownBy(() -> fitter().fit(List.of("a"), rows, both, new double[] {1, 0}, 1))
                .hasMessageContaining("needs goods and bads");
        assertThatThrownBy(() -> fitter().fit(List.of("a"), rows, both, 0)).hasMessageContaining("l2 above 0");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Data(double[][] rows, boolean[] bads) {}

    private static Data data(int size) {
        Random random = new Random(SEED);
        double[][] rows = new double[size][NAMES.size()];
        boolean[] bads = new boolean[size];
        for (int row = 0; row < size; row++) {
            double logOdds = TRUE_INTERCEPT;
            for (int i = 0; i < NAMES.size(); i++) {
                rows[row][i] = random.nextInt(4) == 0 ? 0 : random.nextGaussian();
                logOdds += TRUE_COEFFICIENTS[i] * rows[row][i];
            }
            bads[row] = random.nextDouble() < 1 / (1 + Math.exp(logOdds));
        }
        return new Data(rows, bads);
    }
}
