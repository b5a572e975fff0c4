package techflow.scoring.trees;

import java.util.List;

/**
 * Trees as complete binary heaps in two arrays, walked without branches, eight trees at a time.
 *
 * <p>A question is one long: the threshold's bits in an order that sorts like the numbers, and below them which key of the
 * row to compare. A row has two keys per input: where the input is missing, one is below and the other above every
 * threshold, and the question points to the one that goes its way. One subtraction then decides.
 */
final class TreeLayout {
    /** 31 bits for the place of the key leave the widest difference of two thresholds within a long. */
    private static final int PLACE_BITS = 31;

    private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;
    private static final int BELOW_ALL = order(Float.NEGATIVE_INFINITY) - 1;
    private static final int ABOVE_ALL = order(Float.POSITIVE_INFINITY) + 1;

    private final int inputs;
    private final float intercept;
    private final int depth;
    private final int slots;
    private final int count;
    private final long[] questions;
    private final float[] leaves;

    TreeLayout(int inputs, float intercept, List<TreeNode> trees) {
        this.inputs = inputs;
        this.intercept = intercept;
        this.depth = trees.stream().mapToInt(TreeLayout::depth).max().orElse(0);
        this.slots = 1 << depth;
        this.count = trees.size();
        this.questions = new long[count * slots];
        this.leaves = new float[count * slots];
        for (int tree = 0; tree < count; tree++) {
            place(trees.get(tree), tree * slots, 1);
        }
    }

    int depth() {
        return depth;
    }

    int keyCount() {
        return Math.max(2, 2 * inputs);
    }

    long[] keys(float[] row) {
        long[] keys = new long[keyCount()];
        keys(row, keys);
        return keys;
    }

    void keys(float[] row, long[] keys) {
        if (row.length != inputs || keys.length < keyCount()) {
            throw new IllegalArgumentException("a row needs " + inputs + " inputs and " + keyCount() + " keys, found "
                    + row.length + " and " + keys.length);
        }
        for (int i = 0; i < inputs; i++) {
            boolean missing = Float.isNaN(row[i]);
            int key = order(row[i]);
            keys[2 * i] = key(missing ? BELOW_ALL : key);
            keys[2 * i + 1] = key(missing ? ABOVE_ALL : key);
        }
    }

    /** Intercept and leaves in the order of the trees. */
    float sum(long[] keys) {
        float sum = intercept;
        int tree = 0;
        for (; tree + 8 <= count; tree += 8) {
            sum = eight(keys, tree * slots, sum);
        }
        for (; tree < count; tree++) {
            sum += leaves[tree * slots + walk(keys, tree * slots) - slots];
        }
        return sum;
    }

    /** One bit per question of a tree, by heap index from 1: set when the row goes to the high side there. */
    long decisions(long[] keys, int tree) {
        long bits = 0;
        for (int i = 1; i < slots; i++) {
            long question = questions[tree * slots + i];
            bits |= (long) high(keys, question) << i;
        }
        return bits;
    }

    /** 1 when the row goes to the high side of a question, else 0. */
    static int high(long[] keys, long question) {
        return 1 - (int) ((keys[(int) (question & PLACE_MASK)] - question) >>> 63);
    }

    /** The question of a split. */
    static long question(TreeNode.Split split) {
        int place = 2 * split.input() + (split.missingGoesLow() ? 0 : 1);
        return ((long) order(split.threshold()) << PLACE_BITS) | place;
    }

    private float eight(long[] keys, int at, float before) {
        int a = 1;
        int b = 1;
        int c = 1;
        int d = 1;
        int e = 1;
        int f = 1;
        int g = 1;
        int h = 1;
        for (int level = 0; level < depth; level++) {
            a = next(keys, at, a);
            b = next(keys, at + slots, b);
            c = next(keys, at + 2 * slots, c);
            d = next(keys, at + 3 * slots, d);
            e = next(keys, at + 4 * slots, e);
            f = next(keys, at + 5 * slots, f);
            g = next(keys, at + 6 * slots, g);
            h = next(keys, at + 7 * slots, h);
        }
        // The heap's leaves begin at index "slots".
        float sum = before + leaves[at - slots + a];
        sum += leaves[at + b];
        sum += leaves[at + slots + c];
        sum += leaves[at + 2 * slots + d];
        sum += leaves[at + 3 * slots + e];
        sum += leaves[at + 4 * slots + f];
        sum += leaves[at + 5 * slots + g];
        return sum + leaves[at + 6 * slots + h];
    }

    private int walk(long[] keys, int at) {
        int i = 1;
        for (int level = 0; level < depth; level++) {
            i = next(keys, at, i);
        }
        return i;
    }

    /** A negative difference, the number being below the threshold, has its highest bit set and goes to the low side. */
    private int next(long[] keys, int at, int i) {
        long question = questions[at + i];
        return 2 * i + high(keys, question);
    }

    /** A leaf above the lowest level fills every place below it; the questions there do not matter. */
    private void place(TreeNode node, int at, int i) {
        switch (node) {
            case TreeNode.Leaf leaf -> fill(leaf.value(), at, i);
            case TreeNode.Split split -> {
                questions[at + i] = question(split);
                place(split.low(), at, 2 * i);
                place(split.high(), at, 2 * i + 1);
            }
        }
    }

    private void fill(float value, int at, int i) {
        if (i >= slots) {
            leaves[at + i - slots] = value;
        } else {
            fill(value, at, 2 * i);
            fill(value, at, 2 * i + 1);
        }
    }

    private static long key(int order) {
        return ((long) order << PLACE_BITS) | PLACE_MASK;
    }

    /** Ints that sort like the floats, both zeros alike. */
    private static int order(float number) {
        int bits = Float.floatToIntBits(number + 0.0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private static int depth(TreeNode node) {
        return switch (node) {
            case TreeNode.Leaf leaf -> 0;
            case TreeNode.Split split -> 1 + Math.max(depth(split.low()), depth(split.high()));
        };
    }
}
