package techflow.scoring.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureSchema.Column;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.training.TrainingSettings.BinningSettings;

/**
 * Bins one feature: fine quantile cells, pooled until WoE follows the declared direction, merged until every bin can be
 * trusted. Without a direction neighbours are merged only for size and likeness.
 *
 * <p>The missing bin has the WoE that training saw, with two guards: few missing rows get WoE 0, the average; and missing
 * never scores better than the best known bin, so that nobody gains by withholding what would be best.
 */
public final class BinningFitter {
    private final BinningSettings settings;

    public BinningFitter(BinningSettings settings) {
        this.settings = settings;
    }

    /** The bins of a column; empty when its known values fall into one bin and missing tells nothing either. */
    public Optional<Binning> fit(TrainingSet set, int column, Direction direction) {
        Column definition = set.schema().columns().get(column);
        double[] values = set.column(column);
        boolean[] bads = set.bads();
        Counts total = count(bads, IntStream.range(0, values.length).toArray());
        int[] known = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        if (known.length == 0) {
            return Optional.empty();
        }
        List<Bin> bins = definition.labels().isEmpty()
                ? numeric(values, bads, known, total, direction)
                : categories(values, bads, known, total, definition.labels());
        Counts knownCounts = count(bads, known);
        Counts missing = new Counts(total.good() - knownCounts.good(), total.bad() - knownCounts.bad());
        Bin.MissingBin missingBin = new Bin.MissingBin(missingWoe(missing, total, bins), missing);
        boolean flat = bins.size() == 1 && missingBin.woe() == 0;
        return flat ? Optional.empty() : Optional.of(new Binning(definition.name(), bins, missingBin));
    }

    private double missingWoe(Counts missing, Counts total, List<Bin> bins) {
        double best = bins.stream().mapToDouble(Bin::woe).max().orElseThrow();
        boolean few = missing.total() < settings.leastMissingRows();
        return Math.min(best, few ? 0 : Cells.woe(missing, total));
    }

    private List<Bin> numeric(double[] values, boolean[] bads, int[] known, Counts total, Direction direction) {
        int[] sorted = Arrays.stream(known)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Counts> cells = new ArrayList<>();
        List<Double> edges = new ArrayList<>(List.of(Double.NEGATIVE_INFINITY));
        double wanted = (double) known.length / settings.fineBins();
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            boolean last = i == sorted.length;
            boolean between = !last && values[sorted[i - 1]] < values[sorted[i]];
            if (last || (between && cutHere(values, sorted, from, i, wanted))) {
                cells.add(count(bads, Arrays.copyOfRange(sorted, from, i)));
                edges.add(last ? Double.POSITIVE_INFINITY : roundest(values[sorted[i - 1]], values[sorted[i]]));
                from = i;
            }
        }
        return new Cells(cells, total, settings)
                .merged(direction).stream()
                        .<Bin>map(range -> new Bin.NumericBin(
                                edges.get(range.first()),
                                edges.get(range.last() + 1),
                                Cells.woe(range.counts(), total),
                                range.counts()))
                        .toList();
    }

    /** When the cell is full, or when a heavy tie would swamp it: a spike gets a cell of its own. */
    private static boolean cutHere(double[] values, int[] sorted, int from, int next, double wanted) {
        int spike = next;
        while (spike < sorted.length && spike - next < wanted && values[sorted[spike]] == values[sorted[next]]) {
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

    /** Labels ordered by smoothed rate, then merged like cells; a label that training never saw is in no bin. */
    private List<Bin> categories(double[] values, boolean[] bads, int[] known, Counts total, List<String> labels) {
        List<Counts> seen = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            int index = label;
            seen.add(count(
                    bads,
                    Arrays.stream(known).filter(i -> (int) values[i] == index).toArray()));
        }
        List<Integer> order = IntStream.range(0, labels.size())
                .filter(i -> seen.get(i).total() > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Cells.woe(seen.get(i), total)))
                .toList();
        return new Cells(order.stream().map(seen::get).toList(), total, settings)
                .merged(Direction.NONE).stream()
                        .<Bin>map(range -> new Bin.CategoryBin(
                                order.subList(range.first(), range.last() + 1).stream()
                                        .sorted()
                                        .map(labels::get)
                                        .toList(),
                                Cells.woe(range.counts(), total),
                                range.counts()))
                        .toList();
    }

    private static Counts count(boolean[] bads, int[] rows) {
        long bad = Arrays.stream(rows).filter(i -> bads[i]).count();
        return new Counts(rows.length - bad, bad);
    }
}
