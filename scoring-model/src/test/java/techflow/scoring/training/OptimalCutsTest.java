package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import techflow.features.definition.Direction;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.scorecard.WeightOfEvidence;
import techflow.scoring.training.TrainingSettings.BinningSettings;

class OptimalCutsTest {
    private static final long SEED = 31;

    @Test
    void no_other_way_to_join_the_cells_is_better() {
        Random random = new Random(SEED);
        int joined = 0;
        for (int round = 0; round < 300; round++) {
            BinningSettings settings = new BinningSettings(
                    20, 2 + random.nextInt(4), 0.05, 2, 30, 0.5, random.nextInt(5), random.nextInt(9), 100);
            List<Counts> cells = cells(random, 2 + random.nextInt(8));
            Direction direction = Direction.values()[random.nextInt(3)];
            Counts total = sum(cells);
            List<Counts> found = new OptimalCuts(cells, total, settings, direction)
                    .ranges().stream().map(Cells.Range::counts).toList();
            double best = best(cells, total, settings, direction);
            assertThat(worth(found, total, settings, direction))
                    .as("seed %d, round %d, %s, %s", SEED, round, direction, cells)
                    .isCloseTo(best, within(1e-6));
            joined += found.size() < cells.size() ? 1 : 0;
        }
        assertThat(joined).isGreaterThan(100);
    }

    @Test
    void dear_turns_leave_a_hump_out_and_cheap_ones_keep_it() {
        List<Counts> hump =
                List.of(new Counts(900, 100), new Counts(950, 50), new Counts(900, 100), new Counts(980, 20));
        assertThat(ranges(hump, 0)).hasSize(4);
        assertThat(ranges(hump, 1e6)).hasSizeLessThan(4);
    }

    @Test
    void cells_too_small_to_stand_are_one_bin() {
        List<Counts> few = List.of(new Counts(3, 1), new Counts(2, 1), new Counts(1, 1));
        assertThat(ranges(few, 0)).hasSize(1);
    }

    private static List<Cells.Range> ranges(List<Counts> cells, double turnPrice) {
        BinningSettings settings = new BinningSettings(20, 6, 0.05, 5, 30, 0.5, 2, turnPrice, 100);
        return new OptimalCuts(cells, sum(cells), settings, Direction.NONE).ranges();
    }

    private static double best(List<Counts> cells, Counts total, BinningSettings settings, Direction direction) {
        double best = worth(List.of(total), total, settings, direction);
        for (int cuts = 0; cuts < 1 << (cells.size() - 1); cuts++) {
            List<Counts> bins = new ArrayList<>();
            Counts open = cells.getFirst();
            for (int i = 1; i < cells.size(); i++) {
                if ((cuts >> (i - 1) & 1) == 1) {
                    bins.add(open);
                    open = cells.get(i);
                } else {
                    open = Cells.sum(open, cells.get(i));
                }
            }
            bins.add(open);
            best = Math.max(best, worth(bins, total, settings, direction));
        }
        return best;
    }

    /** The objective, written down once more; minus infinity for what is not allowed. */
    private static double worth(List<Counts> bins, Counts total, BinningSettings settings, Direction direction) {
        boolean small = bins.size() > 1 && !bins.stream().allMatch(bin -> settings.stands(bin, total));
        if (bins.size() > settings.mostBins() || small) {
            return Double.NEGATIVE_INFINITY;
        }
        double worth = -settings.leastGain() * (bins.size() - 1);
        for (Counts bin : bins) {
            worth += 2 * Cells.likelihood(bin);
        }
        int last = 0;
        for (int i = 1; i < bins.size(); i++) {
            int way = (int) Math.signum(
                    WeightOfEvidence.of(bins.get(i), total, 0.5) - WeightOfEvidence.of(bins.get(i - 1), total, 0.5));
            boolean wrong = (direction == Direction.SAFER_WHEN_HIGHER && way < 0)
                    || (direction == Direction.RISKIER_WHEN_HIGHER && way > 0);
            if (way == 0 || wrong) {
                return Double.NEGATIVE_INFINITY;
            }
            worth -= last != 0 && way != last ? settings.turnPrice() : 0;
            last = way;
        }
        return worth;
    }

    private static List<Counts> cells(Random random, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Counts(1 + random.nextInt(200), random.nextInt(40)))
                .toList();
    }

    private static Counts sum(List<Counts> cells) {
        return cells.stream().reduce(new Counts(0, 0), Cells::sum);
    }
}
