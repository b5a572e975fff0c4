package techflow.scoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import techflow.problem.ModelFault;

class AuditEventTest {
    private static final AuditEvent EVENT = AuditEvent.of(
                    AuditKind.KEY_REVOKED, Instant.parse("2026-11-02T03:04:05.6Z"), "default", "admin")
            .on("key-1")
            .with("reason", "离职 \"left\"\n");

    @Test
    void members_are_sorted_texts_and_instants_are_of_one_width() {
        assertThat(EVENT.json())
                .isEqualTo("{\"actor\":\"admin\",\"at\":\"2026-11-02T03:04:05.600000Z\",\"kind\":\"KEY_REVOKED\","
                        + "\"reason\":\"离职 \\\"left\\\"\\n\",\"resource\":\"key-1\",\"tenant\":\"default\"}");
    }

    @Test
    void an_event_comes_back_from_its_json() {
        assertThat(AuditEvent.read(EVENT.json())).isEqualTo(EVENT);
    }

    @Test
    void a_fact_cannot_pose_as_the_head_of_the_event() {
        assertThatThrownBy(() -> EVENT.with("actor", "nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void other_text_is_refused_by_name() {
        assertThatThrownBy(() -> AuditEvent.read("{\"kind\":\"PARTY\"}")).isInstanceOf(ModelFault.class);
    }
}
