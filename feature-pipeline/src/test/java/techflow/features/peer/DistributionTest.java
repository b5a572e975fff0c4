package techflow.features.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final long SEED = 97;

    private final Random random = new Random(SEED);

    @Test
    void a_small_group_tells_the_mid_rank_exactly() {
        for (int round = 0; round < 300; round++) {
            double[] values = draw(1 + random.nextInt(100), 1 + random.nextInt(60));
            Distribution distribution = Distribution.of(values);
            for (double asked : askedAbout(values)) {
                assertThat(distribution.percentile(asked))
                        .as("seed %d, round %d, %s in %s", SEED, round, asked, Arrays.toString(values))
                        .isEqualTo(counted(values, asked));
            }
        }
    }

    @Test
    void a_large_group_is_kept_short_and_errs_by_less_than_one_in_a_hundred() {
        for (int round = 0; round < 40; round++) {
            double[] values = draw(102 + random.nextInt(2_000), 100 + random.nextInt(20_000));
            Distribution distribution = Distribution.of(values);
            assertThat(distribution.knots()).isLessThanOrEqualTo(Distribution.KNOTS);
            assertThat(distribution.count()).isEqualTo(values.length);
            double worst = Arrays.stream(askedAbout(values))
                    .map(asked -> Math.abs(distribution.percentile(asked) - counted(values, asked)))
                    .max()
                    .orElseThrow();
            assertThat(worst).as("seed %d, round %d", SEED, round).isLessThan(0.01);
        }
    }

    @Test
    void a_higher_value_never_ranks_lower() {
        double[] values = draw(3_000, 2_000);
        Distribution distribution = Distribution.of(values);
        double[] asked = DoubleStream.generate(() -> random.nextGaussian() * 700)
                .limit(2_000)
                .sorted()
                .toArray();
        double[] ranks = Arrays.stream(asked).map(distribution::percentile).toArray();
        assertThat(ranks).as("seed " + SEED).isSorted();
        assertThat(Arrays.stream(ranks).distinct().count()).isGreaterThan(500);
    }

    @Test
    void all_equal_values_rank_in_the_middle_and_what_lies_outside_at_the_ends() {
        Distribution distribution = Distribution.of(new double[] {7, 7, 7, 7});
        assertThat(distribution.percentile(7)).isEqualTo(0.5);
        assertThat(distribution.percentile(6.9)).isZero();
        assertThat(distribution.percentile(7.1)).isOne();
    }

    @Test
    void huge_values_stay_finite() {
        double[] values =
                DoubleStream.iterate(-1e308, value -> value + 1e306).limit(201).toArray();
        assertThat(Distribution.of(values).percentile(3.3e305)).isBetween(0.0, 1.0);
    }

    @Test
    void values_that_do_not_ascend_or_have_no_count_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Distribution(new double[] {2, 1}, new int[] {0, 1}, new int[] {1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Distribution(new double[] {1, 2}, new int[] {0, 1}, new int[] {1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Distribution(new double[0], new int[0], new int[0]));
    }

    /** Values with ties: one of some numbers each. */
    private double[] draw(int count, int distinct) {
        return DoubleStream.generate(() -> Math.rint(random.nextGaussian() * distinct) / 3 + 0.0) // no -0.0
                .limit(count)
                .sorted()
                .toArray();
    }

    private double[] askedAbout(double[] values) {
        DoubleStream between = DoubleStream.generate(() -> random.nextGaussian() * values.length)
                .limit(50);
        return DoubleStream.concat(Arrays.stream(values), between).toArray();
    }

    private static double counted(double[] values, double asked) {
        double below = Arrays.stream(values).filter(value -> value < asked).count();
        double equal = Arrays.stream(values).filter(value -> value == asked).count();
        return (below + equal / 2) / values.length;
    }
}
