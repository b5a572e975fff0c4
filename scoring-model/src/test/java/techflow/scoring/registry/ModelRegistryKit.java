package techflow.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.TechflowException;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.signing.ArtifactSignature;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.testing.TestArtifacts;

/** What every {@link ModelRegistry} must do. */
public abstract class ModelRegistryKit {
    private static final ModelArtifact TRAINED =
            new SmallWorld(11, 4_000).train("1").artifact();
    protected static final byte[] ONE = ArtifactWriter.write(TRAINED);
    private static final byte[] TWO = version("2", "test");
    private static final Instant T0 = Instant.parse("2026-11-01T00:00:00.123456Z");

    /** An empty registry. */
    protected abstract ModelRegistry registry();

    /** The same store, opened anew. */
    protected abstract ModelRegistry reopened();

    /** Changes one byte of what is kept, behind the registry's back. */
    protected abstract void corrupt(String sha256);

    @Test
    void publishing_is_idempotent_by_hash() {
        ModelRegistry registry = registry();
        RegisteredModel first = registry.publish(ONE, "job", T0);
        RegisteredModel again = registry.publish(ONE, "someone else", T0.plusSeconds(60));
        assertThat(again).isEqualTo(first);
        assertThat(registry.list()).containsExactly(first);
        assertThat(first.sha256()).isEqualTo(ArtifactReader.sha256(ONE));
        assertThat(reopened().read(first.sha256())).isEqualTo(ONE);
    }

    @Test
    void a_version_cannot_be_published_again_with_other_bytes() {
        ModelRegistry registry = registry();
        registry.publish(ONE, "job", T0);
        assertRefused(
                () -> registry.publish(version("1", "somebody"), "job", T0), "already published with other bytes");
        assertThat(registry.list()).hasSize(1);
    }

    @Test
    void what_does_not_verify_is_not_published() {
        ModelRegistry registry = registry();
        byte[] flipped = ONE.clone();
        flipped[ONE.length / 2] ^= 1;
        assertThatThrownBy(() -> registry.publish(flipped, "job", T0)).isInstanceOf(ModelFault.class);
        assertThat(registry.list()).isEmpty();
    }

    @Test
    void there_is_exactly_one_champion_and_every_change_is_recorded() {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        String two = registry.publish(TWO, "job", T0.plusSeconds(1)).sha256();
        assertThat(registry.bearer(ModelAlias.CHAMPION)).isEmpty();
        ModelEvent first = registry.promote(ModelAlias.CHAMPION, one, change(1, "first"));
        ModelEvent second = registry.promote(ModelAlias.CHALLENGER, two, change(2, "to compare"));
        ModelEvent third = registry.promote(ModelAlias.CHAMPION, two, change(3, "better"));
        ModelEvent back = registry.rollback(ModelAlias.CHAMPION, change(4, "alerts"));
        assertThat(registry.history().events()).containsExactly(first, second, third, back);
        assertThat(reopened().history()).isEqualTo(registry.history());
        assertThat(registry.bearer(ModelAlias.CHAMPION)).contains(one);
        assertThat(registry.bearer(ModelAlias.CHALLENGER)).contains(two);
        assertThat(back.action()).isEqualTo(ModelEvent.Action.ROLLBACK);
    }

    @Test
    void who_was_champion_at_an_instant_has_an_answer() {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        String two = registry.publish(TWO, "job", T0).sha256();
        registry.promote(ModelAlias.CHAMPION, one, change(10, "first"));
        registry.promote(ModelAlias.CHAMPION, two, change(20, "better"));
        assertThat(registry.bearer(ModelAlias.CHAMPION, T0.plusSeconds(9))).isEmpty();
        assertThat(registry.bearer(ModelAlias.CHAMPION, T0.plusSeconds(10))).contains(one);
        assertThat(registry.bearer(ModelAlias.CHAMPION, T0.plusSeconds(19))).contains(one);
        assertThat(registry.bearer(ModelAlias.CHAMPION, T0.plusSeconds(99))).contains(two);
    }

    @Test
    void changes_that_break_a_rule_are_refused_and_leave_no_trace() {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        assertRefused(() -> registry.rollback(ModelAlias.CHAMPION, change(1, "why")), "no earlier CHAMPION");
        registry.promote(ModelAlias.CHAMPION, one, change(2, "first"));
        assertRefused(() -> registry.promote(ModelAlias.CHAMPION, one, change(3, "again")), "is already CHAMPION");
        assertRefused(() -> registry.rollback(ModelAlias.CHAMPION, change(3, "why")), "no earlier CHAMPION");
        assertRefused(
                () -> registry.promote(ModelAlias.CHALLENGER, one, change(1, "late")),
                "must not lie before the newest");
        assertRefused(() -> change(4, " "), "must name its actor and its reason");
        assertThat(registry.history().events()).hasSize(1);
    }

    @Test
    void what_is_not_registered_is_refused_by_name() {
        ModelRegistry registry = registry();
        String nobody = "0".repeat(64);
        assertCode(() -> registry.read(nobody), ProblemCode.MODEL_UNKNOWN);
        assertCode(() -> registry.read("../../etc/passwd"), ProblemCode.MODEL_UNKNOWN);
        assertCode(() -> registry.promote(ModelAlias.CHAMPION, nobody, change(1, "why")), ProblemCode.MODEL_UNKNOWN);
    }

