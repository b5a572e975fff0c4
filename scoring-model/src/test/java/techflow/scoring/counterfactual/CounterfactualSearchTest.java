package techflow.scoring.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.counterfactual.Action.Move;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.ScoringResult.Scored;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.testing.TreeWorld;
import techflow.scoring.training.TrainingSet;

class CounterfactualSearchTest {
    private static final List<Action> ACTIONS = List.of(
            new Action(SmallWorld.CASH, Move.RAISE),
            new Action(SmallWorld.LATE, Move.LOWER),
            new Action(SmallWorld.FIELD, Move.RAISE));
    private static final SmallWorld WORLD = new SmallWorld(11, 4_000);

    /** Both served forms. */
    enum Form {
        SCORECARD(WORLD.train("1").artifact()),
        TREES(TreeWorld.artifact());

        private final ScoringPipeline pipeline;

        Form(ModelArtifact artifact) {
            this.pipeline = artifact.pipeline(SmallWorld::noTechnology, SmallWorld::noPoints);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_reaches_the_next_grade_when_it_is_scored_and_moves_only_what_may_move(Form form) {
        CounterfactualSearch search = new CounterfactualSearch(form.pipeline, ACTIONS);
        TrainingSet set = WORLD.set();
        int found = 0;
        for (int row = 0; row < 300; row++) {
            FeatureVector vector = set.vector(row);
            Optional<Counterfactual> answer = search.nextGrade(vector);
            if (answer.isEmpty() || !(form.pipeline.score(vector) instanceof Scored before)) {
                continue;
            }
            found++;
            Scored after = (Scored) form.pipeline.score(changed(vector, answer.get()));
            assertThat(after.score()).isEqualTo(answer.get().score());
            assertThat(after.grade()).isEqualTo(answer.get().grade()).isLessThan(before.grade());
            for (Counterfactual.Change change : answer.get().changes()) {
                assertThat(change.before()).isEqualTo(vector.value(change.feature()));
                double moved = number(change.after()) - number(change.before());
                assertThat(moved * (change.feature().equals(SmallWorld.CASH) ? 1 : -1))
                        .as("row %d %s", row, change)
                        .isPositive();
            }
        }
        assertThat(found).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource
    void no_single_smaller_step_of_the_same_feature_is_enough(Form form) {
        CounterfactualSearch search = new CounterfactualSearch(form.pipeline, ACTIONS);
        int singles = 0;
        for (int row = 0; row < 300; row++) {
            FeatureVector vector = WORLD.set().vector(row);
            Optional<Counterfactual> answer =
                    search.nextGrade(vector).filter(one -> one.changes().size() == 1);
            if (answer.isEmpty()) {
                continue;
            }
            singles++;
            var change = answer.get().changes().getFirst();
            double before = number(change.before());
            double after = number(change.after());
            double[] between = Arrays.stream(form.pipeline.model().cuts(change.feature()))
                    .filter(cut -> cut > before && cut <= after)
                    .toArray();
            for (double cut : between) {
                if (cut < between[between.length - 1]) {
                    Scored less = (Scored) form.pipeline.score(changed(
                            vector,
                            new Counterfactual(
                                    List.of(new Counterfactual.Change(
                                            change.feature(), change.before(), FeatureValue.of(cut))),
                                    0,
                                    CreditGrade.R1)));
                    assertThat(less.grade())
                            .as("row %d, %s to %s", row, change, cut)
                            .isGreaterThan(answer.get().grade());
                }
            }
        }
        assertThat(singles).isGreaterThan(25);
    }

    @ParameterizedTest
    @EnumSource
    void without_actions_there_is_nothing_to_say(Form form) {
        assertThat(new CounterfactualSearch(form.pipeline, List.of())
                        .nextGrade(WORLD.set().vector(3)))
                .isEmpty();
    }

    private static FeatureVector changed(FeatureVector vector, Counterfactual counterfactual) {
        List<FeatureValue> values = new ArrayList<>(vector.values());
        counterfactual
                .changes()
                .forEach(change ->
                        values.set(vector.schema().position(change.feature()).orElseThrow(), change.after()));
        return new FeatureVector(vector.enterprise(), vector.asOf(), vector.schema(), values);
    }

    private static double number(FeatureValue value) {
        return ((FeatureValue.Numeric) value).value();
    }
}
