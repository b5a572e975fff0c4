package techflow.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import techflow.problem.ModelFault;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.GradeScale;
import techflow.scoring.score.ScoreScale;

class EvaluationTest {
    private static final long SEED = 99;
    private static final GradeScale GRADES = GradeScale.standard(ScoreScale.STANDARD);

    @Test
    void auc_and_ks_equal_the_count_over_all_pairs_ties_one_half() {
        Random random = new Random(SEED);
        for (int round = 0; round < 50; round++) {
            ScoredSample sample = sample(random, 60, 12);
            double pairs = 0;
            double won = 0;
            for (int i = 0; i < sample.size(); i++) {
                for (int j = 0; j < sample.size(); j++) {
                    if (sample.bads()[i] && !sample.bads()[j]) {
                        pairs++;
                        won += sample.pds()[i] > sample.pds()[j] ? 1 : sample.pds()[i] == sample.pds()[j] ? 0.5 : 0;
                    }
                }
            }
            assertThat(Discrimination.auc(sample).value()).as("seed %d", SEED).isCloseTo(won / pairs, within(1e-12));
            double most = 0;
            for (double cut : sample.pds()) {
                most = Math.max(most, Math.abs(shareUpTo(sample, cut, true) - shareUpTo(sample, cut, false)));
            }
            assertThat(new Bootstrap(sample).figures(100, 1).ks().value()).isCloseTo(most, within(1e-12));
        }
    }

    @Test
    void delong_interval_holds_the_true_auc_about_nineteen_times_in_twenty() {
        Random random = new Random(SEED);
        double truth = Discrimination.auc(normal(random, 40_000)).value();
        int covered = 0;
        for (int round = 0; round < 400; round++) {
            Estimate auc = Discrimination.auc(normal(random, 300));
            covered += auc.low() <= truth && truth <= auc.high() ? 1 : 0;
        }
        assertThat(covered / 400.0).as("seed %d", SEED).isBetween(0.91, 0.98);
    }

    @Test
    void brier_and_log_loss_are_the_textbook_means() {
        ScoredSample sample = new ScoredSample(new double[] {0.1, 0.4, 0.8}, new boolean[] {false, true, true});
        Bootstrap.Figures figures = new Bootstrap(sample).figures(100, 1);
        assertThat(figures.brier().value()).isCloseTo((0.01 + 0.36 + 0.04) / 3, within(1e-12));
        assertThat(figures.logLoss().value())
                .isCloseTo(-(Math.log(0.9) + Math.log(0.4) + Math.log(0.8)) / 3, within(1e-12));
        assertThat(figures.brier().low()).isLessThanOrEqualTo(figures.brier().value());
    }

    @Test
    void calibration_with_ties_returns_the_observed_rates() {
        double[] x = new double[1_000];
        boolean[] bads = new boolean[1_000];
        for (int i = 0; i < 1_000; i++) {
            x[i] = i < 600 ? 3 : 1;
            bads[i] = i < 600 ? i < 30 : i < 680;
        }
        LogisticLine line = LogisticLine.fit(x, bads);
        assertThat(pd(line, 3)).isCloseTo(30.0 / 600, within(1e-10));
        assertThat(pd(line, 1)).isCloseTo(80.0 / 400, within(1e-10));
    }

    @Test
    void eight_levels_of_a_thousand_tied_scores_return_their_rates_in_the_mean_and_nearly_each() {
        Random random = new Random(SEED);
        double[] x = new double[8_000];
        boolean[] bads = new boolean[8_000];
        int[] observed = new int[8];
        for (int i = 0; i < 8_000; i++) {
            x[i] = i % 8 * 0.5;
            bads[i] = random.nextDouble() < 1 / (1 + Math.exp(0.5 + 0.9 * x[i]));
            observed[i % 8] += bads[i] ? 1 : 0;
        }
        LogisticLine line = LogisticLine.fit(x, bads);
        double expected = 0;
        int all = 0;
        for (int level = 0; level < 8; level++) {
            assertThat(pd(line, level * 0.5))
                    .as("level %d, seed %d", level, SEED)
                    .isCloseTo(observed[level] / 1000.0, within(0.03));
            expected += 1000 * pd(line, level * 0.5);
            all += observed[level];
        }
        assertThat(expected).isCloseTo(all, within(1e-6));
    }

    @Test
    void a_line_that_cannot_be_fitted_is_refused() {
        double[] x = {1, 2, 3, 4};
        assertThatThrownBy(() -> LogisticLine.fit(x, new boolean[] {true, true, false, false}))
                .hasMessageContaining("cannot be fitted");
        assertThatThrownBy(() -> LogisticLine.fit(x, new boolean[4])).hasMessageContaining("found 0 bads in 4");
        assertThatThrownBy(() -> LogisticLine.fit(new double[] {2, 2}, new boolean[] {true, false}))
                .hasMessageContaining("do not vary");
    }

