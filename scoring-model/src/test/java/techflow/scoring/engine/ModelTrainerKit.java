package techflow.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.ModelTrainer.Trained;
import techflow.scoring.training.ModelTrainer.TrainingTask;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TrainingSet;

/** What every {@link ModelTrainer} must do. */
public abstract class ModelTrainerKit {
    protected static final long SEED = 20_2611;
    private static final double PARITY = 1e-6;
    private static final TrainingSet WORLD = new SmallWorld(SEED, 3_000).set();

    protected abstract ModelTrainer trainer();

    protected static List<Candidate> candidates() {
        return Candidate.of(SmallWorld.CATALOG.definitions());
    }

    protected static TrainingSet world() {
        return WORLD;
    }

    protected Trained trained(List<Candidate> candidates) {
        return trainer().train(new TrainingTask(WORLD, candidates, WORLD, SEED), TrainingProgress.NONE);
    }

    @Test
    void the_same_rows_and_seed_give_the_same_model_to_the_last_bit() {
        assertThat(trained(candidates())).isEqualTo(trained(candidates()));
    }

    @Test
    void the_served_form_says_what_the_library_says() {
        Trained trained = trained(candidates());
        assertThat(trained.ownLogOdds()).hasSize(WORLD.size());
        for (int row = 0; row < WORLD.size(); row++) {
            assertThat(trained.model().logOdds(WORLD.vector(row)))
                    .as("row %d, seed %d", row, SEED)
                    .isCloseTo(trained.ownLogOdds().get(row), within(PARITY));
        }
    }

    @Test
    void higher_log_odds_are_safer() {
        assertThat(auc(trained(candidates()).model(), WORLD)).isGreaterThan(0.6);
    }

    @Test
    void with_outcomes_swapped_safe_and_risky_change_places() {
        List<Candidate> undirected = candidates().stream()
                .map(candidate -> new Candidate(candidate.feature(), Direction.NONE))
                .toList();
        TrainingSet swapped = relabelled(row -> !WORLD.bad(row));
        ScoringModel model = trainer()
                .train(new TrainingTask(swapped, undirected, swapped, SEED), TrainingProgress.NONE)
                .model();
        assertThat(auc(model, WORLD)).isLessThan(0.4);
    }

    @Test
    void declared_directions_hold_on_the_served_function() {
        ScoringModel model = trained(candidates()).model();
        for (Candidate candidate : candidates()) {
            int sign = sign(candidate.direction());
            for (int row = 0; row < 100 && sign != 0; row++) {
                double before = Double.NEGATIVE_INFINITY;
                for (double value : ladder(candidate.feature())) {
                    double now = sign * model.logOdds(with(row, candidate.feature(), FeatureValue.of(value)));
                    assertThat(now)
                            .as(
                                    "%s %s at %s, row %d, seed %d",
                                    candidate.direction(), candidate.feature(), value, row, SEED)
                            .isGreaterThanOrEqualTo(before);
                    before = now;
                }
            }
        }
    }

    @Test
    void a_missing_value_never_scores_better_than_the_best_known_one() {
        ScoringModel model = trained(candidates()).model();
        for (Candidate candidate : candidates()) {
            if (sign(candidate.direction()) != 0) {
                double[] ladder = ladder(candidate.feature());
                double best = sign(candidate.direction()) > 0 ? ladder[ladder.length - 1] : ladder[0];
                for (int row = 0; row < 200; row++) {
                    assertThat(model.logOdds(with(row, candidate.feature(), SmallWorld.missing())))
                            .as("%s, row %d, seed %d", candidate.feature(), row, SEED)
                            .isLessThanOrEqualTo(model.logOdds(with(row, candidate.feature(), FeatureValue.of(best))));
                }
            }
        }
    }

    @Test
    void the_order_of_the_candidates_does_not_matter() {
        List<Candidate> shuffled = new ArrayList<>(candidates());
        Collections.shuffle(shuffled, new Random(SEED));
        ScoringModel model = trained(candidates()).model();
        ScoringModel other = trained(shuffled).model();
        for (int row = 0; row < 300; row++) {
            assertThat(other.logOdds(WORLD.vector(row)))
                    .as("row %d", row)
                    .isCloseTo(model.logOdds(WORLD.vector(row)), within(1e-9));
        }
    }

