package techflow.benchmark.scoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * A model in XGBoost's deprecated binary form, which XGBoost 3 writes no more and H2O's predictor reads alone: the header of
 * the learner, the names of objective and booster, the trees as nodes of five words each, and their statistics.
 */
final class DeprecatedBinary {
    private static final int RESERVED_OF_LEARNER = 27;
    private static final int RESERVED_OF_BOOSTER = 32;
    private static final int RESERVED_OF_TREE = 31;

    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 23).order(ByteOrder.LITTLE_ENDIAN);

    static InputStream of(JsonNode trees, int features) throws IOException {
        DeprecatedBinary binary = new DeprecatedBinary();
        binary.learner(features);
        binary.booster(trees.size(), features);
        trees.forEach(tree -> binary.tree(tree, features));
        trees.forEach(tree -> binary.buffer.putInt(0));
        return new ByteArrayInputStream(binary.buffer.array(), 0, binary.buffer.position());
    }

    private void learner(int features) {
        buffer.putFloat(0).putInt(features).putInt(0).putInt(0).putInt(0);
        zeros(RESERVED_OF_LEARNER + 2);
        text("binary:logistic");
        text("gbtree");
    }

    private void booster(int trees, int features) {
        buffer.putInt(trees).putInt(1).putInt(features).putInt(0);
        buffer.putLong(0).putInt(1).putInt(0);
        zeros(RESERVED_OF_BOOSTER);
    }

    private void tree(JsonNode tree, int features) {
        int nodes = tree.get("left_children").size();
        buffer.putInt(1).putInt(nodes).putInt(0).putInt(0).putInt(features).putInt(0);
        zeros(RESERVED_OF_TREE);
        for (int i = 0; i < nodes; i++) {
            int goesLow = tree.get("default_left").get(i).intValue();
            buffer.putInt(tree.get("parents").get(i).intValue())
                    .putInt(tree.get("left_children").get(i).intValue())
                    .putInt(tree.get("right_children").get(i).intValue())
                    .putInt(tree.get("split_indices").get(i).intValue() | goesLow << 31)
                    .putFloat((float) tree.get("split_conditions").get(i).doubleValue());
        }
        zeros(4 * nodes);
    }

    private void text(String text) {
        buffer.putLong(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void zeros(int words) {
        for (int i = 0; i < words; i++) {
            buffer.putInt(0);
        }
    }
}
