package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import techflow.api.answer.AnswerJson;
import techflow.api.answer.ScoreAnswer;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestModels;
import techflow.api.testing.TestRequests;

/** A score beside the one before it: of the same firm, tenant and model, as of an earlier instant. */
class TrendApiTest {
    @Test
    void the_score_before_is_the_tenants_own_by_the_same_model_as_of_an_earlier_day() {
        try (RunningService service = RunningService.ready()) {
            assertThat(score(service, RunningService.OTHER_KEY, "2026-06-01").trend())
                    .isNull();
            ScoreAnswer first = score(service, RunningService.KEY, "2026-08-01");
            assertThat(first.trend()).isNull();
            assertThat(score(service, RunningService.KEY, "2026-08-01").trend())
                    .as("of the same instant")
                    .isNull();

            ScoreAnswer next = score(service, RunningService.KEY, "2026-11-01");
            ScoreAnswer.Trend trend = Objects.requireNonNull(next.trend());
            assertThat(trend.since()).isEqualTo(first.asOf());
            assertThat(trend.delta())
                    .isEqualTo(Objects.requireNonNull(next.score()) - Objects.requireNonNull(first.score()));

            TestModels.promote(service.database().dataSource(), "2.0", TestModels.artifact("2.0", 2));
            service.await(
                    "the new model",
                    () -> score(service, RunningService.KEY, "2026-11-02").trend() == null);
        }
    }

    @Test
    void a_score_of_today_on_data_of_long_ago_is_degraded_and_says_so() {
        try (RunningService service = RunningService.ready("techflow.freshness.allowed-age.monthly-tax=10d")) {
            ScoreAnswer answer = score(service, RunningService.KEY, "2026-11-01");
            assertThat(answer.status()).isEqualTo(ScoreAnswer.Status.DEGRADED);
            assertThat(answer.score()).isNotNull();
            assertThat(answer.degradedReasons())
                    .extracting(ScoreAnswer.Reason::code)
                    .containsExactly("MONTHLY_TAX_STALE");
        }
    }

    private static ScoreAnswer score(RunningService service, String key, String asOf) {
        byte[] body = service.client()
                .post()
                .uri("/v1/scores")
                .headers(headers -> headers.set("X-API-Key", key))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(TestRequests.json(TestFirms.WEAK).replace("2026-11-01", asOf))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return AnswerJson.read(new String(body, java.nio.charset.StandardCharsets.UTF_8));
    }
}
