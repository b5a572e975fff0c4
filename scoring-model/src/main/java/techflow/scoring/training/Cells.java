package techflow.scoring.training;

import java.util.ArrayList;
import java.util.List;
import techflow.features.definition.Direction;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.training.TrainingSettings.BinningSettings;

/** Ordered cells of one feature, merged with their neighbours until each can be trusted. */
final class Cells {
    /** Added to goods and bads of every bin, so that an empty side has a finite WoE. */
    static final double SMOOTHING = 0.5;

    /**
     * Neighbouring cells.
     *
     * @param first index of the first cell
     * @param last index of the last cell, included
     */
    record Range(int first, int last, Counts counts) {
        Range with(Range next) {
            return new Range(first, next.last, sum(counts, next.counts));
        }
    }

    private final List<Range> ranges = new ArrayList<>();
    private final Counts total;
    private final BinningSettings settings;

    /** @param total goods and bads of all rows, missing included */
    Cells(List<Counts> cells, Counts total, BinningSettings settings) {
        for (int i = 0; i < cells.size(); i++) {
            ranges.add(new Range(i, i, cells.get(i)));
        }
        this.total = total;
        this.settings = settings;
    }

    /** WoE = ln(%good / %bad), with half a row added to each count. */
    static double woe(Counts bin, Counts total) {
        return StrictMath.log((bin.good() + SMOOTHING)
                / (total.good() + SMOOTHING)
                / ((bin.bad() + SMOOTHING) / (total.bad() + SMOOTHING)));
    }

    static Counts sum(Counts a, Counts b) {
        return new Counts(a.good() + b.good(), a.bad() + b.bad());
    }

    /** Merges in the declared direction, then what is too small, then what is too alike or too many. */
    List<Range> merged(Direction direction) {
        pool(direction);
        while (ranges.size() > 1 && mergeSmallest()) {
            pool(direction);
        }
        while (ranges.size() > 1 && mergeMostAlike()) {
            pool(direction);
        }
        return List.copyOf(ranges);
    }

    /** Pool adjacent violators: merges until WoE strictly follows the direction. */
    private void pool(Direction direction) {
        if (direction == Direction.NONE) {
            return;
        }
        int sign = direction == Direction.SAFER_WHEN_HIGHER ? 1 : -1;
        int i = 0;
        while (i + 1 < ranges.size()) {
            if (sign * (woe(i + 1) - woe(i)) > 0) {
                i++;
            } else {
                merge(i);
                i = Math.max(0, i - 1);
            }
        }
    }

    /** Merges the smallest cell that cannot stand with the neighbour that it resembles more. */
    private boolean mergeSmallest() {
        int smallest = -1;
        for (int i = 0; i < ranges.size(); i++) {
            if (!stands(ranges.get(i).counts())
                    && (smallest < 0
                            || ranges.get(i).counts().total()
                                    < ranges.get(smallest).counts().total())) {
                smallest = i;
            }
        }
        if (smallest < 0) {
            return false;
        }
        boolean left = smallest == ranges.size() - 1 || (smallest > 0 && gain(smallest - 1) < gain(smallest));
        merge(left ? smallest - 1 : smallest);
        return true;
    }

    private boolean mergeMostAlike() {
        int most = 0;
        for (int i = 1; i + 1 < ranges.size(); i++) {
            if (gain(i) < gain(most)) {
                most = i;
            }
        }
        if (ranges.size() <= settings.mostBins() && gain(most) >= settings.leastGain()) {
            return false;
        }
        merge(most);
        return true;
    }

    private boolean stands(Counts counts) {
        long fewer = Math.min(counts.good(), counts.bad());
        return fewer >= settings.ampleBads()
                || (fewer >= settings.leastBads() && counts.total() >= settings.leastShare() * total.total());
    }

    /** Twice the log-likelihood that is lost when a range is merged with the next. */
    private double gain(int i) {
        Counts a = ranges.get(i).counts();
        Counts b = ranges.get(i + 1).counts();
        return 2 * (likelihood(a) + likelihood(b) - likelihood(sum(a, b)));
    }

    private static double likelihood(Counts c) {
        return part(c.good(), c.total()) + part(c.bad(), c.total());
    }

    private static double part(long count, long all) {
        return count == 0 ? 0 : count * StrictMath.log((double) count / all);
    }

    private double woe(int i) {
        return woe(ranges.get(i).counts(), total);
    }

    private void merge(int i) {
        ranges.set(i, ranges.get(i).with(ranges.remove(i + 1)));
    }
}
