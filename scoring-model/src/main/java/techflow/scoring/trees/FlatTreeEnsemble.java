package techflow.scoring.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.scoring.model.Attribution;
import techflow.scoring.model.ReferenceProfile;
import techflow.scoring.model.ScoringModel;

/**
 * Additive decision trees in their served form: the log-odds good : bad are {@code intercept + Σ leaf}, summed as
 * {@code float} in the order of the trees. XGBoost sums the same way, so both agree to the last bit.
 */
public final class FlatTreeEnsemble implements ScoringModel {
    /** Deepest tree that is served, in questions. */
    public static final int MOST_DEPTH = 6;

    private final List<TreeInput> inputs;
    private final float intercept;
    private final List<TreeNode> trees;
    private final List<FeatureName> features;
    private final TreeLayout layout;
    /** Kept, because every answer tells it. */
    private final Range range;
    /** Built when first asked for: serving explains against reference firms and never asks. */
    private final AtomicReference<@Nullable TreeShap> pathDependent = new AtomicReference<>();

    /**
     * An ensemble.
     *
     * @param inputs the numbers that trees ask about, each once
     * @param intercept log-odds before the first tree
     * @param trees one tree or more, none deeper than {@link #MOST_DEPTH}
     * @throws IllegalArgumentException when a tree is too deep, asks about no input, or holds a number that is not finite
     */
    public FlatTreeEnsemble(List<TreeInput> inputs, float intercept, List<TreeNode> trees) {
        this.inputs = List.copyOf(inputs);
        this.intercept = intercept;
        this.trees = List.copyOf(trees);
        requireSound();
        features = inputs.stream().map(TreeInput::feature).distinct().toList();
        layout = new TreeLayout(inputs.size(), intercept, trees);
        range = sumOfRanges();
    }

    public List<TreeInput> inputs() {
        return inputs;
    }

    public float intercept() {
        return intercept;
    }

    public List<TreeNode> trees() {
        return trees;
    }

    @Override
    public List<FeatureName> features() {
        return features;
    }

    @Override
    public double logOdds(FeatureVector vector) {
        return logOdds(row(vector));
    }

    /** The log-odds of one row of inputs, NaN where missing. */
    public double logOdds(float[] row) {
        return layout.sum(layout.keys(row));
    }

    /** As {@link #logOdds(float[])} without allocation. @param keys scratch of {@link #keys} longs, overwritten */
    public double logOdds(float[] row, long[] keys) {
        layout.keys(row, keys);
        return layout.sum(keys);
    }

    /** How many longs a row needs as scratch. */
    public int keys() {
        return layout.keyCount();
    }

    /** The inputs of a vector, NaN where missing. */
    public float[] row(FeatureVector vector) {
        float[] row = new float[inputs.size()];
        for (int i = 0; i < row.length; i++) {
            TreeInput input = inputs.get(i);
            row[i] = input.number(vector.value(input.feature()));
        }
        return row;
    }

    /** Exact path-dependent Shapley values (Lundberg et al. 2020, "tree_path_dependent"): what training's rows expect. */
    @Override
    public double[] terms(FeatureVector vector) {
        TreeShap shap = pathDependent.get();
        if (shap == null) {
            shap = TreeShap.pathDependent(this);
            pathDependent.set(shap);
        }
        return shap.contributions(row(vector));
    }

    /** Exact interventional Shapley values against the profile's firms: every one of them stands in for what is unknown. */
    @Override
    public Attribution against(ReferenceProfile reference) {
        TreeShap against = TreeShap.against(
                this, reference.sample().stream().map(this::row).toList());
        return vector -> against.contributions(row(vector));
    }

    @Override
    public double[] cuts(FeatureName feature) {
        return trees.stream()
                .flatMap(FlatTreeEnsemble::splits)
                .filter(split -> inputs.get(split.input()).equals(new TreeInput(feature, Optional.empty())))
                .mapToDouble(TreeNode.Split::threshold)
                .map(threshold -> threshold + 0.0)
                .sorted()
                .distinct()
                .toArray();
    }

    private static Stream<TreeNode.Split> splits(TreeNode node) {
        return switch (node) {
            case TreeNode.Leaf leaf -> Stream.empty();
            case TreeNode.Split split ->
                Stream.concat(Stream.of(split), Stream.concat(splits(split.low()), splits(split.high())));
        };
    }

    /** Sum of each tree's lowest, and of each tree's highest leaf: no vector leaves it, few reach its ends. */
    @Override
    public Range range() {
        return range;
    }

    private Range sumOfRanges() {
        double low = intercept;
        double high = intercept;
        for (TreeNode tree : trees) {
            low += lowest(tree);
            high += highest(tree);
        }
        return new Range(low, high);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FlatTreeEnsemble ensemble
                && ensemble.inputs.equals(inputs)
                && Float.compare(ensemble.intercept, intercept) == 0
                && ensemble.trees.equals(trees);
    }

    @Override
    public int hashCode() {
        return Objects.hash(inputs, intercept, trees);
    }

    TreeLayout layout() {
        return layout;
    }

    /** One index into {@link #features()} per input. */
    int[] featureOfInput() {
        return inputs.stream()
                .mapToInt(input -> features.indexOf(input.feature()))
                .toArray();
    }

    /** @param values in the order of {@link #features()} */
    private float[] row(List<FeatureValue> values) {
        float[] row = new float[inputs.size()];
        for (int i = 0; i < row.length; i++) {
            TreeInput input = inputs.get(i);
            row[i] = input.number(values.get(features.indexOf(input.feature())));
        }
        return row;
    }

    private static double lowest(TreeNode node) {
        return switch (node) {
            case TreeNode.Leaf leaf -> leaf.value();
            case TreeNode.Split split -> Math.min(lowest(split.low()), lowest(split.high()));
        };
    }

    private static double highest(TreeNode node) {
        return switch (node) {
            case TreeNode.Leaf leaf -> leaf.value();
            case TreeNode.Split split -> Math.max(highest(split.low()), highest(split.high()));
        };
    }

    private void requireSound() {
        List<String> wrong = new ArrayList<>();
        if (trees.isEmpty() || !Float.isFinite(intercept)) {
            wrong.add("needs a finite intercept and one tree or more, found " + intercept + " and " + trees.size());
        }
        if (inputs.stream().distinct().count() != inputs.size()) {
            wrong.add("names an input twice: " + inputs);
        }
        for (int i = 0; i < trees.size(); i++) {
            requireSound("tree " + i, trees.get(i), MOST_DEPTH, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("the ensemble " + String.join("; ", wrong));
        }
    }

    private void requireSound(String where, TreeNode node, int depthLeft, List<String> wrong) {
        if (!(node.cover() > 0)) {
            wrong.add(where + " has a node of cover " + node.cover() + ", must be above 0");
        }
        switch (node) {
            case TreeNode.Leaf leaf -> {
                if (!Float.isFinite(leaf.value())) {
                    wrong.add(where + " has a leaf that is not finite: " + leaf.value());
                }
            }
            case TreeNode.Split split -> {
                if (split.input() < 0 || split.input() >= inputs.size() || !Float.isFinite(split.threshold())) {
                    wrong.add(where + " asks about input " + split.input() + " below " + split.threshold()
                            + ", must be one of " + inputs.size() + " and finite");
                }
                if (depthLeft == 0) {
                    wrong.add(where + " is deeper than " + MOST_DEPTH + " questions");
                } else {
                    requireSound(where, split.low(), depthLeft - 1, wrong);
                    requireSound(where, split.high(), depthLeft - 1, wrong);
                }
            }
        }
    }
}
