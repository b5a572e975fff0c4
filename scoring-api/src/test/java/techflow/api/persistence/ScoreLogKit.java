package techflow.api.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import techflow.api.application.Channel;
import techflow.api.application.Purpose;
import techflow.api.application.ScoreCommand;
import techflow.api.application.ScoreLog;
import techflow.api.application.ScoreRecord;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestModels;
import techflow.problem.ModelFault;
import techflow.problem.TechflowException;
import techflow.scoring.artifact.VectorJson;

/** What every score log must do: give back what was logged, exactly, and never lose or change a record. */
abstract class ScoreLogKit {
    /** An empty log in which a model with this hash is registered. */
    abstract ScoreLog empty(String modelSha256);

    private static final String MODEL = "a".repeat(64);

    @Test
    void a_record_comes_back_as_it_was_and_its_inputs_can_be_computed_with() {
        ScoreLog log = empty(MODEL);
        log.keepSettings("s-1", "weights: 1").block();
        ScoreRecord entry = entry("0197-1");
        log.append(entry).block();
        ScoreRecord found = Objects.requireNonNull(log.find("0197-1").block());
        assertThat(found).isEqualTo(entry);
        assertThat(VectorJson.read(
                        found.inputs(), TestModels.vector(TestFirms.WEAK).schema()))
                .isEqualTo(TestModels.vector(TestFirms.WEAK));
    }

    @Test
    void an_unknown_id_finds_nothing() {
        assertThat(empty(MODEL).find("none").blockOptional()).isEmpty();
    }

    @Test
    void one_id_is_logged_once() {
        ScoreLog log = empty(MODEL);
        log.keepSettings("s-1", "weights: 1").block();
        log.append(entry("0197-2")).block();
        assertThatThrownBy(() -> log.append(entry("0197-2")).block()).isInstanceOf(TechflowException.class);
    }

    @Test
    void settings_are_kept_once_and_never_change() {
        ScoreLog log = empty(MODEL);
        log.keepSettings("s-1", "weights: 1").block();
        log.keepSettings("s-1", "weights: 1").block();
        assertThatThrownBy(() -> log.keepSettings("s-1", "weights: 2").block())
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("another text");
    }

    @Test
    void a_record_whose_settings_are_not_kept_is_refused() {
        assertThatThrownBy(() -> empty(MODEL).append(entry("0197-3")).block()).isInstanceOf(TechflowException.class);
    }

    private static ScoreRecord entry(String id) {
        return new ScoreRecord(
                id,
                Instant.parse("2026-11-02T03:04:05.678901Z"),
                new ScoreCommand(
                        TestFirms.WEAK,
                        TestModels.AS_OF,
                        Purpose.LOAN_REVIEW,
                        "授权〔2026〕001号",
                        new ScoreCommand.Caller("officer", "default", "req-9", Channel.WEB)),
                MODEL,
                "s-1",
                Optional.empty(),
                VectorJson.write(TestModels.vector(TestFirms.WEAK)),
                "{\"points\":612.3000000000001}",
                "{\"score\":612,\"text\":\"纳税\"}");
    }
}
