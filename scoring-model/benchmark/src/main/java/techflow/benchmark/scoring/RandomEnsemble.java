package techflow.benchmark.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;
import techflow.scoring.trees.FlatTreeEnsemble;
import techflow.scoring.trees.TreeInput;
import techflow.scoring.trees.TreeNode;

/** Full trees over numeric features of a catalogue, with thresholds that its firms have: as much work as a trained model. */
public final class RandomEnsemble {
    private final List<TreeInput> inputs;
    private final List<FeatureVector> vectors;
    private final Random random = new Random(9);

    private RandomEnsemble(List<FeatureName> features, List<FeatureVector> vectors) {
        this.inputs = features.stream()
                .map(feature -> new TreeInput(feature, Optional.empty()))
                .toList();
        this.vectors = vectors;
    }

    public static FlatTreeEnsemble of(List<FeatureName> features, List<FeatureVector> vectors, int trees, int depth) {
        RandomEnsemble ensemble = new RandomEnsemble(features, vectors);
        List<TreeNode> nodes = new ArrayList<>();
        for (int i = 0; i < trees; i++) {
            nodes.add(ensemble.node(depth, 1000));
        }
        return new FlatTreeEnsemble(ensemble.inputs, 2.5f, nodes);
    }

    private TreeNode node(int depth, double cover) {
        if (depth == 0) {
            return new TreeNode.Leaf((float) (random.nextGaussian() / 40), cover);
        }
        int input = random.nextInt(inputs.size());
        double low = cover * (0.2 + 0.6 * random.nextDouble());
        return new TreeNode.Split(
                input,
                threshold(input),
                random.nextBoolean(),
                node(depth - 1, low),
                node(depth - 1, cover - low),
                cover);
    }

    private float threshold(int input) {
        FeatureVector vector = vectors.get(random.nextInt(vectors.size()));
        float number = inputs.get(input)
                .number(vector.value(inputs.get(input).feature()));
        return Float.isNaN(number) ? 0 : number;
    }
}
