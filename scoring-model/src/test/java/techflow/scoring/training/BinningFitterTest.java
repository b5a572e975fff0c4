package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.snapshot.AsOf;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.TrainingSettings.BinningSettings;

class BinningFitterTest {
    private static final long SEED = 17;
    private static final BinningFitter FITTER = new BinningFitter(BinningSettings.STANDARD);

    @Test
    void weights_strictly_follow_the_declared_direction_whatever_the_data_say() {
        Random random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            double slope = random.nextGaussian();
            double spikes = random.nextDouble();
            TrainingSet set = set(random, 800, slope, spikes, 0.1);
            for (Direction direction : List.of(Direction.SAFER_WHEN_HIGHER, Direction.RISKIER_WHEN_HIGHER)) {
                FITTER.fit(set, 0, direction).ifPresent(binning -> {
                    int sign = direction == Direction.SAFER_WHEN_HIGHER ? 1 : -1;
                    for (int i = 1; i < binning.bins().size(); i++) {
                        assertThat(sign
                                        * (binning.bins().get(i).woe()
                                                - binning.bins().get(i - 1).woe()))
                                .as("seed %d, slope %s", SEED, slope)
                                .isPositive();
                    }
                });
            }
        }
    }

    @Test
    void every_row_is_counted_once_and_bins_are_large_enough() {
        TrainingSet set = set(new Random(SEED), 4_000, 1, 0.3, 0.1);
        Binning binning = FITTER.fit(set, 0, Direction.SAFER_WHEN_HIGHER).orElseThrow();
        long rows = binning.missing().counts().total();
        for (Bin bin : binning.bins()) {
            rows += bin.counts().total();
            assertThat(bin.counts().bad()).isGreaterThanOrEqualTo(5);
            assertThat(bin.counts().total() >= 200 || bin.counts().bad() >= 30).isTrue();
        }
        assertThat(rows).isEqualTo(4_000);
        assertThat(binning.bins()).hasSizeBetween(3, 6);
        assertThat(FittedBinning.of(binning).informationValue()).isGreaterThan(0.1);
    }

    @Test
    void counts_in_the_bins_are_those_that_serving_would_find() {
        TrainingSet set = set(new Random(SEED), 2_000, 1, 0.3, 0.1);
        Binning binning = FITTER.fit(set, 0, Direction.SAFER_WHEN_HIGHER).orElseThrow();
        for (Bin bin : binning.bins()) {
            long served = IntStream.range(0, set.size())
                    .filter(row -> binning.bin(set.value(row, 0)).equals(bin))
                    .count();
            assertThat(served).isEqualTo(bin.counts().total());
        }
    }

    @Test
    void a_direction_that_the_data_contradict_leaves_one_bin_and_no_weight() {
        TrainingSet set = set(new Random(SEED), 4_000, -1.5, 0, 0);
        assertThat(FITTER.fit(set, 0, Direction.SAFER_WHEN_HIGHER)).isEmpty();
    }

    @Test
    void missing_that_looks_safest_is_held_down_to_the_best_known_bin() {
        TrainingSet.Builder builder = TrainingSet.of(SmallWorld.SCHEMA);
        Random random = new Random(SEED);
        for (int row = 0; row < 2_000; row++) {
            boolean missing = row % 4 == 0;
            double x = random.nextGaussian();
            boolean bad = !missing && random.nextDouble() < 1 / (1 + Math.exp(1 + x));
            builder.add(vector(row, missing ? SmallWorld.missing() : FeatureValue.of(x)), bad);
        }
        Binning binning =
                FITTER.fit(builder.build(), 0, Direction.SAFER_WHEN_HIGHER).orElseThrow();
        assertThat(binning.missing().woe())
                .isEqualTo(binning.bins().stream().mapToDouble(Bin::woe).max().orElseThrow());
    }

    @Test
    void few_missing_rows_weigh_nothing() {
        TrainingSet set = set(new Random(SEED), 2_000, 1, 0, 0.02);
        Binning binning = FITTER.fit(set, 0, Direction.SAFER_WHEN_HIGHER).orElseThrow();
        assertThat(binning.missing().counts().total()).isBetween(1L, 99L);
        assertThat(binning.missing().woe()).isZero();
    }

    @Test
    void a_special_code_and_a_reason_that_behaves_unlike_the_others_have_bins_of_their_own() {
        TrainingSet.Builder builder = TrainingSet.of(SmallWorld.SCHEMA);
        Random random = new Random(SEED);
        for (int row = 0; row < 4_000; row++) {
            double x = random.nextGaussian();
            FeatureValue value = switch (row % 5) {
                case 0 -> FeatureValue.of(-99);
                case 1 -> FeatureValue.missing(MissingReason.NOT_DISCLOSED);
                case 2 -> FeatureValue.missing(MissingReason.NO_DATA);
                default -> FeatureValue.of(x);
            };
            double rate = switch (row % 5) {
                case 0 -> 0.02;
                case 1 -> 0.5;
                case 2 -> 0.2;
                default -> 1 / (1 + Math.exp(1.5 + x));
            };
            builder.add(vector(row, value), random.nextDouble() < rate);
        }
        FeatureValue code = FeatureValue.of(-99);
        Binning binning = FITTER.fit(
                        builder.build(), new Candidate(SmallWorld.CASH, Direction.SAFER_WHEN_HIGHER, List.of(code)))
                .orElseThrow();
        FeatureValue hidden = FeatureValue.missing(MissingReason.NOT_DISCLOSED);
        FeatureValue unknown = FeatureValue.missing(MissingReason.NO_DATA);
        assertThat(binning.bin(code).counts().total()).isEqualTo(800);
        assertThat(binning.woe(code)).isGreaterThan(binning.woe(FeatureValue.of(-99.5)));
        assertThat(binning.woe(hidden)).isLessThan(binning.woe(unknown) - 0.8);
        assertThat(binning.all().stream().mapToLong(bin -> bin.counts().total()).sum())
                .isEqualTo(4_000);
        assertThat(binning.woe(SmallWorld.missing())).isEqualTo(binning.woe(hidden));
        assertThat(binning.bin(FeatureValue.missing(MissingReason.UNDEFINED))
                        .counts()
                        .total())
                .as("a reason never seen goes with the missing rows at large")
                .isEqualTo(binning.missing().counts().total());
    }

    @Test
    void reasons_that_behave_alike_share_the_missing_bin() {
        TrainingSet.Builder builder = TrainingSet.of(SmallWorld.SCHEMA);
        Random random = new Random(SEED);
        for (int row = 0; row < 4_000; row++) {
            double x = random.nextGaussian();
            MissingReason reason = MissingReason.values()[row % 2];
            FeatureValue value = row % 3 == 0 ? FeatureValue.missing(reason) : FeatureValue.of(x);
            builder.add(vector(row, value), random.nextDouble() < 1 / (1 + Math.exp(1.5 + x)));
        }
        assertThat(FITTER.fit(builder.build(), 0, Direction.SAFER_WHEN_HIGHER)
                        .orElseThrow()
                        .specials())
                .isEmpty();
    }

    @Test
    void edges_are_the_roundest_numbers_between_two_observations() {
        assertThat(FineCells.roundest(0.1234, 0.1311)).isEqualTo(0.13);
        assertThat(FineCells.roundest(6, 7)).isEqualTo(7);
        assertThat(FineCells.roundest(-0.3, 0.2)).isEqualTo(0.2);
        assertThat(FineCells.roundest(-0.38, -0.31)).isEqualTo(-0.31);
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            double low = random.nextGaussian() * 1e6;
            double high = random.nextBoolean() ? Math.nextUp(low) : low + random.nextDouble() + 1e-9;
            double edge = FineCells.roundest(low, high);
            assertThat(edge > low && edge <= high).as("%s %s", low, high).isTrue();
        }
    }

    @Test
    void rows_in_another_order_give_the_same_bins() {
        TrainingSet set = set(new Random(SEED), 2_000, 1, 0.3, 0.1);
        TrainingSet.Builder reversed = TrainingSet.of(SmallWorld.SCHEMA);
        for (int row = set.size() - 1; row >= 0; row--) {
            reversed.add(set.vector(row), set.bad(row));
        }
        assertThat(FITTER.fit(reversed.build(), 0, Direction.SAFER_WHEN_HIGHER))
                .isEqualTo(FITTER.fit(set, 0, Direction.SAFER_WHEN_HIGHER));
    }

    /** Column 0 raises the log-odds of good with the slope; some of it lies on a spike at 0. */
    private static TrainingSet set(Random random, int size, double slope, double spike, double missing) {
        TrainingSet.Builder builder = TrainingSet.of(SmallWorld.SCHEMA);
        for (int row = 0; row < size; row++) {
            double x = random.nextDouble() < spike ? 0 : random.nextGaussian();
            boolean bad = random.nextDouble() < 1 / (1 + Math.exp(1.5 + slope * x));
            FeatureValue value = random.nextDouble() < missing ? SmallWorld.missing() : FeatureValue.of(x);
            builder.add(vector(row, value), bad);
        }
        return builder.build();
    }

    private static FeatureVector vector(int row, FeatureValue first) {
        FeatureVector base = BASE.set().vector(0);
        FeatureVector changed = SmallWorld.with(base, SmallWorld.CASH, first);
        return new FeatureVector(
                SmallWorld.firm(row),
                AsOf.startOf(java.time.LocalDate.of(2020, 1, 1)),
                SmallWorld.SCHEMA,
                changed.values());
    }

    private static final SmallWorld BASE = new SmallWorld(1, 1);
}
