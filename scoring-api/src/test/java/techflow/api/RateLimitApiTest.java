package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import techflow.api.testing.RunningService;
import techflow.scoring.access.Role;

class RateLimitApiTest {
    private static final RunningService SERVICE = RunningService.ready(
            "techflow.limits.client.requests=3",
            "techflow.limits.client.per=1h",
            "techflow.limits.tenant.requests=5",
            "techflow.limits.tenant.per=1h",
            "techflow.limits.failures.requests=4",
            "techflow.limits.failures.per=1h",
            "techflow.scoring.key-cache=0s");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void a_client_and_then_its_tenant_are_limited_and_every_answer_tells_the_state() {
        WebTestClient first = SERVICE.clientOf("limited", Role.OFFICER);
        EntityExchangeResult<String> answer = ask(first);
        assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"client\";q=3;w=3600, \"tenant\";q=5;w=3600");
        assertThat(header(answer, "RateLimit")).isEqualTo("\"client\";r=2;t=1200, \"tenant\";r=4;t=720");
        ask(first);
        ask(first);

        EntityExchangeResult<String> refused = ask(first);
        assertThat(refused.getStatus().value()).isEqualTo(429);
        assertThat(refused.getResponseBody()).contains("RATE_LIMITED", "this client");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1190, 1200);
        assertThat(header(refused, "RateLimit")).startsWith("\"client\";r=0;t=");

        WebTestClient second = SERVICE.clientOf("limited", Role.OFFICER);
        ask(second);
        ask(second);
        assertThat(ask(second).getResponseBody()).contains("RATE_LIMITED", "this tenant");
        assertThat(ask(SERVICE.clientOf("another", Role.OFFICER)).getStatus().value())
                .isEqualTo(404);
        assertThat(SERVICE.metric("techflow_rate_limited_total{policy=\"client\"}"))
                .isEqualTo(1);
        assertThat(SERVICE.metric("techflow_rate_limited_total{policy=\"tenant\"}"))
                .isEqualTo(1);
    }

    @Test
    void too_many_wrong_keys_from_an_address_are_refused_unlooked_at_but_a_key_that_was_good_goes_on() {
        WebTestClient good = SERVICE.clientOf("patient", Role.OFFICER);
        assertThat(ask(good).getStatus().value()).isEqualTo(404);
        IntStream.range(0, 4).forEach(i -> assertThat(wrong(i)).isEqualTo(401));
        assertThat(wrong(4)).isEqualTo(429);
        assertThat(ask(good).getStatus().value()).isEqualTo(404);
        assertThat(ask(SERVICE.clientOf("newcomer", Role.OFFICER)).getStatus().value())
                .isEqualTo(429);
        assertThat(SERVICE.metric("techflow_authentications_total{credential=\"key\",outcome=\"refused\"}"))
                .isEqualTo(4);
        assertThat(SERVICE.metric("techflow_rate_limited_total{policy=\"authentication\"}"))
                .isEqualTo(2);
    }

    private static int wrong(int number) {
        return ask(SERVICE.anonymous()
                        .mutate()
                        .defaultHeader("X-API-Key", "tf_wrong_" + number)
                        .build())
                .getStatus()
                .value();
    }

    private static EntityExchangeResult<String> ask(WebTestClient client) {
        return client.get()
                .uri("/v1/scores/none")
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static String header(EntityExchangeResult<String> answer, String name) {
        return Objects.requireNonNull(answer.getResponseHeaders().getFirst(name), name);
    }
}
