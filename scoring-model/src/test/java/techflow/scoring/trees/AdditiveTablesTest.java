package techflow.scoring.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureVector;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.TrainingSet;

class AdditiveTablesTest {
    private static final long SEED = 11_2026;
    private static final TrainingSet WORLD = new SmallWorld(SEED, 1_000).set();
    private static final List<TreeInput> INPUTS = List.of(
            new TreeInput(SmallWorld.CASH, Optional.empty()),
            new TreeInput(SmallWorld.LATE, Optional.empty()),
            new TreeInput(SmallWorld.FIELD, Optional.of("chips")),
            new TreeInput(SmallWorld.FIELD, Optional.of("bio")),
            new TreeInput(SmallWorld.GROWTH, Optional.empty()));

    private static final List<FeatureVector> FIRMS =
            IntStream.range(0, WORLD.size()).mapToObj(WORLD::vector).toList();

    private final Random random = new Random(SEED);

    /** A tree whose questions are about the given inputs only. */
    private TreeNode tree(int depth, int... inputs) {
        if (depth == 0) {
            return new TreeNode.Leaf((float) random.nextGaussian(), 1);
        }
        int input = inputs[random.nextInt(inputs.length)];
        float threshold = INPUTS.get(input).label().isPresent() ? 0.5f : (float) random.nextGaussian();
        return new TreeNode.Split(
                input, threshold, random.nextBoolean(), tree(depth - 1, inputs), tree(depth - 1, inputs), 2);
    }

    private FlatTreeEnsemble ensemble() {
        List<TreeNode> trees = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            trees.add(tree(1, 0, 1, 2, 3, 4));
            trees.add(tree(3, 0, 1));
            trees.add(tree(2, 0, 2, 3));
        }
        trees.add(new TreeNode.Leaf(0.25f, 1));
        return new FlatTreeEnsemble(INPUTS, 1.5f, trees);
    }

    private static double sum(FlatTreeEnsemble ensemble, FeatureVector vector) {
        double sum = ensemble.intercept();
        for (TreeNode tree : ensemble.trees()) {
            sum += new FlatTreeEnsemble(INPUTS, 0, List.of(tree)).logOdds(vector);
        }
        return sum;
    }

    @Test
    void looked_up_numbers_sum_to_the_ensemble() {
        FlatTreeEnsemble ensemble = ensemble();
        AdditiveTables tables = AdditiveTables.of(ensemble);
        AdditiveTables centred = tables.centredOn(FIRMS);
        for (FeatureVector firm : FIRMS) {
            assertThat(tables.logOdds(firm)).as("seed %d", SEED).isCloseTo(sum(ensemble, firm), within(1e-9));
            assertThat(centred.logOdds(firm)).as("seed %d", SEED).isCloseTo(sum(ensemble, firm), within(1e-9));
        }
    }

    @Test
    void centred_tables_have_mean_zero_over_the_reference() {
        AdditiveTables centred = AdditiveTables.of(ensemble()).centredOn(FIRMS);
        double[] means = new double[centred.tables().size()];
        for (FeatureVector firm : FIRMS) {
            List<AdditiveTables.Part> parts = centred.parts(firm);
            for (int i = 0; i < means.length; i++) {
                means[i] += parts.get(i).value() / FIRMS.size();
            }
        }
        for (int i = 0; i < means.length; i++) {
            if (centred.tables().get(i).features().size() == 1) {
                assertThat(means[i])
                        .as("%s", centred.tables().get(i).features())
                        .isCloseTo(0, within(1e-9));
            }
        }
    }

    @Test
    void cells_tell_their_range_and_missing_is_the_last() {
        TreeNode split = new TreeNode.Split(0, 0.5f, true, new TreeNode.Leaf(-1, 1), new TreeNode.Leaf(1, 1), 2);
        AdditiveTables.Table table = AdditiveTables.of(new FlatTreeEnsemble(INPUTS, 0, List.of(split)))
                .tables()
                .getFirst();
        assertThat(table.cells()).containsExactly(List.of("< 0.5", "≥ 0.5", "missing"));
        assertThat(table.values()).containsExactly(List.of(-1.0), List.of(1.0), List.of(-1.0));
    }

    @Test
    void a_path_about_three_features_is_refused_by_name() {
        TreeNode inner = new TreeNode.Split(4, 0, true, new TreeNode.Leaf(0, 1), new TreeNode.Leaf(1, 1), 2);
        TreeNode middle = new TreeNode.Split(1, 0, true, inner, new TreeNode.Leaf(1, 1), 3);
        TreeNode root = new TreeNode.Split(0, 0, true, middle, new TreeNode.Leaf(1, 1), 4);
        assertThatThrownBy(() -> AdditiveTables.of(new FlatTreeEnsemble(INPUTS, 0, List.of(root))))
                .hasMessageContaining("two features at most")
                .hasMessageContaining("growth");
    }
}
