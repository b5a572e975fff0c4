package techflow.scoring.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.testing.TestArtifacts;

/** What every {@link RunLog} must do. */
public abstract class RunLogKit {
    private static final ModelArtifact TRAINED = TestArtifacts.with(
            new SmallWorld(11, 4_000).train("1").artifact(),
            "1",
            "trainer.one",
            true,
            Optional.of(TestArtifacts.provenance()));
    private static final Instant T0 = Instant.parse("2026-11-01T00:00:00.123456Z");

    /** An empty log. */
    protected abstract RunLog runs();

    /** The same log, opened anew. */
    protected abstract RunLog reopened();

    /** A record of the given name. */
    protected static RunRecord run(String id, String sha256, Optional<String> parent) {
        return new RunRecord(
                id,
                T0,
                "张伟",
                parent,
                sha256,
                TRAINED.manifest(),
                new RunRecord.Machine(2, "OpenJDK 25", "Linux", "a processor"),
                Map.of("Training", 1.25));
    }

    @Test
    void records_come_back_as_they_were_kept_and_in_that_order() {
        RunLog runs = runs();
        RunRecord late = run("run-2", "a".repeat(64), Optional.empty());
        RunRecord early = run("run-1", "b".repeat(64), Optional.of("run-2"));
        runs.append(late);
        runs.append(early);
        assertThat(reopened().list()).containsExactly(late, early);
    }

    @Test
    void the_same_record_again_changes_nothing_and_another_under_its_name_is_refused() {
        RunLog runs = runs();
        runs.append(run("run-1", "a".repeat(64), Optional.empty()));
        runs.append(run("run-1", "a".repeat(64), Optional.empty()));
        assertThat(runs.list()).hasSize(1);
        assertThatThrownBy(() -> runs.append(run("run-1", "b".repeat(64), Optional.empty())))
                .isInstanceOf(RecordFault.class)
                .hasMessageContaining("Another run is recorded as run-1");
    }

    @Test
    void a_run_is_found_by_its_name_by_how_it_begins_and_by_its_artefact() {
        RunLog runs = runs();
        RunRecord one = run("run-10", "a".repeat(64), Optional.empty());
        RunRecord two = run("run-2", "b".repeat(64), Optional.empty());
        RunRecord again = run("run-20", "b".repeat(64), Optional.empty());
        runs.append(one);
        runs.append(two);
        runs.append(again);
        assertThat(runs.find("run-1")).isEqualTo(one);
        assertThat(runs.find("run-2")).isEqualTo(two);
        assertThat(runs.find("bbbb")).isEqualTo(again);
        assertThatThrownBy(() -> runs.find("run-")).hasMessageContaining("3 runs begin with run-");
        assertThatThrownBy(() -> runs.find("nobody")).hasMessageContaining("No run is named nobody");
    }
}
