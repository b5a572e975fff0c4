package techflow.scoring.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureName;

/** Against Shapley's definition, coalition by coalition. */
class TreeShapTest {
    private static final int SEEDS = 25;

    /** The log-odds without the {@code float} rounding of the sum. */
    private static double exact(FlatTreeEnsemble ensemble, float[] row) {
        return expected(ensemble, row, -1);
    }

    /** Path-dependent expectation: known features follow the row, of others both sides count by cover. */
    private static double expected(FlatTreeEnsemble ensemble, float[] row, int coalition) {
        return ensemble.intercept()
                + ensemble.trees().stream()
                        .mapToDouble(tree -> expected(ensemble, tree, row, coalition))
                        .sum();
    }

    private static double expected(FlatTreeEnsemble ensemble, TreeNode node, float[] row, int coalition) {
        return switch (node) {
            case TreeNode.Leaf leaf -> leaf.value();
            case TreeNode.Split split -> {
                float number = row[split.input()];
                boolean low = Float.isNaN(number) ? split.missingGoesLow() : number < split.threshold();
                double below = expected(ensemble, split.low(), row, coalition);
                double above = expected(ensemble, split.high(), row, coalition);
                int player = ensemble.features()
                        .indexOf(ensemble.inputs().get(split.input()).feature());
                boolean known = (coalition >> player & 1) == 1;
                double share = split.low().cover()
                        / (split.low().cover() + split.high().cover());
                double certain = low ? below : above;
                yield known ? certain : share * below + (1 - share) * above;
            }
        };
    }

    /** Shapley's own formula over all coalitions. */
    private static double[] shapley(int players, ToDoubleFunction<Integer> worth) {
        double[] values = new double[players];
        for (int coalition = 0; coalition < 1 << players; coalition++) {
            int size = Integer.bitCount(coalition);
            for (int player = 0; player < players; player++) {
                if ((coalition >> player & 1) == 0) {
                    double weight = factorial(size) * factorial(players - 1 - size) / factorial(players);
                    values[player] +=
                            weight * (worth.applyAsDouble(coalition | 1 << player) - worth.applyAsDouble(coalition));
                }
            }
        }
        return values;
    }

    private static double factorial(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    @Test
    void path_dependent_contributions_are_shapleys_and_add_up() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomTrees world = new RandomTrees(seed);
            FlatTreeEnsemble ensemble = world.ensemble(7, 1 + (int) seed % 6);
            TreeShap shap = TreeShap.pathDependent(ensemble);
            for (float[] row : world.rows(10)) {
                double[] found = shap.contributions(row);
                double[] expected = shapley(found.length, coalition -> expected(ensemble, row, coalition));
                assertThat(found).as("seed %d", seed).containsExactly(expected, within(1e-12));
                assertThat(shap.expected()
                                + IntStream.range(0, found.length)
                                        .mapToDouble(i -> found[i])
                                        .sum())
                        .as("seed %d", seed)
                        .isCloseTo(exact(ensemble, row), within(1e-9));
            }
        }
    }

    @Test
    void interventional_contributions_are_shapleys_against_every_reference_firm_and_add_up() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomTrees world = new RandomTrees(seed);
            FlatTreeEnsemble ensemble = world.ensemble(7, 1 + (int) seed % 6);
            List<float[]> references = world.rows(9);
            TreeShap shap = TreeShap.against(ensemble, references);
            for (float[] row : world.rows(10)) {
                double[] found = shap.contributions(row);
                double[] expected = shapley(found.length, coalition -> mean(ensemble, row, references, coalition));
                assertThat(found).as("seed %d", seed).containsExactly(expected, within(1e-12));
                assertThat(shap.expected()).isCloseTo(mean(ensemble, row, references, 0), within(1e-9));
                assertThat(shap.expected()
                                + IntStream.range(0, found.length)
                                        .mapToDouble(i -> found[i])
                                        .sum())
                        .as("seed %d", seed)
                        .isCloseTo(exact(ensemble, row), within(1e-9));
            }
        }
    }

    private static double mean(FlatTreeEnsemble ensemble, float[] row, List<float[]> references, int coalition) {
        List<FeatureName> features = ensemble.features();
        return references.stream()
                .mapToDouble(reference -> {
                    float[] mixed = reference.clone();
                    for (int i = 0; i < mixed.length; i++) {
                        int player = features.indexOf(ensemble.inputs().get(i).feature());
                        mixed[i] = (coalition >> player & 1) == 1 ? row[i] : reference[i];
                    }
                    return exact(ensemble, mixed);
                })
                .average()
                .orElseThrow();
    }

    @Test
    void a_firm_against_itself_has_nothing_ahead() {
        RandomTrees world = new RandomTrees(3);
        FlatTreeEnsemble ensemble = world.ensemble(20, 6);
        float[] row = world.row();
        assertThat(TreeShap.against(ensemble, List.of(row)).contributions(row)).containsOnly(0.0);
    }
}
