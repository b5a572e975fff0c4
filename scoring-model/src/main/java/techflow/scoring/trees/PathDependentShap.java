package techflow.scoring.trees;

/**
 * Path-dependent Shapley values without tables. A leaf is a product game: with the coalition drawn by letting each player in
 * with chance t, player j keeps the leaf with factor {@code t·agrees + (1 − t)·share}, and Shapley's value is the mean over t
 * of what the player moves. The integrand is a polynomial of degree 5 at most, since no path asks about more than six
 * players, so three Gauss–Legendre points give it exactly.
 *
 * <p>At one t the sum over the leaves below a question factors like the tree: from below comes what its two sides are worth,
 * from above with how much weight it is reached, and their product is what the question moves. A player that was asked before
 * on the path is one player with the joint answer: it moves nothing once it disagreed, and else its factors are those at
 * {@code t / (t + (1 − t)·S)}, S being its share so far.
 */
final class PathDependentShap implements TreeShap {
    private static final double[] POINTS = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};
    private static final double[] WEIGHTS = {5 / 18.0, 8 / 18.0, 5 / 18.0};
    /** Numbers per question in the scratch: what it is worth, by how much its sides differ, and its factor, at each point. */
    private static final int WIDTH = 9;

    private final TreeLayout layout;
    private final int features;
    private final double expected;
    /** Where the questions of each tree begin; one more at the end. Those between two leaves come first, then deeper ones. */
    private final int[] begin;
    /** In each tree the first question that is not between two leaves. */
    private final int[] inner;

    private final long[] asked;
    private final int[] player;
    private final double[] share;
    /** For both sides of a question a question of the same tree, or the complement of a leaf. */
    private final int[] sides;

    private final double[] leaves;
    /** Of a question between two leaves: what it is worth when nothing is known, and by how much its sides differ. */
    private final double[] levels;

    private final double[] steps;
    private final long[] sameBefore;
    private final long[] answersBefore;
    /** For each question where its constants begin: three points, then three weights. */
    private final int[] constantsAt;

    private final double[] constants;

    PathDependentShap(FlatTreeEnsemble ensemble) {
        ShapQuestions all = new ShapQuestions(ensemble, POINTS, WEIGHTS, WIDTH);
        layout = ensemble.layout();
        features = ensemble.features().size();
        expected = ensemble.intercept() + all.expected();
        begin = all.begin().stream().mapToInt(Integer::intValue).toArray();
        inner = all.inner().stream().mapToInt(Integer::intValue).toArray();
        levels = all.list().stream().mapToDouble(ShapQuestions.Question::level).toArray();
        steps = all.list().stream().mapToDouble(ShapQuestions.Question::step).toArray();
        asked = all.list().stream().mapToLong(one -> one.asked()).toArray();
        player = all.list().stream().mapToInt(one -> one.player()).toArray();
        share = all.list().stream().mapToDouble(one -> one.share()).toArray();
        sides = all.list().stream()
                .flatMapToInt(one -> java.util.stream.IntStream.of(one.low(), one.high()))
                .toArray();
        leaves = all.leaves().stream().mapToDouble(Double::doubleValue).toArray();
        sameBefore = all.list().stream().mapToLong(one -> one.sameBefore()).toArray();
        answersBefore =
                all.list().stream().mapToLong(one -> one.answersBefore()).toArray();
        constantsAt = all.list().stream().mapToInt(one -> one.constantsAt()).toArray();
        constants = all.constants().stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public double expected() {
        return expected;
    }

    @Override
    public double[] contributions(float[] row) {
        double[] sums = new double[features];
        double[] scratch = new double[WIDTH << FlatTreeEnsemble.MOST_DEPTH];
        double[] ahead = new double[1 << FlatTreeEnsemble.MOST_DEPTH];
        long[] keys = layout.keys(row);
        for (int tree = 0; tree + 1 < begin.length; tree++) {
            if (begin[tree] < begin[tree + 1]) {
                compare(keys, begin[tree], begin[tree + 1], ahead);
                lowest(begin[tree], inner[tree], scratch, ahead);
                upwards(begin[tree], inner[tree], begin[tree + 1], scratch, ahead);
                downwards(begin[tree], inner[tree], begin[tree + 1], scratch, ahead, sums);
                lowestSums(begin[tree], inner[tree], scratch, ahead, sums);
            }
        }
        return sums;
    }

    /** How far the firm's answer to each question is from the share that goes low; 0 where its player disagreed before. */
    private void compare(long[] keys, int from, int to, double[] ahead) {
        long high = 0;
        for (int i = from; i < to; i++) {
            high |= (long) TreeLayout.high(keys, asked[i]) << (i - from);
        }
        for (int i = from; i < to; i++) {
            long wrong = (high ^ answersBefore[i]) & sameBefore[i];
            ahead[i - from] = wrong == 0 ? 1 - (high >>> (i - from) & 1) - share[i] : 0;
        }
    }

    /** What the questions between two leaves are worth at each point. */
    private void lowest(int from, int to, double[] scratch, double[] ahead) {
        for (int i = from, at = 0; i < to; i++, at += WIDTH) {
            double moved = ahead[i - from];
            double level = levels[i];
            double step = steps[i];
            int c = constantsAt[i];
            scratch[at] = level + step * constants[c] * moved;
            scratch[at + 1] = level + step * constants[c + 1] * moved;
            scratch[at + 2] = level + step * constants[c + 2] * moved;
        }
    }

    /** What the other questions are worth, from the leaves up. */
    private void upwards(int begin, int from, int to, double[] scratch, double[] ahead) {
        for (int i = from, at = (from - begin) * WIDTH; i < to; i++, at += WIDTH) {
            double moved = ahead[i - begin];
            int low = sides[2 * i];
            int high = sides[2 * i + 1];
            int c = constantsAt[i];
            for (int point = 0; point < 3; point++) {
                double above = high < 0 ? leaves[~high] : scratch[high + point];
                double below = low < 0 ? leaves[~low] : scratch[low + point];
                double factor = share[i] + constants[c + point] * moved;
                double difference = below - above;
                scratch[at + point] = above + factor * difference;
                scratch[at + 3 + point] = difference;
                scratch[at + 6 + point] = factor;
            }
        }
    }

    /** With how much weight each question is reached, from the root down; it takes the place of what that is worth. */
    private void downwards(int begin, int from, int to, double[] scratch, double[] ahead, double[] sums) {
        int root = (to - begin - 1) * WIDTH;
        scratch[root] = scratch[root + 1] = scratch[root + 2] = 1;
        for (int i = to - 1, at = root; i >= from; i--, at -= WIDTH) {
            int low = sides[2 * i];
            int high = sides[2 * i + 1];
            int c = constantsAt[i] + 3;
            double sum = 0;
            for (int point = 0; point < 3; point++) {
                double reached = scratch[at + point];
                sum += constants[c + point] * reached * scratch[at + 3 + point];
                double below = reached * scratch[at + 6 + point];
                if (low >= 0) {
                    scratch[low + point] = below;
                }
                if (high >= 0) {
                    scratch[high + point] = reached - below;
                }
            }
            sums[player[i]] += ahead[i - begin] * sum;
        }
    }

    private void lowestSums(int from, int to, double[] scratch, double[] ahead, double[] sums) {
        for (int i = from, at = 0; i < to; i++, at += WIDTH) {
            int c = constantsAt[i] + 3;
            double reached = constants[c] * scratch[at]
                    + constants[c + 1] * scratch[at + 1]
                    + constants[c + 2] * scratch[at + 2];
            sums[player[i]] += ahead[i - from] * steps[i] * reached;
        }
    }
}
