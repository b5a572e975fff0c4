package techflow.scoring.trees;

import java.util.ArrayList;
import java.util.List;

/**
 * Exact Shapley values of a tree ensemble (Lundberg et al., Nature Machine Intelligence 2020), in pure Java. One-hot inputs
 * of a category are one player, the feature. Thread-safe.
 */
public sealed interface TreeShap permits PathDependentShap, TableShap {
    /** Up to this depth the tables of all trees stay in the processor's caches, and looking up is faster than computing. */
    int DEPTH_OF_TABLES = 4;

    /** What is not known follows the training rows that came to each question ("tree_path_dependent"). */
    static TreeShap pathDependent(FlatTreeEnsemble ensemble) {
        if (ensemble.layout().depth() > DEPTH_OF_TABLES) {
            return new PathDependentShap(ensemble);
        }
        int[] players = ensemble.featureOfInput();
        return new TableShap(
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
    static TreeShap against(FlatTreeEnsemble ensemble, List<float[]> references) {
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
        return new TableShap(ensemble, games);
    }

    /**
     * What each feature of the ensemble adds, in its order; with {@link #expected} they sum to the log-odds, up to the
     * {@code float} rounding of the ensemble's own sum.
     *
     * @param row inputs, NaN where missing
     */
    double[] contributions(float[] row);

    /** The log-odds that are expected when nothing is known of a firm: of the references, their mean. */
    double expected();
}
