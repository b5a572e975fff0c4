package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import techflow.features.definition.Direction;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.scorecard.WeightOfEvidence;
import techflow.scoring.training.TrainingSettings.BinningSettings;

/**
 * The best way to join ordered cells into bins, found by dynamic programming over all ways.
 *
 * <p>Best is the greatest {@code 2 · log-likelihood − leastGain · (bins − 1) − turnPrice · turns} among the ways in which
 * every bin is large enough, no more than {@code mostBins} are used, and WoE strictly follows the declared direction.
 * Without a direction WoE may rise and fall; every change from one to the other is a turn. Of equally good ways the one
 * with fewer bins, then with later cuts, is taken. When no way exists all cells are one bin.
 *
 * <p>About {@code cells³ · mostBins / 3} steps.
 */
final class OptimalCuts {
    private static final int RISING = 0;
    private static final int FALLING = 1;
    private static final double EPSILON = 1e-9;

    private final List<Counts> cells;
    private final Counts total;
    private final BinningSettings settings;
    private final Direction direction;
    private final int size;
    private final double[][] woe;
    private final double[][] worth;

    /** Bins used, end, start of the last bin, and whether WoE rose or fell into it: worth of the best way there. */
    private final double[] best;

    private final int[] cameFrom;

    private final int most;

    /** @param total goods and bads of all rows, missing included */
    OptimalCuts(List<Counts> cells, Counts total, BinningSettings settings, Direction direction) {
        this.cells = List.copyOf(cells);
        this.total = total;
        this.settings = settings;
        this.direction = direction;
        size = cells.size();
        woe = new double[size][size + 1];
        worth = new double[size][size + 1];
        most = Math.min(settings.mostBins(), size);
        best = new double[(most + 1) * (size + 1) * size * 2];
        cameFrom = new int[best.length];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        weighRanges();
    }

    /** The bins, in order. */
    List<Cells.Range> ranges() {
        for (int end = 1; end <= size; end++) {
            best[at(1, end, 0, RISING)] = worth[0][end];
            best[at(1, end, 0, FALLING)] = worth[0][end];
        }
        for (int bins = 2; bins <= most; bins++) {
            for (int start = bins - 1; start < size; start++) {
                for (int end = start + 1; end <= size; end++) {
                    extend(bins, start, end);
                }
            }
        }
        return path();
    }

    private int at(int bins, int end, int start, int way) {
        return ((bins * (size + 1) + end) * size + start) * 2 + way;
    }

    private void weighRanges() {
        for (int start = 0; start < size; start++) {
            Counts sum = new Counts(0, 0);
            for (int end = start + 1; end <= size; end++) {
                sum = Cells.sum(sum, cells.get(end - 1));
                woe[start][end] = WeightOfEvidence.of(sum, total, settings.prior());
                worth[start][end] = settings.stands(sum, total) ? 2 * Cells.likelihood(sum) : Double.NEGATIVE_INFINITY;
            }
        }
    }

    /** The best way to reach {@code end} with the last bin from {@code start}. */
    private void extend(int bins, int start, int end) {
        if (worth[start][end] == Double.NEGATIVE_INFINITY) {
            return;
        }
        for (int before = start - 1; before >= bins - 2; before--) {
            double step = woe[start][end] - woe[before][start];
            int way = step > 0 ? RISING : FALLING;
            if (step == 0 || !allowed(way)) {
                continue;
            }
            double onward = best[at(bins - 1, start, before, way)];
            double turning = best[at(bins - 1, start, before, 1 - way)] - (bins == 2 ? 0 : settings.turnPrice());
            boolean straight = onward >= turning;
            double reached = (straight ? onward : turning) + worth[start][end] - settings.leastGain();
            int here = at(bins, end, start, way);
            if (reached > best[here] + EPSILON) {
                best[here] = reached;
                cameFrom[here] = 2 * before + (straight ? way : 1 - way);
            }
        }
    }

    private boolean allowed(int way) {
        return switch (direction) {
            case SAFER_WHEN_HIGHER -> way == RISING;
            case RISKIER_WHEN_HIGHER -> way == FALLING;
            case NONE -> true;
        };
    }

    private List<Cells.Range> path() {
        int bins = 1;
        int start = 0;
        int way = RISING;
        double greatest = best[at(1, size, 0, RISING)];
        for (int b = 2; b <= most; b++) {
            for (int s = size - 1; s > 0; s--) {
                for (int w = RISING; w <= FALLING; w++) {
                    if (best[at(b, size, s, w)] > greatest + EPSILON) {
                        greatest = best[at(b, size, s, w)];
                        bins = b;
                        start = s;
                        way = w;
                    }
                }
            }
        }
        return walkBack(bins, start, way);
    }

    private List<Cells.Range> walkBack(int bins, int lastStart, int lastWay) {
        List<Cells.Range> ranges = new ArrayList<>();
        int end = size;
        int start = lastStart;
        int way = lastWay;
        for (int b = bins; b >= 1; b--) {
            ranges.add(new Cells.Range(start, end - 1, sum(start, end)));
            int from = cameFrom[at(b, end, start, way)];
            end = start;
            start = from / 2;
            way = from % 2;
        }
        Collections.reverse(ranges);
        return ranges;
    }

    private Counts sum(int start, int end) {
        return cells.subList(start, end).stream().reduce(new Counts(0, 0), Cells::sum);
    }
}
