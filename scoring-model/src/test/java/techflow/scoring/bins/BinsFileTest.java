package techflow.scoring.bins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.problem.ModelFault;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.BinsFitting;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.ScorecardTrainer;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TrainingSettings;

class BinsFileTest {
    private static final TrainingSet SET = new SmallWorld(3, 6_000).set();
    private static final BinsFitting FITTING = new BinsFitting(TrainingSettings.STANDARD.binning());
    private static final BinsFile FILE = FITTING.fit(SET, SmallWorld.CATALOG.definitions(), "6000 made-up firms");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Edit EDIT = new Edit("Li Wei", NOW, "test", "policy wants round cuts");

    @Test
    void what_is_written_is_read_exactly() {
        assertThat(BinsYaml.read(BinsYaml.write(FILE))).isEqualTo(FILE);
        BinsFile edited = FILE.with(SmallWorld.CASH, one -> new Editing(EDIT, true).merge(one, 1, 2))
                .with(SmallWorld.LATE, one -> new Editing(EDIT, false).drop(one));
        assertThat(BinsYaml.read(BinsYaml.write(edited))).isEqualTo(edited);
        BinsFile special = FILE.with(
                SmallWorld.GROWTH,
                one -> new FeatureBins(
                        one.feature(),
                        one.chineseName(),
                        one.direction(),
                        false,
                        false,
                        new Cuts.Numbers(List.of(-0.5, 1e-7, 12345678.25)),
                        List.of(FeatureValue.of(-99), FeatureValue.missing(MissingReason.UNDEFINED)),
                        Optional.empty(),
                        List.of()));
        assertThat(BinsYaml.read(BinsYaml.write(special))).isEqualTo(special);
    }

    @Test
    void joined_bins_have_the_sum_of_the_counts_and_other_cuts_have_none() {
        FeatureBins before = FILE.feature(SmallWorld.CASH).orElseThrow();
        FeatureBins merged = new Editing(EDIT, false).merge(before, 1, 2);
        List<Bin> old = before.counted().orElseThrow().binning().bins();
        Bin first = merged.counted().orElseThrow().binning().bins().getFirst();
        assertThat(first.counts().bad())
                .isEqualTo(old.get(0).counts().bad() + old.get(1).counts().bad());
        assertThat(first.woe()).isBetween(old.get(0).woe(), old.get(1).woe());
        FeatureBins cut = new Editing(EDIT, false).cut(before, new Cuts.Numbers(List.of(-1.0, 0.0)));
        assertThat(cut.counted()).isEmpty();
        assertThat(cut.edits()).containsExactly(EDIT);
        BinsFile recounted = FITTING.recount(SET, FILE.with(SmallWorld.CASH, one -> cut), "again");
        assertThat(recounted
                        .feature(SmallWorld.CASH)
                        .orElseThrow()
                        .counted()
                        .orElseThrow()
                        .binning()
                        .bins())
                .hasSize(3);
    }

    @Test
    void bins_against_the_declared_direction_are_refused_unless_somebody_lets_them() {
        FeatureBins late = FILE.feature(SmallWorld.LATE).orElseThrow();
        FeatureBins zigzag = new Editing(EDIT, false).cut(late, new Cuts.Numbers(List.of(1.0, 2.0, 6.5, 7.5, 8.5)));
        BinsFile file = FILE.with(SmallWorld.LATE, one -> zigzag);
        assertThatThrownBy(() -> FITTING.recount(SET, file, "again"))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("late_payments is declared RISKIER_WHEN_HIGHER")
                .hasMessageContaining("between bins")
                .hasMessageContaining("--allow-direction");
        FeatureBins waived = new Editing(EDIT, true).cut(late, new Cuts.Numbers(List.of(1.0, 2.0, 6.5, 7.5, 8.5)));
        assertThat(FITTING.recount(SET, FILE.with(SmallWorld.LATE, one -> waived), "again")
                        .feature(SmallWorld.LATE)
                        .orElseThrow()
                        .directionWaived())
                .isTrue();
    }

    @Test
    void a_locked_file_trains_exactly_its_cuts_and_its_hash_stands_in_the_settings() {
        BinsFile locked = FILE.with(SmallWorld.GROWTH, one -> new Editing(EDIT, false).drop(one))
                .with(SmallWorld.CASH, one -> new Editing(EDIT, false).merge(one, 2, 3))
                .locked("Reviewer One", NOW);
        ScorecardTrainer trainer = new ScorecardTrainer(
                new TribuoRegression(), TrainingSettings.STANDARD, BinsYaml.read(BinsYaml.write(locked)));
        assertThat(trainer.settings())
                .containsEntry("bins.sha256", locked.lock().orElseThrow().sha256())
                .containsEntry("bins.lockedBy", "Reviewer One");
        ModelTrainer.Trained trained = trainer.train(
                new ModelTrainer.TrainingTask(
                        SET, Candidate.of(SmallWorld.CATALOG.definitions()), SET.where(row -> row < 3), 1),
                TrainingProgress.NONE);
        assertThat(trained.model().features()).contains(SmallWorld.LATE).doesNotContain(SmallWorld.GROWTH);
        assertThat(trained.dropped())
                .anySatisfy(dropped -> assertThat(dropped.reason()).contains("policy wants round cuts"));
        var card = (techflow.scoring.scorecard.Scorecard) trained.model();
        for (var line : card.characteristics()) {
            assertThat(line.binning().bins())
                    .hasSize(locked.feature(line.feature()).orElseThrow().cuts().bins());
        }
    }

    @Test
    void a_file_that_was_changed_after_the_lock_is_refused_by_name() {
        String text = BinsYaml.write(FILE.locked("Reviewer One", NOW));
        String tampered = text.replaceFirst("woe: (-?)0\\.", "woe: $10.9");
        assertThat(tampered).isNotEqualTo(text);
        assertThatThrownBy(() -> BinsYaml.read(tampered))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("changed after Reviewer One locked them at 2026-11-22T08:00:00Z");
        assertThat(BinsYaml.read("# a reviewer's comment\n" + text).lock()).isPresent();
        assertThatThrownBy(() -> FILE.locked("Reviewer One", NOW).with(SmallWorld.CASH, one -> one))
                .hasMessageContaining("cannot be changed");
    }

    @Test
    void a_text_that_is_no_bins_file_is_refused_with_the_place() {
        String text = BinsYaml.write(FILE);
        assertThatThrownBy(() -> BinsYaml.read("a: 1")).hasMessageContaining("\"schema\" must be given");
        assertThatThrownBy(() -> BinsYaml.read(text.replace("RISKIER_WHEN_HIGHER", "SIDEWAYS")))
                .hasMessageContaining("late_payments")
                .hasMessageContaining("SIDEWAYS");
        assertThatThrownBy(() -> new Cuts.Numbers(List.of(2.0, 1.0))).hasMessageContaining("strictly ascending");
        assertThatThrownBy(() -> new Cuts.Labels(List.of(List.of("a"), List.of("a"))))
                .hasMessageContaining("no label twice");
        assertThatThrownBy(() -> new Edit(" ", NOW, "x", "y")).hasMessageContaining("--by and --reason");
    }
}
