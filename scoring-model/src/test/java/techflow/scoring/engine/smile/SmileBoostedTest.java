package techflow.scoring.engine.smile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import techflow.features.definition.Direction;
import techflow.scoring.engine.ModelTrainerKit;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TunableTrainer;
import techflow.scoring.trees.FlatTreeEnsemble;

class SmileBoostedTest extends ModelTrainerKit {
    private static final SmileBoostedSettings SHORT =
            new SmileBoostedSettings(OptionalInt.empty(), 40, 3, 5, 0.1, 0.7, 0.01);

    @Override
    protected TunableTrainer trainer() {
        return new SmileBoosted(SHORT);
    }

    @Test
    void a_declared_direction_is_left_out_rather_than_contradicted() {
        ModelTrainer.Trained trained = trained(candidates());
        for (Candidate candidate : candidates()) {
            if (candidate.direction() != Direction.NONE) {
                assertThat(trained.model().features()).doesNotContain(candidate.feature());
                assertThat(trained.dropped())
                        .extracting(ModelTrainer.Dropped::feature)
                        .contains(candidate.feature());
            }
        }
    }

    @Test
    void grafting_keeps_trees_shallow_and_fewer() {
        ModelTrainer.Trained trained = trained(candidates());
        FlatTreeEnsemble served = (FlatTreeEnsemble) trained.model();
        assertThat(served.trees().size())
                .isLessThan(Integer.parseInt(trained.chosen().get("boostedTrees")));
    }

    @Test
    void what_was_settled_trains_alike_without_looking_again() {
        ModelTrainer.TrainingTask task = new ModelTrainer.TrainingTask(world(), candidates(), world(), SEED);
        ModelTrainer settled = trainer().settled(task, TrainingProgress.NONE);
        assertThat(settled.train(task, TrainingProgress.NONE))
                .isEqualTo(trainer().train(task, TrainingProgress.NONE));
    }
}
