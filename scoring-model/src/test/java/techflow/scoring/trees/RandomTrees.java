package techflow.scoring.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import techflow.features.definition.FeatureName;

/** Seeded ensembles over five features, one of them a category of three labels, and rows with missing numbers. */
final class RandomTrees {
    private static final FeatureName FIELD = new FeatureName("field");

    static final List<TreeInput> INPUTS = List.of(
            new TreeInput(new FeatureName("number_a"), Optional.empty()),
            new TreeInput(new FeatureName("number_b"), Optional.empty()),
            new TreeInput(FIELD, Optional.of("bio")),
            new TreeInput(FIELD, Optional.of("chips")),
            new TreeInput(FIELD, Optional.of("software")),
            new TreeInput(new FeatureName("number_c"), Optional.empty()),
            new TreeInput(new FeatureName("number_d"), Optional.empty()));

    private final Random random;

    RandomTrees(long seed) {
        random = new Random(seed);
    }

    FlatTreeEnsemble ensemble(int trees, int depth) {
        List<TreeNode> nodes = new ArrayList<>();
        for (int i = 0; i < trees; i++) {
            nodes.add(node(depth, 1000));
        }
        return new FlatTreeEnsemble(INPUTS, (float) random.nextGaussian(), nodes);
    }

    /** Some branches end early, and a path may ask twice about one input. */
    private TreeNode node(int depth, double cover) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return new TreeNode.Leaf((float) (random.nextGaussian() / 5), cover);
        }
        int input = random.nextInt(INPUTS.size());
        boolean oneHot = INPUTS.get(input).label().isPresent();
        double low = cover * (0.1 + 0.8 * random.nextDouble());
        return new TreeNode.Split(
                input,
                oneHot ? 0.5f : threshold(),
                random.nextBoolean(),
                node(depth - 1, low),
                node(depth - 1, cover - low),
                cover);
    }

    private float threshold() {
        return switch (random.nextInt(8)) {
            case 0 -> 0f;
            case 1 -> -0f;
            case 2 -> Float.MIN_VALUE;
            default -> (float) random.nextGaussian();
        };
    }

    float[] row() {
        float[] row = new float[INPUTS.size()];
        int label = random.nextInt(4);
        for (int i = 0; i < row.length; i++) {
            boolean oneHot = INPUTS.get(i).label().isPresent();
            row[i] = oneHot ? oneHot(label, i - 2) : number();
        }
        return row;
    }

    List<float[]> rows(int count) {
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row());
        }
        return rows;
    }

    private static float oneHot(int label, int index) {
        if (label == 3) {
            return Float.NaN;
        }
        return label == index ? 1 : 0;
    }

    private float number() {
        return switch (random.nextInt(12)) {
            case 0 -> 0f;
            case 1 -> -0f;
            case 2 -> Float.POSITIVE_INFINITY;
            case 3 -> Float.NEGATIVE_INFINITY;
            case 4, 5 -> Float.NaN;
            default -> (float) random.nextGaussian();
        };
    }
}