    @Test
    void bytes_are_hashed_again_when_they_are_read() {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        corrupt(one);
        assertCode(() -> registry.read(one), ProblemCode.ARTIFACT_CORRUPT);
    }

    @Test
    void two_that_promote_at_once_leave_one_champion_and_one_refusal() throws Exception {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        ModelRegistry other = reopened();
        Callable<Boolean> attempt = () -> promoted(registry, one);
        Callable<Boolean> rival = () -> promoted(other, one);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            int promoted = 0;
            for (Future<Boolean> future : threads.invokeAll(List.of(attempt, rival))) {
                promoted += future.get() ? 1 : 0;
            }
            assertThat(promoted).isEqualTo(1);
        }
        assertThat(registry.history().events()).hasSize(1);
    }

    @Test
    void approver_and_report_are_kept_with_the_promotion() {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        Change approved =
                change(1, "all gates passed").approvedBy("approver.two").relyingOn("e".repeat(64));
        ModelEvent event = registry.promote(ModelAlias.CHAMPION, one, approved);
        assertThat(event.change()).isEqualTo(approved);
        assertThat(reopened().history().events()).containsExactly(event);
    }

    @Test
    void who_trained_a_model_cannot_approve_it_however_the_name_is_written() {
        ModelRegistry registry = registry();
        String one = registry.publish(version("1", "Trainer One"), "job", T0).sha256();
        for (String approver : List.of("Trainer One", "trainer one", " TRAINER  ONE ")) {
            assertRefused(
                    () -> registry.promote(
                            ModelAlias.CHAMPION, one, change(1, "good").approvedBy(approver)),
                    "test-pd 1 must be approved by somebody else than who trained it: " + approver.strip()
                            + " did both");
        }
        assertThat(registry.history().events()).isEmpty();
    }

    @Test
    void a_model_of_real_firms_needs_approver_and_report_to_become_champion_but_not_challenger() {
        ModelRegistry registry = registry();
        String one = registry.publish(TestArtifacts.ofRealFirms(TRAINED, "1", "trainer.one"), "job", T0)
                .sha256();
        Change bare = change(1, "good");
        assertRefused(() -> registry.promote(ModelAlias.CHAMPION, one, bare), "without an approver");
        assertRefused(
                () -> registry.promote(ModelAlias.CHAMPION, one, bare.approvedBy("approver.two")),
                "without a validation report");
        registry.promote(ModelAlias.CHALLENGER, one, bare);
        registry.promote(ModelAlias.SHADOW, one, bare);
        registry.promote(
                ModelAlias.CHAMPION, one, bare.approvedBy("approver.two").relyingOn("e".repeat(64)));
        for (ModelAlias alias : ModelAlias.values()) {
            assertThat(registry.bearer(alias)).as(alias.word()).contains(one);
        }
    }

    @Test
    void a_tampered_model_is_not_promoted() {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        corrupt(one);
        assertCode(() -> registry.promote(ModelAlias.CHAMPION, one, change(1, "good")), ProblemCode.ARTIFACT_CORRUPT);
        assertThat(registry.bearer(ModelAlias.CHAMPION)).isEmpty();
    }

    @Test
    void a_rollback_takes_less_than_a_second() {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        String two = registry.publish(TWO, "job", T0).sha256();
        registry.promote(ModelAlias.CHAMPION, one, change(1, "first"));
        registry.promote(ModelAlias.CHAMPION, two, change(2, "better"));
        long start = System.nanoTime();
        registry.rollback(ModelAlias.CHAMPION, change(3, "alerts"));
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(1);
        assertThat(registry.bearer(ModelAlias.CHAMPION)).contains(one);
    }

    @Test
    void signatures_stand_beside_the_artefact_and_one_key_signs_once() {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        assertThat(registry.signatures(one)).isEmpty();
        ArtifactSignature first = new ArtifactSignature("1".repeat(64), "a".repeat(128), "trainer.one", T0);
        ArtifactSignature second =
                new ArtifactSignature("2".repeat(64), "b".repeat(128), "approver.one", T0.plusSeconds(1));
        registry.sign(one, first);
        registry.sign(one, second);
        registry.sign(one, new ArtifactSignature("1".repeat(64), "c".repeat(128), "mallory", T0.plusSeconds(2)));
        assertThat(reopened().signatures(one)).containsExactly(first, second);
        assertThat(reopened().read(one)).isEqualTo(ONE);
        assertCode(() -> registry.sign("0".repeat(64), first), ProblemCode.MODEL_UNKNOWN);
        assertCode(() -> registry.signatures("0".repeat(64)), ProblemCode.MODEL_UNKNOWN);
    }

    private static boolean promoted(ModelRegistry registry, String sha256) {
        try {
            registry.promote(ModelAlias.CHAMPION, sha256, change(1, "race"));
            return true;
        } catch (RecordFault fault) {
            assertThat(fault.code()).isEqualTo(ProblemCode.PROMOTION_REFUSED);
            return false;
        }
    }

    private static Change change(int seconds, String reason) {
        return new Change("model-engineer", reason, T0.plusSeconds(seconds));
    }

    private static byte[] version(String version, String trainedBy) {
        return TestArtifacts.version(TRAINED, version, trainedBy);
    }

    private static void assertRefused(Runnable change, String rule) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        RecordFault.class, fault -> assertThat(fault.code()).isEqualTo(ProblemCode.PROMOTION_REFUSED))
                .hasMessageContaining(rule);
    }

    private static void assertCode(Runnable action, ProblemCode code) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        TechflowException.class,
                        fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
