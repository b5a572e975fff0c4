package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import techflow.api.config.DeprecationProperties;
import techflow.api.testing.RunningService;

@ExtendWith(OutputCaptureExtension.class)
class HeadersApiTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final RunningService SERVICE = RunningService.ready(
            "techflow.deprecation.notices[0].path=/v1/features/**",
            "techflow.deprecation.notices[0].since=2027-01-01T00:00:00Z",
            "techflow.deprecation.notices[0].sunset=2027-07-01T00:00:00Z",
            "techflow.deprecation.notices[0].link=https://example.com/changes");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void the_callers_trace_goes_on_with_a_step_of_our_own_and_stands_in_the_log(CapturedOutput output) {
        String sent = "00-" + TRACE + "-00f067aa0ba902b7-01";
        String told = told(sent);
        assertThat(told).matches("00-" + TRACE + "-[0-9a-f]{16}-01").isNotEqualTo(sent);
        assertThat(output).contains("SCORE_UNKNOWN").contains("traceId=" + TRACE);
        assertThat(told("01-" + TRACE + "-00f067aa0ba902b7-01-of-the-future")).startsWith("00-" + TRACE);
    }

    @Test
    void a_malformed_trace_is_not_continued_and_a_new_one_begins() {
        for (String wrong : List.of(
                "",
                "00-" + TRACE,
                "00-" + TRACE.toUpperCase(java.util.Locale.ROOT) + "-00f067aa0ba902b7-01",
                "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01-more")) {
            assertThat(told(wrong))
                    .as(wrong)
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                    .doesNotContain(TRACE);
        }
    }

    @Test
    void what_will_go_is_told_where_it_is_asked_and_nowhere_else() {
        HttpHeaders headers = headers("/v1/features/rd_intensity");
        assertThat(headers.getFirst("Deprecation")).isEqualTo("@1798761600");
        assertThat(headers.getFirst("Sunset")).isEqualTo("Thu, 1 Jul 2027 00:00:00 GMT");
        assertThat(headers.getFirst("Link")).isEqualTo("<https://example.com/changes>; rel=\"deprecation\"");
        assertThat(headers("/v1/models/champion").getFirst("Deprecation")).isNull();
        assertThatThrownBy(() -> new DeprecationProperties(List.of(new DeprecationProperties.Notice(
                        "/v1/x", Instant.parse("2027-01-01T00:00:00Z"), Instant.EPOCH, null))))
                .hasMessageContaining("techflow.deprecation.notices: sunset must not lie before since");
    }

    @Test
    void answers_that_hold_data_are_not_stored_by_others_and_not_sniffed() {
        for (String path : List.of(
                "/v1/enterprises?query=TF",
                "/v1/api-keys",
                "/v1/scores/none",
                "/v2/models/tech-flow-pd",
                "/actuator/health")) {
            assertThat(headers(path).getFirst("Cache-Control")).as(path).contains("no-store");
        }
        assertThat(headers("/v1/models/champion").getFirst("Cache-Control")).contains("private", "no-cache");
        HttpHeaders any = headers("/v1/models");
        assertThat(any.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(any.getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(any.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(any.getFirst("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(any.getFirst("Strict-Transport-Security"))
                .as("without TLS it means nothing")
                .isNull();
    }

    private static String told(String sent) {
        return Objects.requireNonNull(SERVICE.client()
                .get()
                .uri("/v1/scores/none")
                .header("traceparent", sent)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("traceparent"));
    }

    private static HttpHeaders headers(String path) {
        return SERVICE.client()
                .get()
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders();
    }
}
