package techflow.scoring.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.snapshot.AsOf;
import techflow.scoring.engine.ModelTrainerKit;
import techflow.scoring.engine.xgboost.BoostedSettings.EarlyStopping;
import techflow.scoring.engine.xgboost.BoostedSettings.Settled;
import techflow.scoring.engine.xgboost.Committee.Member;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.ModelTrainer.Trained;
import techflow.scoring.training.ModelTrainer.TrainingTask;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TreeInputs;
import techflow.scoring.training.TunableTrainer;
import techflow.scoring.trees.FlatTreeEnsemble;

class BoostedTreesTest extends ModelTrainerKit {
    private static final TreeSettings DEEP = new TreeSettings(6, 0.2, 1, 1, 0, 0.8, 0.8);

    @Override
    protected TunableTrainer trainer() {
        return new BoostedTrees(BoostedSettings.of(new EarlyStopping(DEEP, 60, 10)));
    }

    private static Trained trained(BoostedSettings settings, TrainingSet set, List<Candidate> candidates) {
        return new BoostedTrees(settings).train(new TrainingTask(set, candidates, set, SEED), TrainingProgress.NONE);
    }

    private static Committee committee(int members, int rounds) {
        List<Member> all = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            all.add(new Member(DEEP.withDepth(6 - i), rounds));
        }
        return new Committee(all);
    }

    @Test
    void the_served_sum_is_the_native_sum_to_the_last_bit_missing_values_included() {
        for (int members : new int[] {1, 2, 4}) {
            for (int exactRows : new int[] {0, 1_000_000}) {
                BoostedSettings settings =
                        new BoostedSettings(new Settled(committee(members, 40)), 64, exactRows, true, 0.01, 1);
                Trained trained = trained(settings, world(), candidates());
                for (int row = 0; row < world().size(); row++) {
                    assertThat(trained.model().logOdds(world().vector(row)))
                            .as("row %d, %d members, exact up to %d, seed %d", row, members, exactRows, SEED)
                            .isEqualTo(trained.ownLogOdds().get(row));
                }
            }
        }
    }

    @Test
    void a_committee_says_the_mean_of_its_members() {
        // Without a direction the missing of a committee go one way together, which need not be each member's own.
        List<Candidate> directed = candidates().stream()
                .filter(candidate -> candidate.direction() != Direction.NONE)
                .toList();
        Committee both = committee(2, 20);
        List<Double> whole = trained(BoostedSettings.of(new Settled(both)), world(), directed)
                .ownLogOdds();
        double[] mean = new double[world().size()];
        for (int member = 0; member < 2; member++) {
            Committee alone = new Committee(List.of(both.members().get(member)));
            List<Double> own = new BoostedTrees(BoostedSettings.of(new Settled(alone)))
                    .train(new TrainingTask(world(), directed, world(), SEED + member), TrainingProgress.NONE)
                    .ownLogOdds();
            for (int row = 0; row < mean.length; row++) {
                mean[row] += own.get(row) / 2;
            }
        }
        int apart = 0;
        for (int row = 0; row < mean.length; row++) {
            // Where a missing value was sent along with the known, alone and together may differ by no more than
            // rounding.
            apart += Math.abs(mean[row] - whole.get(row)) > 1e-5 ? 1 : 0;
        }
        assertThat(apart).isZero();
    }

    /** Missing is far safer than any known value. @param sign 1 when higher is safer, else −1 */
    private static TrainingSet missingIsSafest(int sign) {
        Random random = new Random(SEED);
        TrainingSet.Builder builder = TrainingSet.of(SmallWorld.SCHEMA);
        FeatureVector like = world().vector(0);
        for (int row = 0; row < 4_000; row++) {
            double cash = random.nextGaussian();
            boolean missing = random.nextInt(3) == 0;
            boolean bad = random.nextDouble() < (missing ? 0.01 : 1 / (1 + Math.exp(0.5 + sign * 0.4 * cash)));
            FeatureVector vector =
                    SmallWorld.with(like, SmallWorld.CASH, missing ? SmallWorld.missing() : FeatureValue.of(cash));
            vector = SmallWorld.with(vector, SmallWorld.GROWTH, FeatureValue.of(random.nextGaussian()));
            builder.add(
                    new FeatureVector(
                            SmallWorld.firm(row), AsOf.startOf(like.asOf().date()), SmallWorld.SCHEMA, vector.values()),
                    bad);
        }
        return builder.build();
    }

    @Test
    void missing_stays_below_the_best_known_value_even_where_the_data_say_otherwise() {
        for (int sign : new int[] {1, -1}) {
            TrainingSet set = missingIsSafest(sign);
            List<Candidate> candidates = List.of(
                    new Candidate(
                            SmallWorld.CASH, sign > 0 ? Direction.SAFER_WHEN_HIGHER : Direction.RISKIER_WHEN_HIGHER),
                    new Candidate(SmallWorld.GROWTH, Direction.NONE));
            for (int exactRows : new int[] {0, 1_000_000}) {
                BoostedSettings settings =
                        new BoostedSettings(new Settled(committee(1, 50)), 64, exactRows, true, 0.01, 1);
                Trained trained = trained(settings, set, candidates);
                double[] known = java.util.Arrays.stream(set.column(set.position(SmallWorld.CASH)))
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
                double best = sign > 0 ? known[known.length - 1] : known[0];
                for (int row = 0; row < 500; row++) {
                    FeatureVector vector = set.vector(row);
                    assertThat(trained.model().logOdds(SmallWorld.with(vector, SmallWorld.CASH, SmallWorld.missing())))
                            .as("row %d, sign %d, seed %d", row, sign, SEED)
                            .isLessThanOrEqualTo(trained.model()
                                    .logOdds(SmallWorld.with(vector, SmallWorld.CASH, FeatureValue.of(best))));
                }
            }
        }
    }

    @Test
    void missing_is_never_best_without_a_direction_either_once_directions_are_declared() {
        Random random = new Random(SEED);
        TrainingSet.Builder builder = TrainingSet.of(SmallWorld.SCHEMA);
        FeatureVector like = world().vector(0);
        for (int row = 0; row < 4_000; row++) {
            double growth = random.nextGaussian();
            boolean missing = random.nextInt(3) == 0;
            double pd = missing ? 0.01 : 1 / (1 + Math.exp(1 - growth * growth)); // best in the middle
            FeatureVector vector =
                    SmallWorld.with(like, SmallWorld.GROWTH, missing ? SmallWorld.missing() : FeatureValue.of(growth));
            builder.add(
                    new FeatureVector(SmallWorld.firm(row), like.asOf(), SmallWorld.SCHEMA, vector.values()),
                    random.nextDouble() < pd);
        }
        List<Candidate> declared = List.of(
                new Candidate(SmallWorld.CASH, Direction.SAFER_WHEN_HIGHER),
                new Candidate(SmallWorld.GROWTH, Direction.NONE));
        List<Candidate> undeclared = List.of(
                new Candidate(SmallWorld.CASH, Direction.NONE), new Candidate(SmallWorld.GROWTH, Direction.NONE));
        BoostedSettings settings = BoostedSettings.of(new Settled(committee(1, 50)));
        TrainingSet set = builder.build();
        assertThat(missingLead(trained(settings, set, declared).model(), like)).isLessThanOrEqualTo(0);
        assertThat(missingLead(trained(settings, set, undeclared).model(), like))
                .isPositive();
    }

    /** By how much a missing growth scores better than the best known one. */
    private static double missingLead(ScoringModel model, FeatureVector vector) {
        double best = java.util.stream.DoubleStream.concat(
                        java.util.stream.DoubleStream.of(-100), java.util.Arrays.stream(model.cuts(SmallWorld.GROWTH)))
                .map(value -> model.logOdds(SmallWorld.with(vector, SmallWorld.GROWTH, FeatureValue.of(value))))
                .max()
                .orElseThrow();
        return model.logOdds(SmallWorld.with(vector, SmallWorld.GROWTH, SmallWorld.missing())) - best;
    }

    @Test
    void a_split_beyond_the_best_known_value_does_not_lift_the_missing() {
        TrainingSet set = missingIsSafest(1);
        TreeInputs inputs =
                TreeInputs.of(set, List.of(new Candidate(SmallWorld.CASH, Direction.SAFER_WHEN_HIGHER)), 0.01);
        Growing growing = new Growing(BoostedSettings.STANDARD, inputs, false, List.of());
        try (NativeMatrix rows = NativeMatrix.of(set, inputs, 0);
                NativeBooster booster = NativeBooster.untrained(growing.parameters(DEEP, SEED), rows)) {
            booster.round(rows, 0);
            BoosterJson json = booster.json();
            float low = -100; // as if nothing above it were known: every split lies beyond the best
            FlatTreeEnsemble before = new FlatTreeEnsemble(inputs.inputs(), 0, json.nodes());
            assertThat(before.logOdds(new float[] {Float.NaN})).isGreaterThan(before.logOdds(new float[] {low}));
            assertThat(MissingBranch.settle(json, new float[] {low}, inputs)).isPositive();
            FlatTreeEnsemble after = new FlatTreeEnsemble(inputs.inputs(), 0, json.nodes());
            assertThat(after.logOdds(new float[] {Float.NaN})).isEqualTo(after.logOdds(new float[] {low}));
        }
    }

    @Test
    void early_stopping_finds_fewer_rounds_than_allowed_and_says_so() {
        Trained trained = trained(candidates());
        FlatTreeEnsemble model = (FlatTreeEnsemble) trained.model();
        assertThat(model.trees()).hasSizeBetween(2, 59);
        assertThat(trained.chosen().get("member.1"))
                .endsWith("rounds=" + model.trees().size());
    }

    @Test
    void a_search_records_every_trial_and_its_result_can_be_repeated_without_searching() {
        SearchBudget budget = new SearchBudget(5, Duration.ofDays(1), 2);
        TunableTrainer searching = new BoostedTrees(BoostedSettings.searched(budget));
        TrainingTask task = new TrainingTask(world(), candidates(), world(), SEED);
        Trained found = searching.train(task, TrainingProgress.NONE);
        assertThat(found.chosen().keySet().stream().filter(key -> key.startsWith("trial.")))
                .hasSize(5);
        ModelTrainer settled = searching.settled(task, TrainingProgress.NONE);
        assertThat(settled.train(task, TrainingProgress.NONE).model()).isEqualTo(found.model());
    }

    @Test
    void a_search_without_time_tries_one_setting() {
        Trained trained =
                trained(BoostedSettings.searched(new SearchBudget(50, Duration.ZERO, 1)), world(), candidates());
        assertThat(trained.chosen().keySet().stream().filter(key -> key.startsWith("trial.")))
                .hasSize(1);
    }

    @Test
    void rows_laid_out_outside_the_heap_read_the_same() {
        TreeInputs inputs = TreeInputs.of(world(), candidates(), 0.01);
        Growing growing = new Growing(BoostedSettings.STANDARD, inputs, false, List.of());
        float[][] margins = new float[2][];
        for (int place = 0; place < 2; place++) {
            try (NativeMatrix rows = NativeMatrix.of(world(), inputs, 1, place == 0 ? Long.MAX_VALUE : 0);
                    NativeBooster booster = NativeBooster.untrained(growing.parameters(DEEP, SEED), rows)) {
                for (int round = 0; round < 5; round++) {
                    booster.round(rows, round);
                }
                margins[place] = booster.margins(rows);
            }
        }
        assertThat(margins[1]).isEqualTo(margins[0]);
    }

    @Test
    void settings_outside_their_ranges_are_refused_by_name() {
        assertThatThrownBy(() -> new TreeSettings(7, 0.1, 1, 1, 0, 1, 1)).hasMessage("depth must be 1 to 6, found 7.0");
        assertThatThrownBy(() -> new TreeSettings(3, 0, 1, 1, 0, 1, 1)).hasMessageContaining("shrinkage");
        assertThatThrownBy(() -> new Committee(List.of())).hasMessageContaining("1, 2, 4");
        assertThatThrownBy(() -> new SearchBudget(0, Duration.ZERO, 1)).hasMessageContaining("1 trial");
    }
}
