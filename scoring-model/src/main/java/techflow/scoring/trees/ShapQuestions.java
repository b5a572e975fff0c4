package techflow.scoring.trees;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lays out the questions of all trees for {@link PathDependentShap}. */
final class ShapQuestions {
    /**
     * One question.
     *
     * @param asked as {@link TreeLayout#question} writes it
     * @param player the feature
     * @param share of the training sample that goes low
     * @param low the place of its low side in the scratch, or the complement of a leaf
     * @param high of its high side
     * @param sameBefore earlier questions about the player on the way here, as bits by place
     * @param answersBefore the answers that lead here, 1 for high
     * @param constantsAt where its constants begin
     * @param level what it is worth when nothing is known
     * @param step by how much its sides differ when both are leaves, else NaN
     */
    record Question(
            long asked,
            int player,
            double share,
            int low,
            int high,
            long sameBefore,
            long answersBefore,
            int constantsAt,
            double level,
            double step) {}

    /** A question and the side that was taken. */
    private record Step(TreeNode.Split split, boolean high) {
        double share() {
            double low = ShapQuestions.share(split);
            return high ? 1 - low : low;
        }
    }

    /** A question and the way to it. */
    private record Found(TreeNode.Split split, List<Step> path) {
        boolean isLowest() {
            return split.low() instanceof TreeNode.Leaf && split.high() instanceof TreeNode.Leaf;
        }
    }

    private final int[] players;
    private final double[] points;
    private final double[] weights;
    private final int width;
    private final List<Integer> begin = new ArrayList<>(List.of(0));
    private final List<Integer> inner = new ArrayList<>();
    private final List<Question> list = new ArrayList<>();
    private final List<Double> leaves = new ArrayList<>();
    private final List<Double> constants = new ArrayList<>();
    private final Map<Double, Integer> constantsOfShare = new HashMap<>();
    private final double expected;

    /** @param width numbers per question in the scratch */
    ShapQuestions(FlatTreeEnsemble ensemble, double[] points, double[] weights, int width) {
        this.players = ensemble.featureOfInput();
        this.points = points;
        this.weights = weights;
        this.width = width;
        this.expected =
                ensemble.trees().stream().mapToDouble(ShapQuestions::worth).sum();
        ensemble.trees().forEach(this::add);
    }

    /** Where the questions of each tree begin; one more at the end. */
    List<Integer> begin() {
        return begin;
    }

    /** In each tree the first question that is not between two leaves. */
    List<Integer> inner() {
        return inner;
    }

    List<Question> list() {
        return list;
    }

    List<Double> leaves() {
        return leaves;
    }

    /** For each share so far: a number per point, then a weight per point. */
    List<Double> constants() {
        return constants;
    }

    /** What all trees are worth when nothing is known. */
    double expected() {
        return expected;
    }

    private void add(TreeNode tree) {
        List<Found> own = new ArrayList<>();
        collect(tree, List.of(), own);
        own.sort(Comparator.comparing((Found one) -> !one.isLowest())
                .thenComparing(one -> -one.path().size()));
        Map<TreeNode, Integer> places = new IdentityHashMap<>();
        own.forEach(one -> places.put(one.split(), places.size()));
        inner.add(list.size() + (int) own.stream().filter(Found::isLowest).count());
        own.forEach(one -> list.add(question(one, places)));
        begin.add(list.size());
    }

    private void collect(TreeNode node, List<Step> path, List<Found> own) {
        switch (node) {
            case TreeNode.Leaf leaf -> {}
            case TreeNode.Split split -> {
                own.add(new Found(split, path));
                collect(split.low(), with(path, new Step(split, false)), own);
                collect(split.high(), with(path, new Step(split, true)), own);
            }
        }
    }

    private Question question(Found found, Map<TreeNode, Integer> places) {
        TreeNode.Split split = found.split();
        int player = players[split.input()];
        long same = 0;
        long answers = 0;
        double shareBefore = 1;
        for (Step step : found.path()) {
            if (players[step.split().input()] == player) {
                long bit = 1L << Objects.requireNonNull(places.get(step.split()));
                same |= bit;
                answers |= step.high() ? bit : 0;
                shareBefore *= step.share();
            }
        }
        return new Question(
                TreeLayout.question(split),
                player,
                share(split),
                side(split.low(), places),
                side(split.high(), places),
                same,
                answers,
                constantsOfShare.computeIfAbsent(shareBefore, this::addConstants),
                worth(split),
                step(split));
    }

    private int side(TreeNode node, Map<TreeNode, Integer> places) {
        return switch (node) {
            case TreeNode.Leaf leaf -> {
                leaves.add((double) leaf.value());
                yield ~(leaves.size() - 1);
            }
            case TreeNode.Split split -> width * Objects.requireNonNull(places.get(split));
        };
    }

    private int addConstants(double shareBefore) {
        int at = constants.size();
        for (double point : points) {
            constants.add(point / (point + (1 - point) * shareBefore));
        }
        for (int i = 0; i < points.length; i++) {
            double kept = points[i] + (1 - points[i]) * shareBefore;
            constants.add(weights[i] * shareBefore / (kept * kept));
        }
        return at;
    }

    private static double share(TreeNode.Split split) {
        return split.low().cover() / (split.low().cover() + split.high().cover());
    }

    private static double step(TreeNode.Split split) {
        return split.low() instanceof TreeNode.Leaf low && split.high() instanceof TreeNode.Leaf high
                ? (double) low.value() - high.value()
                : Double.NaN;
    }

    private static double worth(TreeNode node) {
        return switch (node) {
            case TreeNode.Leaf leaf -> leaf.value();
            case TreeNode.Split split -> share(split) * worth(split.low()) + (1 - share(split)) * worth(split.high());
        };
    }

    private static List<Step> with(List<Step> path, Step step) {
        List<Step> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
