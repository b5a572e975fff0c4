package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.scorecard.WeightOfEvidence;

/**
 * Labels of one feature as ordered cells: rare labels together in one, whose own rate tells nothing, the others by rate.
 * For cells in the order of their rates no joining of neighbours loses to any other joining (Fisher 1958).
 *
 * @param labels of each cell, in the order of the schema
 * @param counts what fell into each cell
 */
record LabelCells(List<List<String>> labels, List<Counts> counts) {
    LabelCells {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
    }

    /**
     * The cells.
     *
     * @param values by row the index of the label, NaN where missing
     * @param common rows that give a label a cell of its own
     */
    static LabelCells of(
            List<String> labels, double[] values, boolean[] bads, Counts total, double prior, double common) {
        Counts[] seen = counts(labels.size(), values, bads);
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> rare = new ArrayList<>();
        for (int label = 0; label < seen.length; label++) {
            if (seen[label].total() >= common) {
                groups.add(List.of(label));
            } else if (seen[label].total() > 0) {
                rare.add(label);
            }
        }
        if (!rare.isEmpty()) {
            groups.add(rare);
        }
        groups.sort(Comparator.comparingDouble(group -> WeightOfEvidence.of(sum(group, seen), total, prior)));
        return new LabelCells(
                groups.stream()
                        .map(group -> group.stream().map(labels::get).toList())
                        .toList(),
                groups.stream().map(group -> sum(group, seen)).toList());
    }

    /** Goods and bads by label. */
    static Counts[] counts(int labels, double[] values, boolean[] bads) {
        long[] rows = new long[labels];
        long[] bad = new long[labels];
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                rows[(int) values[row]]++;
                bad[(int) values[row]] += bads[row] ? 1 : 0;
            }
        }
        return IntStream.range(0, labels)
                .mapToObj(label -> new Counts(rows[label] - bad[label], bad[label]))
                .toArray(Counts[]::new);
    }

    private static Counts sum(List<Integer> group, Counts[] seen) {
        return group.stream().map(label -> seen[label]).reduce(new Counts(0, 0), Cells::sum);
    }
}
