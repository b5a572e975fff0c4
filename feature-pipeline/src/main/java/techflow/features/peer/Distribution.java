package techflow.features.peer;

import java.util.Arrays;

/**
 * The values of one feature in one group: some of the distinct values, ascending, each with how many values lie below it
 * and how many do not lie above it. The smallest and the largest value are always among them.
 */
final class Distribution {
    /** The most values that are kept. */
    static final int KNOTS = 101;

    private final double[] values;
    private final int[] below;
    private final int[] upTo;

    /** @param values ascending; {@code below} and {@code upTo} count what lies below and not above each */
    Distribution(double[] values, int[] below, int[] upTo) {
        this.values = values.clone();
        this.below = below.clone();
        this.upTo = upTo.clone();
        requireOrder();
    }

    /** @param sorted all values of the group, ascending, at least one */
    static Distribution of(double[] sorted) {
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        double[] values = distinct.length <= KNOTS ? distinct : quantiles(sorted);
        int[] below = new int[values.length];
        int[] upTo = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            below[i] = first(sorted, values[i], 0);
            upTo[i] = first(sorted, Math.nextUp(values[i]), below[i]);
        }
        return new Distribution(values, below, upTo);
    }

    /** Values at evenly spread ranks, first and last included: fewer than one in a hundred lie between two of them. */
    private static double[] quantiles(double[] sorted) {
        double[] values = new double[KNOTS];
        for (int i = 0; i < KNOTS; i++) {
            values[i] = sorted[(int) ((long) i * (sorted.length - 1) / (KNOTS - 1))];
        }
        return Arrays.stream(values).distinct().toArray();
    }

    /** How many values lie below the limit. */
    private static int first(double[] sorted, double limit, int from) {
        int low = from;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many values there are. */
    int count() {
        return upTo[upTo.length - 1];
    }

    int knots() {
        return values.length;
    }

    double value(int knot) {
        return values[knot];
    }

    /** How many values lie strictly between the knot before and this one. */
    int between(int knot) {
        return below[knot] - (knot == 0 ? 0 : upTo[knot - 1]);
    }

    /** How many values equal this knot. */
    int equal(int knot) {
        return upTo[knot] - below[knot];
    }

    /** The mid-rank of a value, in [0, 1]. */
    double percentile(double value) {
        int found = Arrays.binarySearch(values, value);
        return (found >= 0 ? ((double) below[found] + upTo[found]) / 2 : rankBetween(-found - 1, value)) / count();
    }

    private double rankBetween(int next, double value) {
        int low = next == 0 ? 0 : upTo[next - 1];
        int high = next == values.length ? count() : below[next];
        if (low == high) {
            return low;
        }
        // halves, so that the distance of two huge values stays finite
        double way = value / 2 - values[next - 1] / 2;
        return low + (high - low) * (way / (values[next] / 2 - values[next - 1] / 2));
    }

    private void requireOrder() {
        boolean ordered = values.length > 0 && below[0] == 0;
        for (int i = 0; i < values.length; i++) {
            ordered &= Double.isFinite(values[i]) && upTo[i] > below[i];
            ordered &= i == 0 || (values[i] > values[i - 1] && below[i] >= upTo[i - 1]);
        }
        if (!ordered) {
            throw new IllegalArgumentException("the values of a distribution must ascend, each with a count above 0");
        }
    }
}
