package techflow.scoring.engine.xgboost;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import techflow.scoring.trees.FlatTreeEnsemble;

/**
 * How trees are grown; names in brackets are XGBoost's.
 *
 * @param depth questions from root to leaf at most, 1 to 6 [max_depth]
 * @param shrinkage share of each tree's correction that is taken, in (0, 1] [eta]
 * @param leastCover summed hessian that every node needs, 0 or more [min_child_weight]
 * @param l2 weight of Σ leaf² / 2 [lambda]
 * @param leastGain gain that a split needs [gamma]
 * @param rowShare share of the rows that each tree sees, in (0, 1] [subsample]
 * @param columnShare share of the inputs that each tree sees, in (0, 1] [colsample_bytree]
 */
public record TreeSettings(
        int depth,
        double shrinkage,
        double leastCover,
        double l2,
        double leastGain,
        double rowShare,
        double columnShare) {
    /** Cautious: shallow, slow, and no tree sees all rows or inputs. */
    public static final TreeSettings STANDARD = new TreeSettings(4, 0.05, 4, 4, 0, 0.7, 0.5);

    public TreeSettings {
        require(depth >= 1 && depth <= FlatTreeEnsemble.MOST_DEPTH, "depth", "1 to 6", depth);
        require(shrinkage > 0 && shrinkage <= 1, "shrinkage", "in (0, 1]", shrinkage);
        require(leastCover >= 0, "leastCover", "0 or more", leastCover);
        require(l2 >= 0, "l2", "0 or more", l2);
        require(leastGain >= 0, "leastGain", "0 or more", leastGain);
        require(rowShare > 0 && rowShare <= 1, "rowShare", "in (0, 1]", rowShare);
        require(columnShare > 0 && columnShare <= 1, "columnShare", "in (0, 1]", columnShare);
    }

    public TreeSettings withShrinkage(double other) {
        return new TreeSettings(depth, other, leastCover, l2, leastGain, rowShare, columnShare);
    }

    public TreeSettings withDepth(int other) {
        return new TreeSettings(other, shrinkage, leastCover, l2, leastGain, rowShare, columnShare);
    }

    /** By XGBoost's names. */
    Map<String, Object> asNative() {
        return new TreeMap<>(Map.of(
                "max_depth", depth,
                "eta", shrinkage,
                "min_child_weight", leastCover,
                "lambda", l2,
                "gamma", leastGain,
                "subsample", rowShare,
                "colsample_bytree", columnShare));
    }

    /** By the names of the components after a prefix. */
    Map<String, String> asTexts(String prefix) {
        return Map.of(
                prefix + "depth", String.valueOf(depth),
                prefix + "shrinkage", String.valueOf(shrinkage),
                prefix + "leastCover", String.valueOf(leastCover),
                prefix + "l2", String.valueOf(l2),
                prefix + "leastGain", String.valueOf(leastGain),
                prefix + "rowShare", String.valueOf(rowShare),
                prefix + "columnShare", String.valueOf(columnShare));
    }

    /** Such as {@code depth=4 shrinkage=0.05 …}, for the manifest. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "depth=%d shrinkage=%s leastCover=%s l2=%s leastGain=%s rowShare=%s columnShare=%s",
                depth,
                shrinkage,
                leastCover,
                l2,
                leastGain,
                rowShare,
                columnShare);
    }

    private static void require(boolean holds, String name, String rule, double found) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + rule + ", found " + found);
        }
    }
}
