package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureName;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.engine.smile.SmileRegression;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.evaluation.PromotionGates;
import techflow.scoring.scorecard.Characteristic;
import techflow.scoring.scorecard.Scorecard;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.ModelTrainer.Dropped;

class TrainingJobTest {
    private static final SmallWorld WORLD = new SmallWorld(11, 12_000);
    private static final TrainingResult RESULT = WORLD.train("1");

    @Test
    void the_hold_out_auc_comes_close_to_that_of_the_true_pd() {
        double best = RESULT.report().bestPossibleAuc().orElseThrow().value();
        double reached = RESULT.report().discrimination().auc().value();
        assertThat(reached).as(RESULT.report().markdown()).isBetween(best - 0.05, best + 0.02);
        assertThat(PromotionGates.STANDARD.passed(RESULT.report())).isTrue();
    }

    @Test
    void informative_features_enter_and_every_other_is_dropped_with_a_reason() {
        var features = RESULT.artifact().model().features();
        assertThat(features).contains(SmallWorld.LATE, SmallWorld.GROWTH, SmallWorld.FIELD);
        assertThat(features).containsAnyOf(SmallWorld.CASH, SmallWorld.TWIN);
        var dropped = RESULT.dropped().stream().collect(Collectors.toMap(Dropped::feature, Dropped::reason));
        assertThat(dropped.get(SmallWorld.CONSTANT)).contains("constant");
        assertThat(dropped.get(SmallWorld.NOISE)).containsAnyOf("information value", "one bin");
        assertThat(dropped).as("it falls where it is declared to rise").containsKey(SmallWorld.CONTRARY);
        assertThat(dropped.get(SmallWorld.CASH) == null).isNotEqualTo(dropped.get(SmallWorld.TWIN) == null);
        List<FeatureName> all =
                SmallWorld.SCHEMA.columns().stream().map(c -> c.name()).toList();
        assertThat(features.size() + dropped.size()).isEqualTo(all.size());
    }

    @Test
    void a_value_in_the_safest_bin_never_costs_points_whatever_grade_it_is_compared_with() {
        Scorecard card = (Scorecard) RESULT.artifact().model();
        RESULT.artifact().references().forEach((grade, reference) -> {
            for (int i = 0; i < card.characteristics().size(); i++) {
                Characteristic line = card.characteristics().get(i);
                assertThat(reference.meanTerms().get(i))
                        .as("%s, %s", grade, line.feature())
                        .isBetween(line.lowestTerm() - 1e-9, line.highestTerm() + 1e-9);
            }
        });
    }

    @Test
    void the_manifest_tells_how_the_library_trained_and_that_both_evaluations_agree() {
        var settings = RESULT.artifact().manifest().settings();
        assertThat(settings)
                .containsEntry(
                        "chosen.regression.trainer",
                        "org.tribuo.classification.liblinear.LibLinearClassificationTrainer")
                .containsEntry(
                        "chosen.regression.rows",
                        String.valueOf(RESULT.artifact().manifest().data().rows()));
        assertThat(Double.parseDouble(settings.getOrDefault("chosen.training.auc", "0")))
                .isCloseTo(Double.parseDouble(settings.getOrDefault("chosen.training.auc.library", "1")), within(1e-9));
    }

    @Test
    void firms_that_serving_refuses_are_left_out_and_counted() {
        assertThat(RESULT.knockedOut()).isBetween(30, 100);
        assertThat(RESULT.artifact().model().features()).doesNotContain(SmallWorld.CLOSED);
    }

    @Test
    void the_artifact_verifies_itself_and_says_where_it_comes_from() {
        ArtifactVerifier.verify(RESULT.artifact());
        var manifest = RESULT.artifact().manifest();
        assertThat(RESULT.artifact().verification()).hasSize(50);
        assertThat(manifest.data().synthetic()).isTrue();
        assertThat(manifest.data().training().first()).isEqualTo("2020-01-01");
        assertThat(manifest.data().holdOut().orElseThrow().last()).isEqualTo("2024-07-01");
        assertThat(manifest.libraries()).containsEntry("tribuo", "4.3.2");
        assertThat(manifest.metric("auc").orElseThrow().low()).isPresent();
    }

    @Test
    void the_same_set_gives_the_same_bytes() {
        assertThat(ArtifactWriter.write(WORLD.train("1").artifact()))
                .isEqualTo(ArtifactWriter.write(RESULT.artifact()));
    }

    @Test
    void the_challenger_library_trains_the_same_scores() {
        var smile = new TrainingJob(
                        SmallWorld.scorecard(new SmileRegression()),
                        Candidate.of(SmallWorld.CATALOG.definitions()),
                        20261101)
                .run(WORLD.set(), TimeSplit.latest(WORLD.set().days(), 2, 2), SmallWorld.about("2"), TruePd.UNKNOWN);
        for (int row = 0; row < 200; row++) {
            var vector = WORLD.set().vector(row);
            double own = ArtifactVerifier.row(RESULT.artifact(), vector).logOdds();
            assertThat(ArtifactVerifier.row(smile.artifact(), vector).logOdds()).isCloseTo(own, within(0.01));
        }
        assertThat(smile.report().bestPossibleAuc()).isEmpty();
    }

    @Test
    void mean_pd_of_the_calibration_rows_is_their_default_rate() {
        TrainingSet calibration = TimeSplit.rows(
                KnockedOut.without(WORLD.set()),
                RESULT.artifact().manifest().data().calibration().orElseThrow());
        double expected = IntStream.range(0, calibration.size())
                .mapToDouble(row -> 1
                        / (1
                                + Math.exp(ArtifactVerifier.row(RESULT.artifact(), calibration.vector(row))
                                        .logOdds())))
                .sum();
        assertThat(expected).isCloseTo(calibration.badCount(), within(1e-6 * calibration.size()));
    }

    @Test
    void a_part_without_bads_is_refused_by_name() {
        TrainingSet noBads = WORLD.set().where(row -> !WORLD.set().bad(row));
        assertThatThrownBy(() -> new TrainingJob(
                                SmallWorld.scorecard(new TribuoRegression()),
                                Candidate.of(SmallWorld.CATALOG.definitions()),
                                20261101)
                        .run(noBads, TimeSplit.latest(noBads.days(), 2, 2), SmallWorld.about("1"), TruePd.UNKNOWN))
                .isInstanceOfSatisfying(
                        ModelFault.class, fault -> assertThat(fault.code()).isEqualTo(ProblemCode.TRAINING_DATA_UNFIT))
                .hasMessageContaining("The training rows of 2020-01-01 to")
                .hasMessageContaining("found 0 bads");
    }

    @Test
    void hold_out_windows_are_never_reached_by_training() {
        List<LocalDate> days = IntStream.range(0, 10)
                .mapToObj(i -> LocalDate.of(2020, 1, 1).plusMonths(6L * i))
                .toList();
        TimeSplit split = TimeSplit.latest(days, 2, 2);
        assertThat(split.holdOut().first()).isEqualTo("2024-01-01");
        assertThat(split.calibration().last()).isEqualTo("2023-01-01");
        assertThat(split.training().last()).isEqualTo("2022-01-01");
        assertThatThrownBy(() -> TimeSplit.latest(days.subList(0, 5), 2, 2))
                .hasMessageContaining("must leave at least");
        assertThatThrownBy(() -> new TimeSplit(
                        split.training(),
                        new techflow.scoring.artifact.ModelManifest.DateRange(days.get(6), days.get(7)),
                        split.holdOut(),
                        OutcomeDefinition.TWELVE_MONTHS))
                .hasMessageContaining("12 months must end before the hold-out begins");
    }
}
