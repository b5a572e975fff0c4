package techflow.scoring.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import techflow.scoring.engine.ModelTrainerKit;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TunableTrainer;
import techflow.scoring.trees.AdditiveTables;
import techflow.scoring.trees.FlatTreeEnsemble;

class AdditiveTreesTest extends ModelTrainerKit {
    private static final AdditiveSettings SHORT =
            new AdditiveSettings(new TreeSettings(2, 0.2, 1, 1, 0, 0.8, 0.8), 2, 80, 10, 3, 20, 0.01, Optional.empty());

    @Override
    protected TunableTrainer trainer() {
        return new AdditiveTrees(SHORT);
    }

    @Test
    void its_tables_name_no_pair_that_was_not_chosen_and_sum_to_the_model() {
        ModelTrainer.Trained trained = trained(candidates());
        FlatTreeEnsemble model = (FlatTreeEnsemble) trained.model();
        AdditiveTables tables = AdditiveTables.of(model)
                .centredOn(IntStream.range(0, 200).mapToObj(world()::vector).toList());
        List<Set<String>> pairs = Arrays.stream(
                        String.valueOf(trained.chosen().get("pairs")).split(" "))
                .map(pair -> Set.of(pair.split("×")))
                .toList();
        for (AdditiveTables.Table table : tables.tables()) {
            if (table.features().size() == 2) {
                assertThat(pairs)
                        .contains(Set.of(
                                table.features().getFirst().value(),
                                table.features().getLast().value()));
            }
        }
        for (int row = 0; row < 300; row++) {
            assertThat(tables.logOdds(world().vector(row)))
                    .as("row %d, seed %d", row, SEED)
                    .isCloseTo(model.logOdds(world().vector(row)), within(1e-5));
        }
    }

    @Test
    void what_was_settled_trains_alike_without_looking_again() {
        ModelTrainer.TrainingTask task = new ModelTrainer.TrainingTask(world(), candidates(), world(), SEED);
        ModelTrainer settled = trainer().settled(task, TrainingProgress.NONE);
        assertThat(settled.train(task, TrainingProgress.NONE))
                .isEqualTo(trainer().train(task, TrainingProgress.NONE));
    }
}
