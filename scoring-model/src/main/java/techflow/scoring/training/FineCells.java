package techflow.scoring.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import techflow.scoring.scorecard.Bin.Counts;

/**
 * Known numbers of one feature in narrow neighbouring cells.
 *
 * @param edges ascending, the first −∞, the last +∞; cell {@code i} is {@code [edge i, edge i + 1)}
 * @param counts what fell into each cell
 */
record FineCells(List<Double> edges, List<Counts> counts) {
    FineCells {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }

    /** Quantile cells; a heavy tie has a cell of its own. @param wanted rows per cell */
    static FineCells quantiles(Sorted known, double wanted) {
        List<Counts> cells = new ArrayList<>();
        List<Double> edges = new ArrayList<>(List.of(Double.NEGATIVE_INFINITY));
        int from = 0;
        for (int i = 1; i <= known.size(); i++) {
            boolean last = i == known.size();
            boolean between = !last && known.value(i - 1) < known.value(i);
            if (last || (between && cutHere(known, from, i, wanted))) {
                cells.add(known.count(from, i));
                edges.add(last ? Double.POSITIVE_INFINITY : roundest(known.value(i - 1), known.value(i)));
                from = i;
            }
        }
        return new FineCells(edges, cells);
    }

    /** The cells that given cuts make. @param cuts ascending */
    static FineCells at(List<Double> cuts, Sorted known) {
        List<Double> edges = new ArrayList<>(List.of(Double.NEGATIVE_INFINITY));
        edges.addAll(cuts);
        edges.add(Double.POSITIVE_INFINITY);
        List<Counts> cells = new ArrayList<>();
        int from = 0;
        for (int cell = 0; cell + 1 < edges.size(); cell++) {
            int to = from;
            while (to < known.size() && known.value(to) < edges.get(cell + 1)) {
                to++;
            }
            cells.add(known.count(from, to));
            from = to;
        }
        return new FineCells(edges, cells);
    }

    /** When the cell is full, or when a heavy tie would swamp it. */
    private static boolean cutHere(Sorted known, int from, int next, double wanted) {
        int spike = next;
        while (spike < known.size() && spike - next < wanted && known.value(spike) == known.value(next)) {
            spike++;
        }
        return next - from >= wanted || spike - next >= wanted;
    }

    /** The number of fewest digits in {@code (low, high]}, so that a scorecard reads well. */
    static double roundest(double low, double high) {
        BigDecimal exact = new BigDecimal(high);
        for (int digits = 1; digits <= 17; digits++) {
            double candidate =
                    exact.round(new MathContext(digits, RoundingMode.FLOOR)).doubleValue();
            if (candidate > low && candidate <= high) {
                return candidate + 0.0;
            }
        }
        return high;
    }

    /** Known numbers, ascending, with how many of the first so many are bad. */
    static final class Sorted {
        private final double[] values;
        private final int[] badsBefore;

        /** @param values NaN where missing */
        Sorted(double[] values, boolean[] bads) {
            double[] good = of(values, bads, false);
            double[] bad = of(values, bads, true);
            this.values = new double[good.length + bad.length];
            badsBefore = new int[this.values.length + 1];
            int g = 0;
            int b = 0;
            for (int i = 0; i < this.values.length; i++) {
                boolean takeBad = g == good.length || (b < bad.length && bad[b] < good[g]);
                this.values[i] = takeBad ? bad[b++] : good[g++];
                badsBefore[i + 1] = b;
            }
        }

        private static double[] of(double[] values, boolean[] bads, boolean bad) {
            return IntStream.range(0, values.length)
                    .filter(i -> bads[i] == bad && !Double.isNaN(values[i]))
                    .mapToDouble(i -> values[i])
                    .sorted()
                    .toArray();
        }

        int size() {
            return values.length;
        }

        double value(int i) {
            return values[i];
        }

        Counts count(int from, int to) {
            long bad = badsBefore[to] - (long) badsBefore[from];
            return new Counts(to - from - bad, bad);
        }
    }
}
