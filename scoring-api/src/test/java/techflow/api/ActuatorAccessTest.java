package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import techflow.api.testing.RunningService;
import techflow.scoring.access.Role;

class ActuatorAccessTest {
    @Test
    void on_the_loopback_address_metrics_are_open_and_reasons_of_health_are_for_monitors() {
        RunningService service = RunningService.shared();
        assertThat(status(service.anonymous(), "/actuator/prometheus")).isEqualTo(200);
        assertThat(health(service.anonymous())).contains("UP").doesNotContain("components", "schema");
        assertThat(health(service.clientOf("default", Role.OFFICER))).doesNotContain("components");
        assertThat(health(service.clientOf("default", Role.MONITOR))).contains("components", "schema");
    }

    @Test
    void beyond_loopback_metrics_need_the_key_of_a_monitor() {
        try (RunningService service = RunningService.ready("server.address=0.0.0.0")) {
            assertThat(status(service.anonymous(), "/actuator/health/readiness"))
                    .isEqualTo(200);
            assertThat(status(service.anonymous(), "/actuator/prometheus")).isEqualTo(401);
            assertThat(status(service.clientOf("default", Role.OFFICER), "/actuator/prometheus"))
                    .isEqualTo(403);
            assertThat(status(service.clientOf("default", Role.MONITOR), "/actuator/prometheus"))
                    .isEqualTo(200);
            assertThat(status(service.clientOf("default", Role.ADMIN), "/actuator/prometheus"))
                    .isEqualTo(200);
            assertThat(status(service.clientOf("default", Role.ADMIN), "/actuator/env"))
                    .isEqualTo(404);
        }
    }

    private static String health(WebTestClient client) {
        return String.valueOf(client.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static int status(WebTestClient client, String path) {
        return client.get()
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }
}
