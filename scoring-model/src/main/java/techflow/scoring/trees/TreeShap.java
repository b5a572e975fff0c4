package techflow.scoring.trees;

import java.util.ArrayList;
import java.util.List;

/**
 * Exact Shapley values of a tree ensemble (Lundberg et al., Nature Machine Intelligence 2020), in pure Java. One-hot inputs
 * of a category are one player, the feature.
 *
 * <p>Trees are small, so nothing is approximated or recursed at run time: each leaf is a {@link LeafGame}, and the games of
 * a few neighbouring leaves are summed into a table by the answers to their questions. A firm's answers then look up one row
 * of each table.
 */
public final class TreeShap {
    /** A table row per combination of so many answers at most. */
    private static final int MOST_QUESTIONS = 7;

    private final TreeLayout layout;
    private final int features;
    private final double expected;
    private final List<List<ShapTable>> tables;

    private TreeShap(FlatTreeEnsemble ensemble, List<List<LeafGame>> games) {
        this.layout = ensemble.layout();
        this.features = ensemble.features().size();
        this.expected = ensemble.intercept()
                + games.stream()
                        .flatMap(List::stream)
                        .mapToDouble(LeafGame::expected)
                        .sum();
        List<List<ShapTable>> built = new ArrayList<>();
        for (int tree = 0; tree < games.size(); tree++) {
            built.add(ShapTable.of(ensemble.trees().get(tree), games.get(tree), MOST_QUESTIONS));
        }
        this.tables = built;
    }

    /** What is not known follows the training rows that came to each question ("tree_path_dependent"). */
    public static TreeShap pathDependent(FlatTreeEnsemble ensemble) {
        int[] players = ensemble.featureOfInput();
        return new TreeShap(
                ensemble,
                ensemble.trees().stream()
                        .map(tree -> LeafGames.pathDependent(tree, players))
                        .toList());
    }

    /**
     * What is not known is taken from each reference firm in turn ("interventional"), and the mean is exact.
     *
     * @param references rows of inputs, at least one
     */
    public static TreeShap against(FlatTreeEnsemble ensemble, List<float[]> references) {
        if (references.isEmpty()) {
            throw new IllegalArgumentException("interventional contributions need a reference firm, found none");
        }
        int[] players = ensemble.featureOfInput();
        List<long[]> keys =
                references.stream().map(row -> ensemble.layout().keys(row)).toList();
        List<List<LeafGame>> games = new ArrayList<>();
        for (int tree = 0; tree < ensemble.trees().size(); tree++) {
            int which = tree;
            long[] decisions = keys.stream()
                    .mapToLong(row -> ensemble.layout().decisions(row, which))
                    .toArray();
            games.add(LeafGames.against(ensemble.trees().get(tree), players, decisions));
        }
        return new TreeShap(ensemble, games);
    }

    /**
     * What each feature of the ensemble adds, in its order; with {@link #expected} they sum to the log-odds, up to the
     * {@code float} rounding of the ensemble's own sum.
     *
     * @param row inputs, NaN where missing
     */
    public double[] contributions(float[] row) {
        double[] sums = new double[features];
        long[] keys = layout.keys(row);
        for (int tree = 0; tree < tables.size(); tree++) {
            long decisions = layout.decisions(keys, tree);
            for (ShapTable table : tables.get(tree)) {
                table.add(decisions, sums);
            }
        }
        return sums;
    }

    /** The log-odds that are expected when nothing is known of a firm: of the references, their mean. */
    public double expected() {
        return expected;
    }
}
