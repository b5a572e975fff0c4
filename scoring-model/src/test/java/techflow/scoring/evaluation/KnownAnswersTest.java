package techflow.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistics against published numbers, numbers worked out by hand, or a count so naive that it is plainly right. */
class KnownAnswersTest {
    private static final long SEED = 4;
    private static final List<Integer> PAPER_GRADES = List.of(100, 400, 300);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0.5,   0.09, 0.10, 0.23", "0.75, 0.17, 0.20, 0.46", "0.9, 0.29, 0.33, 0.76",
        "0.95,  0.37, 0.43, 0.99", "0.99, 0.57, 0.66, 1.52", "0.999, 0.86, 0.98, 2.28"
    })
    void pluto_and_tasche_without_defaults_gives_the_numbers_of_their_paper(
            double confidence, double a, double b, double c) {
        assertPercent(PlutoTasche.of(PAPER_GRADES, List.of(0, 0, 0), confidence), a, b, c);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0.5, 0.46, 0.52, 0.56", "0.75, 0.64, 0.73, 0.90", "0.9, 0.83, 0.95, 1.29", "0.95, 0.97, 1.10, 1.57"})
    void pluto_and_tasche_with_few_defaults_gives_the_numbers_of_their_paper(
            double confidence, double a, double b, double c) {
        assertPercent(PlutoTasche.of(PAPER_GRADES, List.of(0, 2, 1), confidence), a, b, c);
    }

    @Test
    void pluto_and_tasche_leaves_open_what_no_firm_tells() {
        PlutoTasche bounds = PlutoTasche.of(List.of(10, 0), List.of(0, 0), 0.5);
        assertThat(bounds.pds().get(0)).isBetween(0.06, 0.07);
        assertThat(bounds.pds().get(1)).isNaN();
        assertThat(PlutoTasche.of(List.of(3), List.of(3), 0.5).pds()).containsExactly(1.0);
        assertThatThrownBy(() -> PlutoTasche.of(List.of(3), List.of(3), 1)).hasMessageContaining("found 1.0");
    }

    @Test
    void the_binomial_test_is_the_sum_of_the_upper_tail() {
        // P(X >= 2), X ~ B(4, 0.1) = 1 - 0.9^4 - 4 * 0.1 * 0.9^3
        assertThat(TooManyDefaults.independent(4, 2, 0.1)).isCloseTo(1 - 0.6561 - 0.2916, within(1e-12));
        assertThat(TooManyDefaults.independent(4, 0, 0.1)).isOne();
        assertThat(TooManyDefaults.independent(0, 0, 0.1)).isOne();
        assertThatThrownBy(() -> TooManyDefaults.independent(1, 2, 0.1)).hasMessageContaining("found 2 of 1");
    }

    @Test
    void a_common_factor_keeps_the_mean_and_fattens_the_tail() {
        assertThat(TooManyDefaults.correlated(1, 1, 0.03, 0.2)).as("one firm").isCloseTo(0.03, within(1e-9));
        assertThat(TooManyDefaults.correlated(500, 15, 0.02, 0)).isEqualTo(TooManyDefaults.independent(500, 15, 0.02));
        assertThat(TooManyDefaults.correlated(500, 25, 0.02, 0.12))
                .isGreaterThan(100 * TooManyDefaults.independent(500, 25, 0.02));
    }

    @Test
    void with_ever_more_firms_the_correlated_test_becomes_vasiceks_formula() {
        double pd = 0.01;
        double rho = 0.12;
        double rate = 0.03;
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double beyond = normal.survivalProbability((Math.sqrt(1 - rho) * normal.inverseCumulativeProbability(rate)
                        - normal.inverseCumulativeProbability(pd))
                / Math.sqrt(rho));
        assertThat(TooManyDefaults.correlated(200_000, 6_000, pd, rho)).isCloseTo(beyond, within(2e-4));
    }

    @Test
    void hosmer_and_lemeshow_by_hand() {
        double[] pds = new double[40];
        boolean[] bads = new boolean[40];
        for (int i = 0; i < 40; i++) {
            pds[i] = i < 20 ? 0.1 : 0.4;
            bads[i] = i < 4 || i >= 34;
        }
        // 20 rows at 0.1 with 4 bads: 4 / 1.8; 20 rows at 0.4 with 6 bads: 4 / 4.8
        HosmerLemeshow test = HosmerLemeshow.of(new ScoredSample(pds, bads), 10);
        assertThat(test.groups()).as("ties are not parted").hasSize(2);
        assertThat(test.statistic()).isCloseTo(4 / 1.8 + 4 / 4.8, within(1e-12));
        assertThat(test.p())
                .as("chi-squared with 2 degrees: exp(-x/2)")
                .isCloseTo(Math.exp(-test.statistic() / 2), within(1e-12));
        assertThat(test.groups().get(1).observed().value()).isEqualTo(0.3);
    }

    @Test
    void hosmer_and_lemeshow_rejects_true_pds_about_one_time_in_twenty_and_doubled_ones_always() {
        Random random = new Random(SEED);
        int rejected = 0;
        for (int round = 0; round < 300; round++) {
            rejected += HosmerLemeshow.of(sample(random, 2_000, 1), 10).p() < 0.05 ? 1 : 0;
        }
        assertThat(rejected / 300.0).as("seed %d", SEED).isBetween(0.02, 0.10);
        assertThat(HosmerLemeshow.of(sample(random, 2_000, 2), 10).p()).isLessThan(1e-6);
    }

    @Test
    void concentration_by_hand() {
        Concentration even = Concentration.of(new long[] {25, 25, 25, 25});
        assertThat(even.hhi()).isEqualTo(0.25);
        assertThat(even.normalised()).isZero();
        Concentration one = Concentration.of(new long[] {0, 7, 0});
        assertThat(List.of(one.hhi(), one.normalised(), one.largestShare())).containsOnly(1.0);
        assertThat(Concentration.of(new long[] {60, 30, 10}).hhi()).isCloseTo(0.46, within(1e-12));
    }

    @Test
    void psi_by_hand() {
        Stability stability = Stability.of(new long[] {50, 50}, new long[] {60, 40});
        assertThat(stability.psi()).isCloseTo(0.1 * Math.log(1.2) - 0.1 * Math.log(0.8), within(1e-12));
        assertThat(stability.critical()).as("3.841 of chi-squared(1)").isCloseTo(3.841459 * 0.02, within(1e-6));
    }

    @Test
    void mid_ranks_share_the_mean_of_ties() {
        assertThat(AucPlacements.midRanks(new double[] {3, 1, 3, 2})).containsExactly(3.5, 1, 3.5, 2);
    }

    /** DeLong's variance by the definition: covariances of placements counted pair by pair. */
    @Test
    void two_aucs_are_compared_as_delong_defines_it() {
        Random random = new Random(SEED);
        ScoredSample first = sample(random, 60, 1);
        double[] others = IntStream.range(0, 60)
                .mapToDouble(i -> Math.clamp(first.pds()[i] + 0.2 * random.nextDouble(), 0.01, 0.99))
                .toArray();
        ScoredSample second = new ScoredSample(others, first.bads());
        double[][] bads = placements(first, second, true);
        double[][] goods = placements(first, second, false);
        double variance = covariance(bads, 0, 0) + covariance(bads, 1, 1) - 2 * covariance(bads, 0, 1);
        double goodsVariance = covariance(goods, 0, 0) + covariance(goods, 1, 1) - 2 * covariance(goods, 0, 1);
        double error = Math.sqrt(variance / bads[0].length + goodsVariance / goods[0].length);

        AucComparison found = AucComparison.paired(first, second);

        double difference =
                Discrimination.auc(first).value() - Discrimination.auc(second).value();
        assertThat(found.difference().value()).isCloseTo(difference, within(1e-12));
        assertThat(found.z()).as("seed %d", SEED).isCloseTo(difference / error, within(1e-9));
        assertThat(AucComparison.paired(first, first).p()).isOne();
    }

    @Test
    void an_auc_that_fell_is_seen_and_one_that_rose_is_no_decline() {
        Random random = new Random(SEED);
        ScoredSample sharp = sample(random, 4_000, 1);
        double[] blurred = sharp.pds().clone();
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] = Math.clamp(blurred[i] + 0.4 * random.nextDouble(), 0.001, 0.999);
        }
        AucComparison fell = AucComparison.independent(sharp, new ScoredSample(blurred, sharp.bads()));
        assertThat(fell.declineP()).isLessThan(0.01);
        assertThat(AucComparison.independent(new ScoredSample(blurred, sharp.bads()), sharp)
                        .declineP())
                .isGreaterThan(0.99);
    }

    private static void assertPercent(PlutoTasche bounds, double... percent) {
        for (int i = 0; i < percent.length; i++) {
            assertThat(100 * bounds.pds().get(i)).isCloseTo(percent[i], within(0.00501));
        }
    }

    /** PDs of which the true ones are the stated divided by {@code overstated}. */
    private static ScoredSample sample(Random random, int size, double overstated) {
        double[] pds = new double[size];
        boolean[] bads = new boolean[size];
        for (int i = 0; i < size; i++) {
            pds[i] = 1 / (1 + Math.exp(2.2 + random.nextGaussian()));
            bads[i] = i == 0 || (i > 1 && random.nextDouble() < pds[i] / overstated);
        }
        return new ScoredSample(pds, bads);
    }

    private static double[][] placements(ScoredSample first, ScoredSample second, boolean bad) {
        int[] own = IntStream.range(0, first.size())
                .filter(i -> first.bads()[i] == bad)
                .toArray();
        int[] others = IntStream.range(0, first.size())
                .filter(i -> first.bads()[i] != bad)
                .toArray();
        double[][] placed = new double[2][own.length];
        for (int i = 0; i < own.length; i++) {
            for (int other : others) {
                placed[0][i] += won(first, own[i], other, bad) / others.length;
                placed[1][i] += won(second, own[i], other, bad) / others.length;
            }
        }
        return placed;
    }

    private static double won(ScoredSample sample, int own, int other, boolean bad) {
        double lead = (sample.pds()[own] - sample.pds()[other]) * (bad ? 1 : -1);
        return lead > 0 ? 1 : lead == 0 ? 0.5 : 0;
    }

    private static double covariance(double[][] columns, int a, int b) {
        double meanA = java.util.Arrays.stream(columns[a]).average().orElseThrow();
        double meanB = java.util.Arrays.stream(columns[b]).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < columns[a].length; i++) {
            sum += (columns[a][i] - meanA) * (columns[b][i] - meanB);
        }
        return sum / (columns[a].length - 1);
    }
}
