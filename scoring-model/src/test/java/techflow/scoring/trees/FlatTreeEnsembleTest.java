package techflow.scoring.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatTreeEnsembleTest {
    /** What a tree means, in the plainest words. */
    private static float walk(TreeNode node, float[] row) {
        return switch (node) {
            case TreeNode.Leaf leaf -> leaf.value();
            case TreeNode.Split split -> {
                float number = row[split.input()];
                boolean low = Float.isNaN(number) ? split.missingGoesLow() : number < split.threshold();
                yield walk(low ? split.low() : split.high(), row);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void the_flat_form_gives_the_plain_walk_to_the_last_bit(int depth) {
        for (long seed = 0; seed < 20; seed++) {
            RandomTrees world = new RandomTrees(seed);
            FlatTreeEnsemble ensemble = world.ensemble(1 + (int) seed, depth);
            for (float[] row : world.rows(200)) {
                float expected = ensemble.intercept();
                for (TreeNode tree : ensemble.trees()) {
                    expected += walk(tree, row);
                }
                assertThat(ensemble.logOdds(row))
                        .as("seed %d, depth %d", seed, depth)
                        .isEqualTo(expected);
                assertThat(ensemble.logOdds(row, new long[ensemble.keys()])).isEqualTo(expected);
                assertThat(ensemble.logOdds(row))
                        .isBetween(
                                ensemble.range().low() - 1e-4, ensemble.range().high() + 1e-4);
            }
        }
    }

    @Test
    void every_defect_of_an_ensemble_is_told_at_once() {
        TreeNode leaf = new TreeNode.Leaf(1, 1);
        TreeNode deep = leaf;
        for (int i = 0; i < 7; i++) {
            deep = new TreeNode.Split(0, 1, true, deep, leaf, 1);
        }
        TreeNode foreign = new TreeNode.Split(9, Float.NaN, true, new TreeNode.Leaf(Float.NaN, 0), leaf, 1);
        List<TreeNode> trees = List.of(deep, foreign);
        assertThatThrownBy(() -> new FlatTreeEnsemble(RandomTrees.INPUTS, Float.NaN, trees))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite intercept")
                .hasMessageContaining("tree 0 is deeper than 6 questions")
                .hasMessageContaining("tree 1 asks about input 9 below NaN, must be one of 7 and finite")
                .hasMessageContaining("tree 1 has a leaf that is not finite: NaN")
                .hasMessageContaining("tree 1 has a node of cover 0.0");
    }

    @Test
    void a_row_of_another_width_is_refused() {
        FlatTreeEnsemble ensemble = new RandomTrees(1).ensemble(3, 3);
        assertThatThrownBy(() -> ensemble.logOdds(new float[3]))
                .hasMessageContaining("a row needs 7 inputs and 14 keys, found 3");
    }
}
