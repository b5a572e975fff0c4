package techflow.scoring.trees;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The summed Shapley values of the leaves below one node, by every combination of answers on the way to it and below it.
 *
 * @param questions heap indexes of those questions, as bits
 * @param players whose values a row holds
 * @param rows a row per combination, the lowest question being the lowest bit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a value
record ShapTable(long questions, int[] players, double[] rows) {
    /** Tables that cover a tree: one below each node from which on few enough questions are left. */
    static List<ShapTable> of(TreeNode tree, List<LeafGame> games, int mostQuestions) {
        List<ShapTable> tables = new ArrayList<>();
        collect(tree, 1, 0, games, 0, mostQuestions, tables);
        return tables;
    }

    /** Answers the index of the first leaf after this node; leaves are numbered from the low side. */
    private static int collect(
            TreeNode node,
            int heapIndex,
            long path,
            List<LeafGame> games,
            int firstLeaf,
            int mostQuestions,
            List<ShapTable> tables) {
        long questions = path | questions(node, heapIndex);
        if (Long.bitCount(questions) <= mostQuestions || !(node instanceof TreeNode.Split split)) {
            int next = firstLeaf + leaves(node);
            tables.add(table(questions, games.subList(firstLeaf, next)));
            return next;
        }
        long below = path | 1L << heapIndex;
        int next = collect(split.low(), 2 * heapIndex, below, games, firstLeaf, mostQuestions, tables);
        return collect(split.high(), 2 * heapIndex + 1, below, games, next, mostQuestions, tables);
    }

    private static ShapTable table(long questions, List<LeafGame> games) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        games.forEach(game -> game.playerList().forEach(player -> places.putIfAbsent(player, places.size())));
        int width = places.size();
        int combinations = 1 << Long.bitCount(questions);
        double[] rows = new double[combinations * width];
        for (LeafGame game : games) {
            double[][] byAgreement = new double[1 << game.players().length][];
            int[] place = game.playerList().stream().mapToInt(places::get).toArray();
            for (int combination = 0; combination < combinations; combination++) {
                int agreement = game.agreement(Long.expand(combination, questions));
                if (byAgreement[agreement] == null) {
                    byAgreement[agreement] = new double[place.length];
                    game.addShapley(agreement, byAgreement[agreement]);
                }
                for (int i = 0; i < place.length; i++) {
                    rows[combination * width + place[i]] += byAgreement[agreement][i];
                }
            }
        }
        return new ShapTable(
                questions, places.keySet().stream().mapToInt(Integer::intValue).toArray(), rows);
    }

    private static long questions(TreeNode node, int heapIndex) {
        return switch (node) {
            case TreeNode.Leaf leaf -> 0;
            case TreeNode.Split split ->
                1L << heapIndex | questions(split.low(), 2 * heapIndex) | questions(split.high(), 2 * heapIndex + 1);
        };
    }

    private static int leaves(TreeNode node) {
        return switch (node) {
            case TreeNode.Leaf leaf -> 1;
            case TreeNode.Split split -> leaves(split.low()) + leaves(split.high());
        };
    }
}
