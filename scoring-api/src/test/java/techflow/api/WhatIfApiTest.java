package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestRequests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions about firms as they are not. */
class WhatIfApiTest {
    private static final RunningService SERVICE = RunningService.shared();

    @Test
    void a_better_firm_would_score_higher_and_the_moves_add_up() {
        long before = scores();
        JsonNode answer = ok(ask("{\"rd_intensity\": 0.2, \"ip_net_content\": 60, \"tax_arrears_months_12m\": 0}"));
        assertThat(answer.path("hypothetical").asBoolean()).isTrue();
        assertThat(answer.path("note").path("zh").asString()).contains("假设");
        JsonNode base = answer.path("base");
        JsonNode changed = answer.path("changed");
        assertThat(changed.path("score").asInt())
                .isGreaterThan(base.path("score").asInt());
        assertThat(changed.path("pd12m").asDouble())
                .isLessThan(base.path("pd12m").asDouble());
        BigDecimal moved = BigDecimal.ZERO;
        for (JsonNode move : answer.path("contributions")) {
            moved = moved.add(move.path("points").decimalValue());
        }
        assertThat(moved.doubleValue())
                .isCloseTo(
                        changed.path("points").asDouble() - base.path("points").asDouble(),
                        org.assertj.core.api.Assertions.within(1e-9));
        assertThat(answer.path("changes")
                        .valueStream()
                        .map(c -> c.path("feature").asString()))
                .contains("rd_intensity", "ip_net_content");
        assertThat(scores()).as("nothing is logged as a score").isEqualTo(before);
    }

    @Test
    void a_supposed_unknown_costs_its_points_and_may_make_a_thin_file() {
        JsonNode answer = ok(ask("{\"rd_intensity\": null}"));
        assertThat(answer.path("changes").get(0).path("after").isNull()).isTrue();
        assertThat(answer.path("contributions").size()).isOne();
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        String body = TestRequests.json(TestFirms.WEAK, "FUN")
                .replace("}", ",\"changes\":{\"no_such\":1,\"rd_intensity\":\"high\",\"rd_stability\":-3}}");
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(String.valueOf(fields))
                        .contains("purpose", "changes.no_such", "changes.rd_intensity", "changes.rd_stability"));
        for (String wrong : List.of("{", "[]", "", TestRequests.json(TestFirms.WEAK))) {
            post(wrong).expectStatus().isBadRequest().expectBody();
        }
    }

    @Test
    void of_an_unknown_firm_nothing_can_be_supposed() {
        post(TestRequests.json(TestFirms.UNKNOWN).replace("}", ",\"changes\":{\"rd_intensity\":0.1}}"))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ENTERPRISE_UNKNOWN");
    }

    private static ResponseSpec ask(String changes) {
        return post(TestRequests.json(TestFirms.WEAK).replace("}", ",\"changes\":" + changes + "}"));
    }

    private static ResponseSpec post(String body) {
        return SERVICE.client()
                .post()
                .uri("/v1/what-if")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode ok(ResponseSpec response) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(response.expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()));
    }

    private static long scores() {
        return SERVICE.number("select count(*) from score_log");
    }
}
