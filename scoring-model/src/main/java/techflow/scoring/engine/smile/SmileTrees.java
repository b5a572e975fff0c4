package techflow.scoring.engine.smile;

import java.util.ArrayList;
import java.util.List;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.base.cart.RegressionNode;
import smile.classification.GradientTreeBoost;
import smile.data.Tuple;
import smile.data.type.StructType;
import smile.regression.RegressionTree;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.trees.FlatTreeEnsemble;
import techflow.scoring.trees.TreeInput;
import techflow.scoring.trees.TreeNode;

/**
 * A boosted model of Smile, read into the served form.
 *
 * <p>Smile boosts half log-odds F with P(good) = 1 / (1 + e<sup>−2F</sup>) (Friedman 2001), F = b + shrinkage · Σ tree. Its
 * b is not told, but follows from its prediction of any row.
 */
final class SmileTrees {
    private static final double TWICE = 2;

    private final GradientTreeBoost model;
    private final double shrinkage;
    private final double[] medians;
    private final StructType schema;
    private final double base;

    private SmileTrees(GradientTreeBoost model, double shrinkage, double[] medians, StructType schema, double base) {
        this.model = model;
        this.shrinkage = shrinkage;
        this.medians = medians;
        this.schema = schema;
        this.base = base;
    }

    /** @param row any row without missing numbers */
    static SmileTrees of(GradientTreeBoost model, double shrinkage, double[] medians, StructType schema, double[] row) {
        SmileTrees unknown = new SmileTrees(model, shrinkage, medians, schema, 0);
        double base = unknown.ownLogOdds(row) - unknown.sum(row);
        return new SmileTrees(model, shrinkage, medians, schema, base);
    }

    /** Puts the median where a number is missing. */
    static void impute(double[][] rows, double[] medians) {
        for (double[] row : rows) {
            for (int input = 0; input < medians.length; input++) {
                row[input] = Double.isNaN(row[input]) ? medians[input] : row[input];
            }
        }
    }

    /** Log-odds good : bad as Smile predicts them. */
    double ownLogOdds(double[] row) {
        double[] posterior = new double[2];
        model.predict(tuple(row), posterior);
        return Math.log(posterior[1] / posterior[0]);
    }

    /** The number of trees that has the least log loss on rows; they are imputed here. */
    int bestCount(double[][] rows, TrainingSet judged) {
        impute(rows, medians);
        RegressionTree[] trees = model.trees();
        double[] losses = new double[trees.length];
        for (int row = 0; row < rows.length; row++) {
            Tuple tuple = tuple(rows[row]);
            double logOdds = base;
            for (int tree = 0; tree < trees.length; tree++) {
                logOdds += TWICE * shrinkage * trees[tree].predict(tuple);
                losses[tree] += Math.log1p(Math.exp(judged.bad(row) ? logOdds : -logOdds));
            }
        }
        int best = 0;
        for (int tree = 1; tree < losses.length; tree++) {
            best = losses[tree] < losses[best] ? tree : best;
        }
        return best + 1;
    }

    /**
     * The served form. So that its {@code float} sum stays within a millionth of Smile's {@code double} sum, small late trees
     * are summed first, the constant last, and trees are grafted onto one another while they stay shallow enough.
     */
    FlatTreeEnsemble served(List<TreeInput> inputs) {
        List<TreeNode> trees = new ArrayList<>();
        RegressionTree[] own = model.trees();
        int next = own.length - 1;
        while (next >= 0) {
            List<Node> roots = new ArrayList<>();
            int depth = 0;
            while (next >= 0
                    && (roots.isEmpty() || depth + questions(own[next].root()) <= FlatTreeEnsemble.MOST_DEPTH)) {
                depth += questions(own[next].root());
                roots.add(own[next--].root());
            }
            trees.add(grafted(roots, 0, 0, roots.getFirst().size()));
        }
        trees.add(new TreeNode.Leaf((float) base, own[0].root().size()));
        return new FlatTreeEnsemble(inputs, 0, trees);
    }

    /** Tree after tree, each below every leaf of the one before; a leaf holds the sum. */
    private TreeNode grafted(List<Node> roots, int tree, double sum, double cover) {
        if (tree == roots.size()) {
            return new TreeNode.Leaf((float) sum, cover);
        }
        return below(roots.get(tree), roots, tree, sum, cover);
    }

    private TreeNode below(Node node, List<Node> roots, int tree, double sum, double cover) {
        if (node instanceof RegressionNode leaf) {
            return grafted(roots, tree + 1, sum + TWICE * shrinkage * leaf.output(), cover);
        }
        InternalNode split = (InternalNode) node;
        double share = (double) split.trueChild().size() / split.size();
        float threshold = threshold(split);
        return new TreeNode.Split(
                split.feature(),
                threshold,
                (float) medians[split.feature()] < threshold,
                below(split.trueChild(), roots, tree, sum, cover * share),
                below(split.falseChild(), roots, tree, sum, cover * (1 - share)),
                cover);
    }

    private static int questions(Node node) {
        return node instanceof InternalNode split
                ? 1 + Math.max(questions(split.trueChild()), questions(split.falseChild()))
                : 0;
    }

    /** The least {@code float} that does not go low, found by asking: Smile goes low up to its threshold, included. */
    private float threshold(InternalNode split) {
        double[] row = new double[medians.length];
        int low = ordered(-Float.MAX_VALUE);
        int high = ordered(Float.MAX_VALUE);
        while ((long) high - low > 1) {
            int middle = (int) (((long) low + high) >> 1);
            row[split.feature()] = unordered(middle);
            if (split.branch(tuple(row))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return unordered(high);
    }

    /** Integers in the order of the floats. */
    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value);
        return bits >= 0 ? bits : Integer.MIN_VALUE - bits;
    }

    private static float unordered(int order) {
        return Float.intBitsToFloat(order >= 0 ? order : Integer.MIN_VALUE - order);
    }

    private double sum(double[] row) {
        Tuple tuple = tuple(row);
        double sum = 0;
        for (RegressionTree tree : model.trees()) {
            sum += TWICE * shrinkage * tree.predict(tuple);
        }
        return sum;
    }

    private Tuple tuple(double[] row) {
        double[] imputed = row.clone();
        impute(new double[][] {imputed}, medians);
        return Tuple.of(imputed, schema);
    }
}
