package techflow.scoring.trees;

/** A node of a binary decision tree, as trainers hand it over. */
public sealed interface TreeNode {
    /** How much of the training sample came here (rows or summed hessians), above 0: weighs path-dependent explanations. */
    double cover();

    /**
     * An end.
     *
     * @param value added to the log-odds good : bad
     */
    record Leaf(float value, double cover) implements TreeNode {}

    /**
     * A question.
     *
     * @param input index of the number that is asked about
     * @param threshold numbers below it go to {@code low}, others to {@code high}
     * @param missingGoesLow where a missing number goes
     */
    record Split(int input, float threshold, boolean missingGoesLow, TreeNode low, TreeNode high, double cover)
            implements TreeNode {}
}
