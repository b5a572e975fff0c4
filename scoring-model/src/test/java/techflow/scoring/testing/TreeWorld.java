package techflow.scoring.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.model.Calibrator;
import techflow.scoring.score.GradeScale;
import techflow.scoring.score.ScoreScale;
import techflow.scoring.training.ReferenceProfiles;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.trees.FlatTreeEnsemble;
import techflow.scoring.trees.TreeInput;
import techflow.scoring.trees.TreeNode;

/** Trees made by hand and by a seed over {@link SmallWorld}: safer with more cash, riskier with late payments. */
public final class TreeWorld {
    private static final SmallWorld WORLD = new SmallWorld(11, 4_000);
    private static final List<TreeInput> INPUTS = List.of(
            new TreeInput(SmallWorld.CASH, Optional.empty()),
            new TreeInput(SmallWorld.LATE, Optional.empty()),
            new TreeInput(SmallWorld.FIELD, Optional.of("bio")),
            new TreeInput(SmallWorld.FIELD, Optional.of("chips")),
            new TreeInput(SmallWorld.CLOSED, Optional.empty()),
            new TreeInput(SmallWorld.DISHONEST, Optional.empty()));

    private TreeWorld() {}

    public static TrainingSet set() {
        return WORLD.set();
    }

    /** Sixty trees of three questions; each pays for cash and charges for delay, a little more or less. */
    public static FlatTreeEnsemble ensemble() {
        Random random = new Random(5);
        List<TreeNode> trees = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            float pay = 0.02f + 0.02f * random.nextFloat();
            TreeNode late = split(1, 1 + random.nextInt(3), leaf(pay), leaf(-pay));
            TreeNode field = split(2 + i % 2, 0.5f, leaf(0), leaf(pay / 3));
            trees.add(split(0, (float) random.nextGaussian(), late, split(1, 2, field, leaf(-pay / 2))));
        }
        return new FlatTreeEnsemble(INPUTS, 2.5f, trees);
    }

    /** Verified, with reference firms of the training rows. */
    public static ModelArtifact artifact() {
        ModelArtifact card = WORLD.train("1").artifact();
        FlatTreeEnsemble ensemble = ensemble();
        Calibrator calibrator = new Calibrator(0.1, 1.2);
        GradeScale grades = GradeScale.standard(ScoreScale.STANDARD);
        ModelArtifact bare = new ModelArtifact(
                card.manifest(),
                card.schema(),
                ensemble,
                calibrator,
                grades,
                ReferenceProfiles.of(WORLD.set(), ensemble, calibrator, grades),
                Optional.empty(),
                List.of());
        return bare.with(IntStream.range(0, 50)
                .mapToObj(row -> ArtifactVerifier.row(bare, WORLD.set().vector(row * 7)))
                .toList());
    }

    private static TreeNode split(int input, float threshold, TreeNode low, TreeNode high) {
        return new TreeNode.Split(input, threshold, true, low, high, low.cover() + high.cover());
    }

    private static TreeNode leaf(float value) {
        return new TreeNode.Leaf(value, 100);
    }
}
