package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;

class ProblemApiTest {
    private static final RunningService SERVICE = RunningService.shared();

    @Test
    void an_unknown_code_is_answered_as_unknown() {
        problem(post(request(TestFirms.UNKNOWN.code())), 404, "ENTERPRISE_UNKNOWN");
        problem(
                SERVICE.client()
                        .get()
                        .uri("/v1/enterprises/" + TestFirms.UNKNOWN)
                        .exchange(),
                404,
                "ENTERPRISE_UNKNOWN");
    }

    @Test
    void a_wrong_check_character_is_told_with_the_right_one() {
        String code = TestFirms.SOUND.code();
        char last = code.charAt(17);
        String wrong = code.substring(0, 17) + (last == 'A' ? 'B' : 'A');
        problem(post(request(wrong)), 400, "REQUEST_INVALID")
                .jsonPath("$.errors[0].field")
                .isEqualTo("uscc")
                .jsonPath("$.errors[0].found")
                .isEqualTo(wrong)
                .jsonPath("$.errors[0].advice")
                .value(advice -> assertThat(String.valueOf(advice)).endsWith("is " + last));
    }

    @Test
    void all_violations_are_told_at_once() {
        String body =
                "{\"uscc\": 5, \"asOf\": \"2999-01-01\", \"purpose\": \"FUN\", \"authorisationId\": \"x\", \"more\": 1}";
        problem(post(body), 400, "REQUEST_INVALID")
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(String.valueOf(fields))
                        .contains("uscc", "asOf", "purpose", "authorisationId", "more"));
        problem(post("{}"), 400, "REQUEST_INVALID")
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    @Test
    void a_malformed_body_is_told_with_its_place() {
        for (String body : new String[] {"{\"uscc\": ", "[]", "", "{\"uscc\":\"a\",\"uscc\":\"b\"}", "{} {}"}) {
            problem(post(body), 400, "REQUEST_INVALID")
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("body");
        }
    }

    @Test
    void a_missing_or_wrong_key_is_refused_before_anything_else() {
        WebTestClient anonymous = SERVICE.anonymous();
        problem(anonymous.get().uri("/v1/scores/x").exchange(), 401, "UNAUTHENTICATED");
        problem(
                anonymous
                        .post()
                        .uri("/v1/scores")
                        .header("X-API-Key", "tf_wrong")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{")
                        .exchange(),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void a_revoked_key_stops_working() {
        SERVICE.sql(
                "insert into api_key (key_id, tenant_id, roles, sha256, label, created_at) values ('leaver', 'default', '{OFFICER}',"
                        + " encode(sha256('tf_leaver'), 'hex'), 'test', now())");
        assertThat(statusWith("tf_leaver")).isEqualTo(404);
        SERVICE.sql("update api_key set revoked_at = now() where key_id = 'leaver'");
        SERVICE.await("revoked", () -> statusWith("tf_leaver") == 401);
    }

    @Test
    void wrong_methods_types_and_places_are_problems_too() {
        WebTestClient client = SERVICE.client();
        problem(client.delete().uri("/v1/scores").exchange(), 405, "METHOD_NOT_ALLOWED");
        problem(
                client.post()
                        .uri("/v1/scores")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("x")
                        .exchange(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        problem(
                client.get()
                        .uri("/v1/scores/x")
                        .accept(MediaType.APPLICATION_PDF)
                        .exchange(),
                406,
                "NOT_ACCEPTABLE");
        problem(client.get().uri("/v1/nothing").exchange(), 404, "NOT_FOUND");
        problem(client.get().uri("/v1/scores/none").exchange(), 404, "SCORE_UNKNOWN");
        problem(post("{\"uscc\":\"" + "9".repeat(40_000) + "\"}"), 413, "CONTENT_TOO_LARGE");
    }

    @Test
    void a_problem_carries_the_request_id_and_an_error_id_and_no_internals() {
        problem(
                        SERVICE.client()
                                .get()
                                .uri("/v1/scores/none")
                                .header("x-request-id", "my-request")
                                .exchange(),
                        404,
                        "SCORE_UNKNOWN")
                .jsonPath("$.requestId")
                .isEqualTo("my-request")
                .jsonPath("$.errorId")
                .isNotEmpty()
                .jsonPath("$.type")
                .isEqualTo("/problems/score-unknown")
                .jsonPath("$.instance")
                .isEqualTo("/v1/scores/none")
                .jsonPath("$.trace")
                .doesNotExist();
    }

    @Test
    void only_health_and_metrics_are_open_of_the_actuator() {
        assertThat(SERVICE.status("/actuator/health")).isEqualTo(200);
        assertThat(SERVICE.status("/actuator/health/liveness")).isEqualTo(200);
        assertThat(SERVICE.status("/actuator/prometheus")).isEqualTo(200);
        for (String closed : new String[] {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans"}) {
            assertThat(SERVICE.status(closed)).as(closed).isIn(401, 403);
        }
    }

    private static int statusWith(String key) {
        return SERVICE.anonymous()
                .get()
                .uri("/v1/scores/none")
                .header("X-API-Key", key)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private static String request(String code) {
        return "{\"uscc\":\"" + code + "\",\"purpose\":\"LOAN_ORIGINATION\",\"authorisationId\":\"A-0001\"}";
    }

    private static ResponseSpec post(String body) {
        return SERVICE.client()
                .post()
                .uri("/v1/scores")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.BodyContentSpec problem(ResponseSpec response, int status, String code) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
