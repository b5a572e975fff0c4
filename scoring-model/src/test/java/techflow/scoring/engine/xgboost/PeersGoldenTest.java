package techflow.scoring.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import techflow.scoring.benchmark.OpenSet;
import techflow.scoring.benchmark.OpenSetReader;
import techflow.scoring.engine.xgboost.BoostedSettings.Settled;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.training.ModelTrainer.TrainingTask;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TrainingSet;

/** With the peer's parameters our adapter gives the peer's out-of-fold PDs. */
class PeersGoldenTest {
    private static final BoostedSettings PEER = new BoostedSettings(
            new Settled(Committee.of(new TreeSettings(4, 0.05, 1, 1, 0, 1, 1), 300)),
            256,
            Integer.MAX_VALUE,
            false,
            0.01,
            1);

    /** The folder of open data, given by TECHFLOW_SHARED or lying beside the project. */
    private static Path folder(String name) {
        String given = System.getenv("TECHFLOW_SHARED");
        Path shared = given == null ? Path.of("..", "..", "shared") : Path.of(given);
        Path folder = shared.resolve("data").resolve(name);
        assumeTrue(Files.isDirectory(folder), "the open data are not here: " + folder.toAbsolutePath());
        return folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cumcm2020c", "german"})
    void the_peers_parameters_give_the_peers_pds(String name) throws Exception {
        OpenSet set = OpenSetReader.read(folder(name));
        ScoredSample peer = Objects.requireNonNull(set.peers().get("xgb"));
        for (int fold = 0; fold < 5; fold++) {
            int own = fold;
            TrainingSet training = set.rows().where(row -> set.folds()[row] != own);
            TrainingSet others = set.rows().where(row -> set.folds()[row] == own);
            List<Double> logOdds = new BoostedTrees(PEER)
                    .train(new TrainingTask(training, set.candidates(), others, 0), TrainingProgress.NONE)
                    .ownLogOdds();
            int next = 0;
            for (int row = 0; row < set.folds().length; row++) {
                if (set.folds()[row] == fold) {
                    assertThat(1 / (1 + Math.exp(logOdds.get(next++))))
                            .as("%s row %d", name, row)
                            .isCloseTo(peer.pds()[row], org.assertj.core.api.Assertions.within(2e-6));
                }
            }
        }
    }
}
