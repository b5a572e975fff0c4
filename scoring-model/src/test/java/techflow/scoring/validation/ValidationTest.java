package techflow.scoring.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.model.Calibrator;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.Characteristic;
import techflow.scoring.scorecard.Scorecard;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.validation.SoundnessFindings.FeatureLine;
import techflow.scoring.validation.ValidationRows.Role;
import techflow.scoring.validation.gate.Figure;

/** Each section on a world whose truth is known, and on models that were broken on purpose. */
class ValidationTest {
    private static final SmallWorld WORLD = new SmallWorld(SmallValidation.SEED, 12_000);
    private static final ModelArtifact MODEL = WORLD.train("1").artifact();
    private static final ValidationSubject SUBJECT = SmallValidation.subject(WORLD, MODEL);
    private static final ValidationReport REPORT = SmallValidation.run(SUBJECT);

    @Test
    void only_days_that_the_model_never_learned_from_are_tested() {
        assertThat(REPORT.data().days())
                .extracting(DataFindings.Day::role)
                .containsExactly(
                        Role.TRAINING,
                        Role.TRAINING,
                        Role.TRAINING,
                        Role.TRAINING,
                        Role.TRAINING,
                        Role.CALIBRATION,
                        Role.CALIBRATION,
                        Role.PURGED,
                        Role.TESTED,
                        Role.TESTED);
        assertThat(SUBJECT.rows().tested().days()).containsExactly(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 7, 1));
        assertThat(SUBJECT.rows().refused()).as("closed firms").isBetween(30, 100);
    }

    @Test
    void a_set_without_a_day_after_training_is_refused() {
        TrainingSet early =
                WORLD.set().where(row -> WORLD.set().asOf(row).date().getYear() < 2023);
        assertThatThrownBy(() -> ValidationRows.outOfTime(MODEL, early, Exclusions.none(early.size())))
                .isInstanceOf(RecordFault.class)
                .hasMessageContaining("from 2024-01-01 on, which the model never saw; found 0 bads in 0 rows");
    }

    @Test
    void a_sound_model_passes_every_gate_that_can_be_assessed() {
        assertThat(REPORT.verdicts().failed()).isEmpty();
        assertThat(REPORT.figures()).containsOnlyKeys(Figure.values());
    }

    @Test
    void the_strongest_single_feature_tells_no_more_than_the_truth_and_an_outcome_in_disguise_is_found() {
        assertThat(REPORT.figures().get(Figure.STRONGEST_FEATURE_AUC)).isBetween(0.6, 0.8);
        TrainingSet.Builder leaking = TrainingSet.of(SmallWorld.SCHEMA);
        for (int row = 0; row < WORLD.set().size(); row++) {
            boolean bad = WORLD.set().bad(row);
            leaking.add(
                    SmallWorld.with(
                            WORLD.set().vector(row),
                            SmallWorld.NOISE,
                            bad ? SmallWorld.missing() : techflow.features.definition.FeatureValue.of(row % 7)),
                    bad);
        }
        TrainingSet set = leaking.build();
        ValidationRows rows = ValidationRows.outOfTime(MODEL, set, Exclusions.none(set.size()));
        DataFindings found = DataFindings.of(with(rows));
        assertThat(found.strongest().getFirst().feature()).isEqualTo(SmallWorld.NOISE);
        assertThat(found.strongest().getFirst().auc()).isOne();
    }

    @Test
    void declared_directions_hold_on_the_served_function_and_a_bin_out_of_order_is_found() {
        assertThat(REPORT.soundness().violations()).isZero();
        FeatureLine late = line(REPORT.soundness(), SmallWorld.LATE);
        assertThat(late.comparisons()).isEqualTo(60 * (late.steps() - 1)).isPositive();
        assertThat(line(REPORT.soundness(), SmallWorld.GROWTH).comparisons())
                .as("no direction declared")
                .isZero();

        SoundnessFindings broken = SoundnessFindings.of(SmallValidation.subject(WORLD, withModel(swapped())));
        assertThat(broken.violations()).isPositive();
        assertThat(line(broken, SmallWorld.LATE).violations()).isEqualTo(broken.violations());
    }

    @Test
    void a_missing_value_that_scores_best_is_found() {
        SoundnessFindings found = SoundnessFindings.of(SmallValidation.subject(WORLD, withModel(missingBest())));
        assertThat(found.missingRewarded()).isOne();
        assertThat(line(found, SmallWorld.LATE).missingBest()).isEqualTo(60);
        assertThat(found.violations()).isZero();
    }

    @Test
    void segments_and_days_hold_every_tested_row_once() {
        int rows = REPORT.overall().rows();
        for (var parted : REPORT.discrimination().segments()) {
            assertThat(parted.segments().stream().mapToInt(Segment::rows).sum()).isEqualTo(rows);
            assertThat(parted.segments().stream().mapToInt(Segment::bads).sum())
                    .isEqualTo(REPORT.overall().bads());
        }
        assertThat(REPORT.discrimination().days().stream()
                        .mapToInt(Segment::rows)
                        .sum())
                .isEqualTo(rows);
        assertThat(REPORT.discrimination()
                        .segments()
                        .get(1)
                        .segments()
                        .getLast()
                        .name()
                        .english())
                .isEqualTo("not known");
    }

    @Test
    void the_area_under_the_roc_points_is_the_auc() {
        List<Curve.Point> points = REPORT.discrimination().curve().points();
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            area += (points.get(i).goods() - points.get(i - 1).goods())
                    * (points.get(i).bads() + points.get(i - 1).bads())
                    / 2;
        }
        assertThat(area).isCloseTo(REPORT.overall().discrimination().auc().value(), within(0.005));
        assertThat(points.getLast()).isEqualTo(new Curve.Point(1, 1, 1));
    }

    @Test
    void walk_forward_trains_on_what_was_known_and_tests_on_what_was_not() {
        List<WalkForward.Window> windows = REPORT.discrimination().walkForward();
        assertThat(windows).hasSize(4);
        assertThat(windows).extracting(WalkForward.Window::trainingRows).isSorted();
        assertThat(windows).allSatisfy(window -> {
            assertThat(window.auc().orElseThrow().value()).isBetween(0.68, 0.85);
            assertThat(window.level()).isBetween(0.7, 1.4);
        });
    }

    @Test
    void doubled_pds_fail_the_calibration_and_halved_ones_show_in_the_grades() {
        assertThat(REPORT.calibration().level()).isBetween(0.85, 1.15);
        Calibrator half = new Calibrator(
                MODEL.calibrator().intercept() + Math.log(3), MODEL.calibrator().slope());
        ValidationReport low = SmallValidation.run(SmallValidation.subject(WORLD, with(half)));
        assertThat(low.calibration().level()).isLessThan(0.6);
        assertThat(low.calibration().portfolioP())
                .isLessThan(REPORT.calibration().portfolioP());
        assertThat(low.verdicts().failed())
                .extracting(row -> row.gate().figure())
                .contains(Figure.CALIBRATION_LEVEL)
                .doesNotContain(Figure.AUC);
        assertThat(low.calibration().grades())
                .filteredOn(grade -> grade.row().rows() > 100)
                .allSatisfy(grade -> assertThat(grade.independentP()).isLessThan(grade.correlatedP()));
    }

    @Test
    void prudent_pds_lie_above_the_observed_rates_and_never_fall() {
        List<Double> bounds = REPORT.calibration().grades().stream()
                .filter(grade -> grade.row().rows() > 0)
                .map(CalibrationFindings.Grade::prudentPd)
                .toList();
        assertThat(bounds).isSorted();
    }

    @Test
    void a_stable_world_is_stable_and_a_shifted_feature_is_found() {
        assertThat(REPORT.figures().get(Figure.SCORE_PSI)).isLessThan(0.5);
        assertThat(REPORT.stability().features()).noneMatch(StabilityFindings.FeatureShift::shifted);
        TrainingSet.Builder shifted = TrainingSet.of(SmallWorld.SCHEMA);
        for (int row = 0; row < WORLD.set().size(); row++) {
            var vector = WORLD.set().vector(row);
            boolean later = vector.asOf().date().getYear() >= 2024;
            shifted.add(
                    later
                            ? SmallWorld.with(
                                    vector,
                                    SmallWorld.LATE,
                                    techflow.features.definition.FeatureValue.of(vector.number(SmallWorld.LATE) + 1))
                            : vector,
                    WORLD.set().bad(row));
        }
        TrainingSet set = shifted.build();
        StabilityFindings found =
                StabilityFindings.of(with(ValidationRows.outOfTime(MODEL, set, Exclusions.none(set.size()))));
        assertThat(found.features())
                .filteredOn(StabilityFindings.FeatureShift::shifted)
                .extracting(StabilityFindings.FeatureShift::feature)
                .containsExactly(SmallWorld.LATE);
    }

    @Test
    void grades_of_firms_seen_twice_migrate() {
        TrainingSet.Builder twice = TrainingSet.of(SmallWorld.SCHEMA);
        for (int row = 0; row < WORLD.set().size(); row++) {
            var vector = WORLD.set().vector(row);
            var firm = SmallWorld.firm(row / 10);
            twice.add(
                    new techflow.features.definition.FeatureVector(
                            firm, vector.asOf(), vector.schema(), vector.values()),
                    WORLD.set().bad(row));
        }
        TrainingSet set = twice.build();
        StabilityFindings found =
                StabilityFindings.of(with(ValidationRows.outOfTime(MODEL, set, Exclusions.none(set.size()))));
        var migration = found.migrations().orElseThrow();
        long firms = migration.counts().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sum();
        assertThat(migration.pairs()).isOne();
        assertThat(firms).isBetween(1_000L, 1_200L);
        assertThat(migration.within(CreditGrade.values().length)).isOne();
        assertThat(REPORT.stability().migrations())
                .as("each firm stands once in this world")
                .isEmpty();
    }

    @Test
    void a_silent_source_costs_what_its_features_tell() {
        var loss = REPORT.sensitivity().sources().getFirst();
        assertThat(loss.features()).hasSameElementsAs(MODEL.model().features());
        assertThat(loss.refused()).as("all features come from one source").isOne();
        assertThat(loss.auc()).contains(0.5);
        assertThat(REPORT.sensitivity().bins()).isNotEmpty().allSatisfy(step -> {
            assertThat(step.down().greatestMove()).isPositive();
            assertThat(step.up().better() + step.up().worse()).isBetween(0.0, 1.0);
        });
        assertThat(REPORT.sensitivity().patents()).isEmpty();
    }

    @Test
    void contributions_add_up_and_a_retrain_names_mostly_the_same_reasons() {
        assertThat(REPORT.explanation().residual()).isLessThan(1e-9);
        assertThat(REPORT.explanation().retrains()).isEqualTo(3);
        assertThat(REPORT.explanation().overlap()).isBetween(0.6, 1.0);
        assertThat(REPORT.explanation().rankCorrelation()).isBetween(0.3, 1.0);
    }

    @Test
    void the_challenger_that_is_the_model_itself_differs_in_nothing() {
        var same = REPORT.benchmark().challenger().orElseThrow();
        assertThat(same.difference().value()).isZero();
        assertThat(same.p()).isOne();
        for (int grade = 0; grade < REPORT.benchmark().migration().size(); grade++) {
            List<Long> others = new ArrayList<>(REPORT.benchmark().migration().get(grade));
            others.remove(grade);
            assertThat(others).containsOnly(0L);
        }
    }

    @Test
    void raw_logistic_regression_is_a_fair_benchmark() {
        var models = REPORT.benchmark().models();
        assertThat(models).hasSize(3);
        assertThat(models.getLast().report().discrimination().auc().value())
                .as("the truth has a square and categories, which it cannot bend to")
                .isBetween(0.70, REPORT.overall().discrimination().auc().value() + 0.01);
    }

    @Test
    void implementation_is_replayed_and_timed() {
        assertThat(REPORT.implementation().trainerParity().orElseThrow()).isLessThan(1e-6);
        assertThat(REPORT.implementation().verificationRows()).isEqualTo(50);
        assertThat(REPORT.implementation().replayed()).isBetween(200, 300);
        assertThat(REPORT.implementation().replayDifferences()).isZero();
        assertThat(REPORT.implementation().microseconds())
                .as("by the clock of this test")
                .isEqualTo(1);
    }

    @Test
    void out_of_fold_rows_are_judged_by_the_pds_that_are_given() {
        TrainingSet some = WORLD.set().where(row -> row < 600);
        List<Double> pds = new ArrayList<>();
        for (int row = 0; row < some.size(); row++) {
            if (!(some.vector(row).number(SmallWorld.CLOSED) > 0)) {
                pds.add(some.bad(row) ? 0.4 : 0.1);
            }
        }
        ValidationRows rows = ValidationRows.outOfFold(some, pds);
        assertThat(Discrimination.auc(rows.scored()).value()).isOne();
        assertThat(rows.refused()).isEqualTo(some.size() - pds.size());
        assertThat(rows.development()).isEmpty();
    }

    private static ValidationSubject with(ValidationRows rows) {
        return new ValidationSubject(
                MODEL,
                SUBJECT.sha256(),
                SUBJECT.definitions(),
                rows,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                SUBJECT.serving(),
                SUBJECT.baseline());
    }

    private static FeatureLine line(SoundnessFindings found, techflow.features.definition.FeatureName feature) {
        return found.features().stream()
                .filter(line -> line.definition().name().equals(feature))
                .findFirst()
                .orElseThrow();
    }

    /** The bins of the late payments in the wrong order. */
    private static Scorecard swapped() {
        return changed(binning -> {
            List<Bin> bins = new ArrayList<>(binning.bins());
            Bin.NumericBin first = (Bin.NumericBin) bins.getFirst();
            bins.set(0, new Bin.NumericBin(first.from(), first.to(), -5, first.counts()));
            return new Binning(binning.feature(), bins, binning.missing());
        });
    }

    private static Scorecard missingBest() {
        return changed(binning -> new Binning(
                binning.feature(),
                binning.bins(),
                new Bin.MissingBin(9, binning.missing().counts())));
    }

    private static Scorecard changed(java.util.function.UnaryOperator<Binning> change) {
        Scorecard scorecard = (Scorecard) MODEL.model();
        return new Scorecard(
                scorecard.intercept(),
                scorecard.characteristics().stream()
                        .map(line -> line.feature().equals(SmallWorld.LATE)
                                ? new Characteristic(change.apply(line.binning()), line.coefficient())
                                : line)
                        .toList());
    }

    private static ModelArtifact withModel(Scorecard scorecard) {
        return new ModelArtifact(
                MODEL.manifest(),
                MODEL.schema(),
                scorecard,
                MODEL.calibrator(),
                MODEL.grades(),
                MODEL.references(),
                MODEL.uncertainty(),
                MODEL.verification());
    }

    private static ModelArtifact with(Calibrator calibrator) {
        return new ModelArtifact(
                MODEL.manifest(),
                MODEL.schema(),
                MODEL.model(),
                calibrator,
                MODEL.grades(),
                MODEL.references(),
                MODEL.uncertainty(),
                MODEL.verification());
    }
}
