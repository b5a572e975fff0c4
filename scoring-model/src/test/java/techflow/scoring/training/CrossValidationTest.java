package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.CrossValidation.CrossValidated;

class CrossValidationTest {
    private static final TrainingSet SET = new SmallWorld(23, 600).set();
    private static final int[] FOLDS =
            IntStream.range(0, SET.size()).map(i -> i % 5).toArray();

    @Test
    void every_row_is_judged_out_of_fold_and_the_model_of_all_rows_verifies() {
        CrossValidated result = run(SET, FOLDS);
        assertThat(result.outOfFoldPds()).hasSize(SET.size() - result.training().knockedOut());
        assertThat(result.training().report().discrimination().auc().value()).isBetween(0.65, 0.9);
        assertThat(result.training().report().smallSample()).isTrue();
        assertThat(result.training().artifact().model().features()).hasSizeBetween(1, 6);
        assertThat(result.training().artifact().manifest().data().holdOut()).isEmpty();
        ArtifactVerifier.verify(result.training().artifact());
    }

    @Test
    void the_label_of_a_row_does_not_change_its_own_ranking() {
        int row = 7;
        TrainingSet.Builder flipped = TrainingSet.of(SmallWorld.SCHEMA);
        for (int i = 0; i < SET.size(); i++) {
            flipped.add(SET.vector(i), (i == row) != SET.bad(i));
        }
        double before = raw(SET, row);
        double after = raw(flipped.build(), row);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void folds_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> run(SET, new int[3])).hasMessageContaining("one fold per row");
        assertThatThrownBy(() -> run(SET, new int[SET.size()])).hasMessageContaining("two folds or more");
    }

    private static CrossValidated run(TrainingSet set, int[] folds) {
        return validation().run(set, folds, SmallWorld.about("cv"));
    }

    /** The rank score that a fold's model gives to one of its rows. */
    private static double raw(TrainingSet set, int row) {
        return validation().outOfFold(set, FOLDS)[row];
    }

    private static CrossValidation validation() {
        return new CrossValidation(
                new ScorecardTrainer(new TribuoRegression(), TrainingSettings.SMALL_SAMPLE),
                Candidate.of(SmallWorld.CATALOG.definitions()),
                TrainingSettings.SMALL_SAMPLE.seed());
    }
}