    @Test
    void jeffreys_interval_and_p_value_are_those_of_the_beta_distribution() {
        GradeRow row = new GradeRow(CreditGrade.R5, 500, 10, 0.01);
        assertThat(row.observed().low()).isCloseTo(0.0103, within(0.0002));
        assertThat(row.observed().high()).isCloseTo(0.0354, within(0.0004));
        assertThat(row.underestimationP()).as("2 %% seen, 1 %% said").isLessThan(0.05);
        assertThat(new GradeRow(CreditGrade.R1, 30, 0, 0.001).observed().low()).isZero();
    }

    @Test
    void true_pds_pass_the_calibration_tests_and_doubled_ones_fail() {
        Random random = new Random(SEED);
        ScoredSample fair = normal(random, 20_000);
        CalibrationTests tests = CalibrationTests.of(fair, GRADES);
        assertThat(tests.line().slope()).isCloseTo(1, within(0.1));
        assertThat(Math.abs(tests.spiegelhalterZ())).isLessThan(3);
        assertThat(tests.grades().stream().mapToInt(GradeRow::rows).sum()).isEqualTo(20_000);
        double[] doubled = fair.pds().clone();
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = Math.min(0.99, 2 * doubled[i]);
        }
        EvaluationReport wrong = evaluate(new ScoredSample(doubled, fair.bads()));
        assertThat(PromotionGates.STANDARD.passed(wrong)).isFalse();
        assertThat(PromotionGates.STANDARD.check(wrong))
                .anySatisfy(gate -> assertThat(gate.describe()).startsWith("FAIL level"));
        assertThat(PromotionGates.STANDARD.passed(evaluate(fair))).isTrue();
    }

    @Test
    void psi_knows_the_sample_sizes() {
        long[] reference = {100, 300, 400, 200};
        assertThat(Stability.of(reference, reference).psi()).isZero();
        Stability small = Stability.of(reference, new long[] {14, 30, 38, 18});
        assertThat(small.shifted()).as("a hundred rows prove nothing").isFalse();
        Stability large = Stability.of(reference, new long[] {14_000, 30_000, 38_000, 18_000});
        assertThat(large.psi()).isCloseTo(small.psi(), within(1e-12));
        assertThat(large.shifted()).isTrue();
        assertThat(Stability.of(reference, new long[] {0, 300, 400, 200}).psi()).isFinite();
    }

    @Test
    void a_small_sample_says_how_little_it_proves() {
        EvaluationReport report = evaluate(normal(new Random(SEED), 123));
        assertThat(report.markdown()).contains("Small sample", "样本很小", "| AUC | 0.", "| R10 |");
        assertThat(report.markdown()).doesNotContain("Synthetic data");
        assertThat(evaluate(normal(new Random(SEED), 5_000)).markdown()).doesNotContain("Small sample");
    }

    @Test
    void a_sample_without_bads_is_refused() {
        ScoredSample goods = new ScoredSample(new double[] {0.1, 0.2}, new boolean[2]);
        assertThatThrownBy(() -> evaluate(goods))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("found 0 bads in 2");
    }

    private static EvaluationReport evaluate(ScoredSample sample) {
        return new Evaluation(GRADES, 100, 1).evaluate("test", false, sample, Optional.empty(), Optional.of(sample));
    }

    private static double pd(LogisticLine line, double x) {
        return 1 / (1 + Math.exp(line.intercept() + line.slope() * x));
    }

    private static double shareUpTo(ScoredSample sample, double cut, boolean bad) {
        double below = 0;
        double all = 0;
        for (int i = 0; i < sample.size(); i++) {
            if (sample.bads()[i] == bad) {
                all++;
                below += sample.pds()[i] <= cut ? 1 : 0;
            }
        }
        return below / all;
    }

    /** Tied PDs, both outcomes. */
    private static ScoredSample sample(Random random, int size, int levels) {
        double[] pds = new double[size];
        boolean[] bads = new boolean[size];
        for (int i = 0; i < size; i++) {
            pds[i] = (1 + random.nextInt(levels)) / (levels + 2.0);
            bads[i] = i == 0 || (i > 1 && random.nextDouble() < pds[i]);
        }
        return new ScoredSample(pds, bads);
    }

    /** PDs that are true. */
    private static ScoredSample normal(Random random, int size) {
        double[] pds = new double[size];
        boolean[] bads = new boolean[size];
        for (int i = 0; i < size; i++) {
            pds[i] = 1 / (1 + Math.exp(2.2 + 1.2 * random.nextGaussian()));
            bads[i] = random.nextDouble() < pds[i];
        }
        return new ScoredSample(pds, bads);
    }
}
