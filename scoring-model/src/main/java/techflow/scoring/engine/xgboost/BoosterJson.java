package techflow.scoring.engine.xgboost;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.trees.TreeNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A booster as XGBoost's own model JSON, whose numbers are the shortest that give back each {@code float} exactly; the
 * text dump rounds. Changed models are handed back to XGBoost, so that it predicts exactly what is served.
 */
final class BoosterJson {
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode root;

    private BoosterJson(ObjectNode root) {
        this.root = root;
    }

    static BoosterJson read(byte[] bytes) {
        return new BoosterJson((ObjectNode) JSON.readTree(bytes));
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(root);
    }

    int size() {
        return trees().size();
    }

    /** The trees in the order in which they are summed. */
    List<TreeNode> nodes() {
        List<TreeNode> nodes = new ArrayList<>();
        for (JsonNode tree : trees()) {
            nodes.add(node(tree, 0));
        }
        return nodes;
    }

    /**
     * The trees of several boosters one after the other, each leaf times a share.
     *
     * @param share a power of two, so that no leaf is rounded
     */
    static BoosterJson joined(List<BoosterJson> boosters, float share) {
        BoosterJson whole =
                new BoosterJson((ObjectNode) boosters.getFirst().root.deepCopy());
        ArrayNode all = whole.trees();
        all.removeAll();
        for (BoosterJson booster : boosters) {
            for (JsonNode tree : booster.trees()) {
                ObjectNode copy = (ObjectNode) tree.deepCopy();
                scale(copy, share);
                all.add(copy.put("id", all.size()));
            }
        }
        whole.renumber();
        return whole;
    }

    /** Says where a split sends missing values. */
    interface MissingWay {
        /**
         * @param input which is asked about
         * @param low whether missing values go the way of numbers below the threshold now
         * @param cover weight of the training rows that came here
         * @return whether they shall
         */
        boolean goesLow(int input, float threshold, boolean low, double cover);
    }

    /** Asks at every split where missing values shall go. @return how many splits were changed */
    int sendMissing(MissingWay way) {
        int changed = 0;
        for (JsonNode tree : trees()) {
            ArrayNode goesLow = (ArrayNode) tree.get("default_left");
            for (int node = 0; node < goesLow.size(); node++) {
                if (tree.get("left_children").get(node).intValue() >= 0) {
                    boolean low = goesLow.get(node).intValue() == 1;
                    boolean shall = way.goesLow(
                            tree.get("split_indices").get(node).intValue(),
                            number(tree, "split_conditions", node),
                            low,
                            number(tree, "sum_hessian", node));
                    if (shall != low) {
                        goesLow.set(node, shall ? 1 : 0);
                        changed++;
                    }
                }
            }
        }
        return changed;
    }

    /** Hears of each question that follows a first one: both inputs, and the gain of the second. */
    interface SecondSplit {
        void split(int root, int child, double gain);
    }

    /** Tells the second questions of every tree. */
    void secondSplits(SecondSplit hearer) {
        for (JsonNode tree : trees()) {
            for (String side : List.of("left_children", "right_children")) {
                int child = tree.get(side).get(0).intValue();
                if (child >= 0 && tree.get("left_children").get(child).intValue() >= 0) {
                    hearer.split(
                            tree.get("split_indices").get(0).intValue(),
                            tree.get("split_indices").get(child).intValue(),
                            number(tree, "loss_changes", child));
                }
            }
        }
    }

    private static TreeNode node(JsonNode tree, int index) {
        double cover = Math.max(Float.MIN_NORMAL, number(tree, "sum_hessian", index));
        int low = tree.get("left_children").get(index).intValue();
        float number = number(tree, "split_conditions", index);
        if (low < 0) {
            return new TreeNode.Leaf(number, cover);
        }
        return new TreeNode.Split(
                tree.get("split_indices").get(index).intValue(),
                number,
                tree.get("default_left").get(index).intValue() == 1,
                node(tree, low),
                node(tree, tree.get("right_children").get(index).intValue()),
                cover);
    }

    private static float number(JsonNode tree, String name, int index) {
        return (float) tree.get(name).get(index).doubleValue();
    }

    private static void scale(ObjectNode tree, float share) {
        ArrayNode values = (ArrayNode) tree.get("split_conditions");
        for (int node = 0; node < values.size(); node++) {
            if (tree.get("left_children").get(node).intValue() < 0) {
                values.set(node, number(tree, "split_conditions", node) * share);
            }
        }
    }

    private void renumber() {
        int count = size();
        ObjectNode model = model();
        ArrayNode info = model.putArray("tree_info");
        ArrayNode rounds = model.putArray("iteration_indptr").add(0);
        for (int tree = 1; tree <= count; tree++) {
            info.add(0);
            rounds.add(tree);
        }
        ((ObjectNode) model.get("gbtree_model_param"))
                .put("num_trees", String.valueOf(count))
                .put("num_parallel_tree", "1");
    }

    private ArrayNode trees() {
        return (ArrayNode) model().get("trees");
    }

    private ObjectNode model() {
        return (ObjectNode) root.get("learner").get("gradient_booster").get("model");
    }
}
