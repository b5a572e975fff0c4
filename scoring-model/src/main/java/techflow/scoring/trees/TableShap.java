package techflow.scoring.trees;

import java.util.ArrayList;
import java.util.List;

/**
 * Shapley values by lookup: each leaf is a {@link LeafGame}, and the games of a few neighbouring leaves are summed into a
 * {@link ShapTable} by the answers to their questions. First all rows are found, then all are added, so that the processor
 * waits for many of them at once.
 */
final class TableShap implements TreeShap {
    /** A table row per combination of so many answers at most. */
    private static final int MOST_QUESTIONS = 7;

    private final TreeLayout layout;
    private final int features;
    private final double expected;
    /** Where the tables of each tree begin; one more at the end. */
    private final int[] begin;

    private final long[] questions;
    /** Where the rows of each table begin, and how wide they are. */
    private final int[] rowsAt;

    private final int[] widths;
    private final double[] rows;
    /** Players of all tables, one after the other. */
    private final int[] players;

    TableShap(FlatTreeEnsemble ensemble, List<List<LeafGame>> games) {
        layout = ensemble.layout();
        features = ensemble.features().size();
        expected = ensemble.intercept()
                + games.stream()
                        .flatMap(List::stream)
                        .mapToDouble(LeafGame::expected)
                        .sum();
        List<ShapTable> tables = new ArrayList<>();
        begin = new int[games.size() + 1];
        for (int tree = 0; tree < games.size(); tree++) {
            tables.addAll(ShapTable.of(ensemble.trees().get(tree), games.get(tree), MOST_QUESTIONS));
            begin[tree + 1] = tables.size();
        }
        questions = tables.stream().mapToLong(ShapTable::questions).toArray();
        widths = tables.stream().mapToInt(table -> table.players().length).toArray();
        players = tables.stream()
                .flatMapToInt(table -> java.util.Arrays.stream(table.players()))
                .toArray();
        rowsAt = new int[tables.size()];
        rows = new double[tables.stream().mapToInt(table -> table.rows().length).sum()];
        int next = 0;
        for (int i = 0; i < rowsAt.length; i++) {
            rowsAt[i] = next;
            double[] own = tables.get(i).rows();
            System.arraycopy(own, 0, rows, next, own.length);
            next += own.length;
        }
    }

    @Override
    public double expected() {
        return expected;
    }

    @Override
    public double[] contributions(float[] row) {
        double[] sums = new double[features];
        add(places(layout.keys(row)), sums);
        return sums;
    }

    /** Where each table's row for these answers begins. */
    private int[] places(long[] keys) {
        int[] places = new int[rowsAt.length];
        for (int tree = 0; tree + 1 < begin.length; tree++) {
            long decisions = layout.decisions(keys, tree);
            for (int table = begin[tree]; table < begin[tree + 1]; table++) {
                places[table] = rowsAt[table] + (int) Long.compress(decisions, questions[table]) * widths[table];
            }
        }
        return places;
    }

    private void add(int[] places, double[] sums) {
        int player = 0;
        for (int table = 0; table < places.length; table++) {
            int at = places[table];
            for (int end = player + widths[table]; player < end; player++) {
                sums[players[player]] += rows[at++];
            }
        }
    }
}