    @Test
    void a_model_looks_at_candidates_only() {
        List<Candidate> few = candidates().subList(2, 4);
        assertThat(trained(few).model().features())
                .isNotEmpty()
                .isSubsetOf(few.stream().map(Candidate::feature).toList());
    }

    @Test
    void an_unknown_candidate_is_refused_by_name() {
        List<Candidate> wrong = new ArrayList<>(candidates());
        wrong.add(new Candidate(new FeatureName("grwoth"), Direction.NONE));
        assertThatThrownBy(() -> trained(wrong)).hasMessageContaining("grwoth");
    }

    @Test
    void goods_or_bads_alone_are_refused() {
        for (boolean bad : new boolean[] {true, false}) {
            TrainingSet rows = relabelled(row -> bad);
            assertThatThrownBy(() ->
                            trainer().train(new TrainingTask(rows, candidates(), rows, SEED), TrainingProgress.NONE))
                    .isInstanceOfSatisfying(
                            ModelFault.class,
                            fault -> assertThat(fault.code()).isEqualTo(ProblemCode.TRAINING_DATA_UNFIT));
        }
    }

    @Test
    void a_firm_of_which_nothing_is_known_gets_finite_log_odds() {
        FeatureVector known = WORLD.vector(0);
        List<FeatureValue> nothing =
                known.values().stream().map(value -> SmallWorld.missing()).toList();
        double logOdds = trained(candidates())
                .model()
                .logOdds(new FeatureVector(known.enterprise(), known.asOf(), known.schema(), nothing));
        assertThat(logOdds).isFinite();
    }

    @Test
    void without_verification_rows_there_is_nothing_to_tell() {
        TrainingSet none = WORLD.where(row -> false);
        assertThat(trainer()
                        .train(new TrainingTask(WORLD, candidates(), none, SEED), TrainingProgress.NONE)
                        .ownLogOdds())
                .isEmpty();
    }

    @Test
    void progress_goes_forward_and_ends_at_its_total() {
        List<int[]> heard = new ArrayList<>();
        trainer()
                .train(
                        new TrainingTask(WORLD, candidates(), WORLD, SEED),
                        (done, total, loss) -> heard.add(new int[] {done, total}));
        for (int i = 1; i < heard.size(); i++) {
            assertThat(heard.get(i)[0]).isGreaterThan(heard.get(i - 1)[0]);
        }
        heard.forEach(step -> assertThat(step[0]).isLessThanOrEqualTo(step[1]));
        if (!heard.isEmpty()) {
            assertThat(heard.getLast()[0]).isEqualTo(heard.getLast()[1]);
        }
    }

    /** At most forty known values of a feature, ascending, lowest and highest included. */
    private static double[] ladder(FeatureName feature) {
        double[] known = Arrays.stream(WORLD.column(WORLD.position(feature)))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .distinct()
                .toArray();
        int steps = Math.min(known.length, 40);
        double[] ladder = new double[steps];
        for (int step = 0; step < steps; step++) {
            ladder[step] = known[steps == 1 ? 0 : step * (known.length - 1) / (steps - 1)];
        }
        return ladder;
    }

    private static int sign(Direction direction) {
        return switch (direction) {
            case SAFER_WHEN_HIGHER -> 1;
            case RISKIER_WHEN_HIGHER -> -1;
            case NONE -> 0;
        };
    }

    private static FeatureVector with(int row, FeatureName feature, FeatureValue value) {
        return SmallWorld.with(WORLD.vector(row), feature, value);
    }

    private static double auc(ScoringModel model, TrainingSet set) {
        double[] pds = new double[set.size()];
        for (int row = 0; row < pds.length; row++) {
            pds[row] = 1 / (1 + Math.exp(model.logOdds(set.vector(row))));
        }
        return Discrimination.auc(new ScoredSample(pds, set.bads())).value();
    }

    private static TrainingSet relabelled(IntPredicate bad) {
        TrainingSet.Builder builder = TrainingSet.of(SmallWorld.SCHEMA);
        for (int row = 0; row < WORLD.size(); row++) {
            builder.add(WORLD.vector(row), bad.test(row));
        }
        return builder.build();
    }
}
