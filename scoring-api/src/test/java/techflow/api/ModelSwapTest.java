package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import techflow.api.answer.AnswerJson;
import techflow.api.answer.ScoreAnswer;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestModels;

/** The life of the active model, on one service that begins without any. */
class ModelSwapTest {
    @Test
    void the_service_follows_the_champion_and_refuses_what_does_not_verify_itself() {
        try (RunningService service = RunningService.withoutModel()) {
            assertThat(service.status("/actuator/health/readiness")).isEqualTo(503);
            assertThat(service.status("/actuator/health/liveness")).isEqualTo(200);
            post(service)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("MODEL_UNAVAILABLE");

            promote(service, "1.0", TestModels.artifact("1.0", 3));
            service.await("ready", service::isReady);
            ScoreAnswer first = score(service);
            assertThat(first.model().version()).isEqualTo("1.0");

            promote(service, "2.0", TestModels.artifact("2.0", 4));
            service.await("swapped", () -> score(service).model().version().equals("2.0"));
            assertThat(Objects.requireNonNull(score(service).score()))
                    .isGreaterThan(Objects.requireNonNull(first.score()));

            promote(service, "3.0", TestModels.lyingArtifact("3.0"));
            service.await("refused", () -> metrics(service).contains("code=\"MODEL_NOT_VERIFIED\"} 1.0"));

            byte[] tampered = TestModels.artifact("4.0", 4);
            tampered[tampered.length / 2] ^= 1;
            promote(service, "4.0", tampered);
            service.await("refused", () -> metrics(service).contains("code=\"ARTIFACT_CORRUPT\"} 1.0"));

            byte[] other = TestModels.artifact("5.0", 4);
            TestModels.promote(service.database().dataSource(), "5.0", other, "0".repeat(64));
            service.await("refused", () -> metrics(service).contains("code=\"ARTIFACT_CORRUPT\"} 2.0"));

            assertThat(score(service).model().version())
                    .as("the last verified one goes on")
                    .isEqualTo("2.0");
            assertThat(service.isReady()).isTrue();
        }
    }

    private static void promote(RunningService service, String version, byte[] bytes) {
        TestModels.promote(service.database().dataSource(), version, bytes);
    }

    private static String metrics(RunningService service) {
        return String.valueOf(service.anonymous()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static ScoreAnswer score(RunningService service) {
        return AnswerJson.read(Objects.requireNonNull(post(service)
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    private static org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec post(
            RunningService service) {
        return service.client()
                .post()
                .uri("/v1/scores")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of(
                        "uscc",
                        TestFirms.SOUND.code(),
                        "asOf",
                        "2026-11-01",
                        "purpose",
                        "LOAN_ORIGINATION",
                        "authorisationId",
                        "A-0001"))
                .exchange();
    }
}
