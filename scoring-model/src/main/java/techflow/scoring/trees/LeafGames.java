package techflow.scoring.trees;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the leaves of one tree into games. */
final class LeafGames {
    private final int[] featureOfInput;
    private final List<long[]> references;
    private final List<LeafGame> games = new ArrayList<>();

    /**
     * Games.
     *
     * @param featureOfInput the player behind each input
     * @param references decisions of the reference firms, one array per tree; empty for path-dependent games
     */
    private LeafGames(int[] featureOfInput, List<long[]> references) {
        this.featureOfInput = featureOfInput;
        this.references = references;
    }

    /** One answer of a path. */
    private record Step(int player, int question, boolean high, double share) {}

    static List<LeafGame> pathDependent(TreeNode tree, int[] featureOfInput) {
        LeafGames games = new LeafGames(featureOfInput, List.of());
        games.descend(tree, 1, new ArrayList<>());
        return games.games;
    }

    /** @param decisions of each reference firm in this tree, at least one */
    static List<LeafGame> against(TreeNode tree, int[] featureOfInput, long[] decisions) {
        LeafGames games = new LeafGames(featureOfInput, List.of(decisions));
        games.descend(tree, 1, new ArrayList<>());
        return games.games;
    }

    private void descend(TreeNode node, int heapIndex, List<Step> path) {
        switch (node) {
            case TreeNode.Leaf leaf -> games.add(game(leaf, path));
            case TreeNode.Split split -> {
                int player = featureOfInput[split.input()];
                double low = split.low().cover()
                        / (split.low().cover() + split.high().cover());
                path.add(new Step(player, heapIndex, false, low));
                descend(split.low(), 2 * heapIndex, path);
                path.set(path.size() - 1, new Step(player, heapIndex, true, 1 - low));
                descend(split.high(), 2 * heapIndex + 1, path);
                path.removeLast();
            }
        }
    }

    private LeafGame game(TreeNode.Leaf leaf, List<Step> path) {
        Map<Integer, List<Step>> byPlayer = new LinkedHashMap<>();
        path.forEach(step ->
                byPlayer.computeIfAbsent(step.player(), p -> new ArrayList<>()).add(step));
        int[] players = byPlayer.keySet().stream().mapToInt(Integer::intValue).toArray();
        long[] questions = new long[players.length];
        long[] answers = new long[players.length];
        double[] shares = new double[players.length];
        int next = 0;
        for (List<Step> steps : byPlayer.values()) {
            shares[next] = 1;
            for (Step step : steps) {
                questions[next] |= 1L << step.question();
                answers[next] |= step.high() ? 1L << step.question() : 0;
                shares[next] *= step.share();
            }
            next++;
        }
        LeafGame alone = new LeafGame(leaf.value(), players, questions, answers, new LeafGame.Outside.Shares(shares));
        return references.isEmpty()
                ? alone
                : new LeafGame(leaf.value(), players, questions, answers, firms(alone, references.getFirst()));
    }

    private static LeafGame.Outside firms(LeafGame leaf, long[] decisions) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (long one : decisions) {
            counts.merge(leaf.agreement(one), 1, Integer::sum);
        }
        return new LeafGame.Outside.Firms(
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream()
                        .mapToDouble(count -> (double) count / decisions.length)
                        .toArray());
    }
}
