package techflow.scoring.engine.smile;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How {@link SmileBoosted} trains.
 *
 * @param trees number of trees, empty when it is to be found
 * @param mostTrees trees at most
 * @param depth questions from root to leaf at most, 1 to 6
 * @param leastRows rows that a leaf needs
 * @param shrinkage share of each tree's correction that is taken
 * @param rowShare share of the rows that each tree sees
 * @param leastLabelShare share of the rows that a label of a category needs to be asked about
 */
public record SmileBoostedSettings(
        OptionalInt trees,
        int mostTrees,
        int depth,
        int leastRows,
        double shrinkage,
        double rowShare,
        double leastLabelShare) {
    public static final SmileBoostedSettings STANDARD =
            new SmileBoostedSettings(OptionalInt.empty(), 200, 3, 5, 0.1, 0.7, 0.01);

    SmileBoostedSettings with(int count) {
        return new SmileBoostedSettings(
                OptionalInt.of(count), mostTrees, depth, leastRows, shrinkage, rowShare, leastLabelShare);
    }

    Map<String, String> asTexts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("trees", trees.isPresent() ? String.valueOf(trees.getAsInt()) : "found by inner split");
        texts.put("mostTrees", String.valueOf(mostTrees));
        texts.put("depth", String.valueOf(depth));
        texts.put("leastRows", String.valueOf(leastRows));
        texts.put("shrinkage", String.valueOf(shrinkage));
        texts.put("rowShare", String.valueOf(rowShare));
        texts.put("leastLabelShare", String.valueOf(leastLabelShare));
        return texts;
    }
}
