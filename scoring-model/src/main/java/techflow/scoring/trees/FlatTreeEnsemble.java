package techflow.scoring.trees;

import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;
import techflow.scoring.model.ScoringModel;

/**
 * Additive decision trees: the log-odds good : bad are {@code intercept + Σ leaf}, summed as {@code float} in the order of
 * the trees, which is how XGBoost sums, so that both agree to the last bit.
 *
 * @param inputs the numbers that trees ask about
 * @param intercept log-odds before the first tree
 * @param trees the trees, each at most {@link #MOST_DEPTH} questions deep
 */
public record FlatTreeEnsemble(List<TreeInput> inputs, float intercept, List<TreeNode> trees) implements ScoringModel {
    /** Deepest tree that is served. */
    public static final int MOST_DEPTH = 6;

    public FlatTreeEnsemble {
        inputs = List.copyOf(inputs);
        trees = List.copyOf(trees);
    }

    @Override
    public List<FeatureName> features() {
        return inputs.stream().map(TreeInput::feature).distinct().toList();
    }

    @Override
    public double logOdds(FeatureVector vector) {
        float[] row = new float[inputs.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = inputs.get(i).number(vector.value(inputs.get(i).feature()));
        }
        return logOdds(row);
    }

    /** The log-odds of one row of inputs, NaN where missing. */
    public double logOdds(float[] row) {
        float sum = intercept;
        for (TreeNode tree : trees) {
            sum += leaf(tree, row);
        }
        return sum;
    }

    @Override
    public double[] terms(FeatureVector vector) {
        throw new UnsupportedOperationException("in work");
    }

    @Override
    public Range range() {
        throw new UnsupportedOperationException("in work");
    }

    private static float leaf(TreeNode tree, float[] row) {
        TreeNode node = tree;
        while (node instanceof TreeNode.Split split) {
            float number = row[split.input()];
            boolean low = Float.isNaN(number) ? split.missingGoesLow() : number < split.threshold();
            node = low ? split.low() : split.high();
        }
        return ((TreeNode.Leaf) node).value();
    }
}
