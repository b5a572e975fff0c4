package techflow.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.testing.SmallWorld;

class ValidationEvidenceTest {
    private static final ModelManifest MANIFEST =
            new SmallWorld(11, 4_000).train("1").artifact().manifest();
    private static final String MODEL = "a".repeat(64);
    private static final String FAILED = "{\"name\":\"psi\",\"value\":0.31,\"limit\":0.25,\"passed\":false}";
    private static final String PASSED = "{\"name\":\"auc\",\"value\":0.8,\"limit\":0.7,\"passed\":true}";

    @Test
    void a_report_of_this_model_whose_gates_passed_carries_it_and_is_named_by_its_hash() {
        String report = report(MODEL, true, PASSED, "");
        ValidationEvidence evidence = read(report);
        assertThatCode(() -> evidence.require(MODEL, MANIFEST)).doesNotThrowAnyException();
        assertThat(evidence.sha256()).isEqualTo(ArtifactReader.sha256(report.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void every_reason_against_a_promotion_is_told_at_once() {
        ValidationEvidence evidence =
                read(report("b".repeat(64), false, FAILED + "," + FAILED.replace("psi", "slope"), ""));
        assertThatThrownBy(() -> evidence.require(MODEL, MANIFEST))
                .hasMessage("test-pd 1 is not promoted: its validation report does not carry it")
                .isInstanceOfSatisfying(RecordFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(ProblemCode.PROMOTION_REFUSED);
                    assertThat(fault.violations())
                            .extracting(Violation::describe)
                            .satisfiesExactly(
                                    one -> assertThat(one).startsWith("model.sha256: must be the model"),
                                    one -> assertThat(one)
                                            .startsWith("gate psi: must pass its limit 0.25, found \"0.31\""),
                                    one -> assertThat(one).startsWith("gate slope:"));
                });
    }

    @Test
    void an_override_lets_a_failed_gate_pass_unless_the_trainer_wrote_it_or_gave_no_reason() {
        assertThatCode(() -> read(report(MODEL, false, FAILED, override("approver.one", "new branches")))
                        .require(MODEL, MANIFEST))
                .doesNotThrowAnyException();
        for (String override : new String[] {override("Test", "new branches"), override("approver.one", " ")}) {
            assertThatThrownBy(
                            () -> read(report(MODEL, false, FAILED, override)).require(MODEL, MANIFEST))
                    .isInstanceOfSatisfying(
                            RecordFault.class,
                            fault -> assertThat(fault.violations())
                                    .singleElement()
                                    .satisfies(one -> assertThat(one.describe())
                                            .contains("must name a reason and somebody else than who trained")));
        }
    }

    @Test
    void a_report_without_gates_or_that_failed_for_another_reason_does_not_carry() {
        assertThatThrownBy(() -> read(report(MODEL, true, "", "")).require(MODEL, MANIFEST))
                .isInstanceOf(RecordFault.class);
        assertThatThrownBy(() -> read(report(MODEL, false, PASSED, "")).require(MODEL, MANIFEST))
                .isInstanceOfSatisfying(
                        RecordFault.class,
                        fault -> assertThat(fault.violations().getFirst().field())
                                .isEqualTo("passed"));
    }

    @Test
    void what_is_no_report_is_named() {
        for (String text : new String[] {"", "[]", "{\"model\":{}}", "{\"model\":{\"sha256\":1}}", "no json"}) {
            assertThatThrownBy(() -> read(text))
                    .as(text)
                    .hasMessageContaining("The validation report cannot be read")
                    .isInstanceOf(RecordFault.class);
        }
    }

    private static ValidationEvidence read(String report) {
        return ValidationEvidence.read(report.getBytes(StandardCharsets.UTF_8));
    }

    private static String override(String by, String reason) {
        return "{\"gate\":\"psi\",\"by\":\"" + by + "\",\"reason\":\"" + reason + "\"}";
    }

    private static String report(String model, boolean passed, String gates, String overrides) {
        return "{\"model\":{\"sha256\":\"" + model + "\"},\"passed\":" + passed + ",\"gates\":[" + gates
                + "],\"overrides\":[" + overrides + "],\"sections\":{}}";
    }
}
