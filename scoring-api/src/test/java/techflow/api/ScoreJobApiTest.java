package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestRequests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many rows that are scored while nobody waits. */
class ScoreJobApiTest {
    private static final String FAST = "techflow.jobs.poll=50ms";
    private static final RunningService SERVICE = RunningService.ready(FAST);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SOUND = TestRequests.json(TestFirms.SOUND);

    @Test
    void a_job_is_taken_in_worked_on_and_its_results_are_had_in_pieces() {
        String body = SOUND + "\nnonsense\n" + TestRequests.json(TestFirms.THIN) + "\n"
                + TestRequests.json(TestFirms.UNKNOWN);
        EntityExchangeResult<byte[]> accepted =
                accepted(submit(SERVICE, UUID.randomUUID().toString(), body));
        String path = Objects.requireNonNull(accepted.getResponseHeaders().getLocation())
                .toString();
        assertThat(accepted.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("2");
        assertThat(json(accepted).path("total").asInt()).isEqualTo(4);

        JsonNode done = awaited(SERVICE, path, "DONE");
        assertThat(done.path("counts").path("scored").asInt()).isOne();
        assertThat(done.path("counts").path("notScored").asInt()).isOne();
        assertThat(done.path("counts").path("failed").asInt()).isEqualTo(2);
        assertThat(done.path("progress").asDouble()).isEqualTo(1);
        assertThat(done.path("finishedAt").isNull()).isFalse();

        List<JsonNode> all = results(SERVICE, path, "");
        assertThat(all).hasSize(5);
        assertThat(all.get(0).path("answer").path("score").isNumber()).isTrue();
        assertThat(all.get(1).path("problem").path("code").asString()).isEqualTo("REQUEST_INVALID");
        assertThat(all.get(3).path("problem").path("code").asString()).isEqualTo("ENTERPRISE_UNKNOWN");
        assertThat(all.getLast().path("complete").asBoolean()).isTrue();
        List<JsonNode> rest = results(SERVICE, path, "?after=1");
        assertThat(rest.subList(0, 2)).isEqualTo(all.subList(2, 4));
        assertThat(rest.getLast().path("rows").asInt()).isEqualTo(2);
    }

    @Test
    void a_list_of_codes_with_one_purpose_is_a_job_too() {
        String body =
                "{\"purpose\":\"LOAN_REVIEW\",\"asOf\":\"2026-11-01\",\"authorisationId\":\"A-0001\",\"enterprises\":[\""
                        + TestFirms.SOUND.code() + "\",{\"uscc\":\"" + TestFirms.WEAK.code()
                        + "\",\"authorisationId\":\"A-0002\"}]}";
        EntityExchangeResult<byte[]> accepted = accepted(SERVICE.client()
                .post()
                .uri("/v1/score-jobs")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange());
        String path = Objects.requireNonNull(accepted.getResponseHeaders().getLocation())
                .toString();
        awaited(SERVICE, path, "DONE");
        List<JsonNode> rows = results(SERVICE, path, "");
        assertThat(rows.get(0).path("answer").path("authorisationId").asString())
                .isEqualTo("A-0001");
        assertThat(rows.get(1).path("answer").path("authorisationId").asString())
                .isEqualTo("A-0002");
        assertThat(rows.get(1).path("answer").path("purpose").asString()).isEqualTo("LOAN_REVIEW");
    }

    @Test
    void the_same_submission_again_is_the_same_job_and_another_one_is_refused() {
        String key = UUID.randomUUID().toString();
        EntityExchangeResult<byte[]> first = accepted(submit(SERVICE, key, SOUND));
        EntityExchangeResult<byte[]> again = accepted(submit(SERVICE, key, SOUND));
        assertThat(again.getResponseHeaders().getLocation())
                .isEqualTo(first.getResponseHeaders().getLocation());
        assertThat(again.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        submit(SERVICE, key, SOUND + "\n" + SOUND)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(count(SERVICE, "select count(*) as n from score_job where state = 'RECEIVING'"))
                .isZero();
    }

    @Test
    void what_is_no_job_is_refused_as_a_whole() {
        for (String wrong : List.of("", "\n\n", SOUND + "\n{\"uscc\":\"" + "9".repeat(5000) + "\"}")) {
            submit(SERVICE, UUID.randomUUID().toString(), wrong)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("body");
        }
        for (String wrong : List.of("[]", "{\"enterprises\":1}", "{")) {
            SERVICE.client()
                    .post()
                    .uri("/v1/score-jobs")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody();
        }
        assertThat(count(SERVICE, "select count(*) as n from score_job where state = 'RECEIVING'"))
                .isZero();
    }

    @Test
    void another_tenant_does_not_see_the_job() {
        String path = Objects.requireNonNull(
                        accepted(submit(SERVICE, UUID.randomUUID().toString(), SOUND))
                                .getResponseHeaders()
                                .getLocation())
                .toString();
        for (String place : List.of(path, path + "/results")) {
            SERVICE.anonymous()
                    .get()
                    .uri(place)
                    .header("X-API-Key", RunningService.OTHER_KEY)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("JOB_UNKNOWN");
        }
    }

    @Test
    void a_cancelled_job_keeps_what_it_has_and_can_be_resumed() {
        try (RunningService service = RunningService.ready("techflow.jobs.poll=1h")) {
            String path = Objects.requireNonNull(
                            accepted(submit(service, UUID.randomUUID().toString(), SOUND))
                                    .getResponseHeaders()
                                    .getLocation())
                    .toString();
            assertThat(json(order(service, path + ":cancel").expectStatus().isOk())
                            .path("state")
                            .asString())
                    .isEqualTo("CANCELLED");
            assertThat(results(service, path, "").getLast().path("complete").asBoolean())
                    .isFalse();
            assertThat(json(order(service, path + ":resume").expectStatus().isOk())
                            .path("state")
                            .asString())
                    .isEqualTo("QUEUED");
            try (RunningService worker = service.second(FAST)) {
                awaited(worker, path, "DONE");
            }
            order(service, path + ":cancel")
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("JOB_STATE_CONFLICT");
            order(service, path + ":resume").expectStatus().isEqualTo(409).expectBody();
        }
    }

    @Test
    void two_instances_work_on_one_queue_and_one_goes_on_where_the_other_stopped() {
        try (RunningService one = RunningService.ready(FAST, "techflow.jobs.chunk=2")) {
            RunningService two = one.second(FAST, "techflow.jobs.chunk=2");
            List<String> paths = IntStream.range(0, 4)
                    .mapToObj(i -> accepted(submit(one, UUID.randomUUID().toString(), rows(30))))
                    .map(accepted -> Objects.requireNonNull(
                                    accepted.getResponseHeaders().getLocation())
                            .toString())
                    .toList();
            one.await("some rows", () -> count(one, "select count(*) as n from score_log") > 8);
            two.close();
            paths.forEach(path -> awaited(one, path, "DONE"));
            assertThat(count(one, "select count(*) as n from score_log")).isEqualTo(120);
            assertThat(count(one, "select count(distinct score_id) as n from score_job_row"))
                    .isEqualTo(120);
        }
    }

    @Test
    void a_job_whose_instance_vanished_is_gone_on_with_when_its_lease_has_run_out() {
        try (RunningService service = RunningService.ready("techflow.jobs.poll=1h")) {
            String path = Objects.requireNonNull(
                            accepted(submit(service, UUID.randomUUID().toString(), rows(3)))
                                    .getResponseHeaders()
                                    .getLocation())
                    .toString();
            service.sql("update score_job set state = 'RUNNING', started_at = now(), lease_owner = 'vanished',"
                    + " lease_until = now() + interval '3 seconds'");
            try (RunningService worker = service.second(FAST)) {
                awaited(worker, path, "DONE");
            }
            assertThat(count(service, "select count(*) as n from score_job where finished_at >= lease_until"))
                    .isZero();
            assertThat(count(
                            service,
                            "select count(*) as n from score_job"
                                    + " where finished_at - started_at >= interval '2 seconds'"))
                    .isOne();
        }
    }

    private static String rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> SOUND).collect(Collectors.joining("\n"));
    }

    private static ResponseSpec submit(RunningService service, String key, String body) {
        return service.bare()
                .post()
                .uri("/v1/score-jobs")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(body)
                .exchange();
    }

    private static ResponseSpec order(RunningService service, String path) {
        return service.client().post().uri(path).exchange();
    }

    private static EntityExchangeResult<byte[]> accepted(ResponseSpec response) {
        return response.expectStatus().isAccepted().expectBody(byte[].class).returnResult();
    }

    private static JsonNode awaited(RunningService service, String path, String state) {
        service.await(state, () -> job(service, path).path("state").asString().equals(state));
        return job(service, path);
    }

    private static JsonNode job(RunningService service, String path) {
        return json(service.client().get().uri(path).exchange().expectStatus().isOk());
    }

    private static List<JsonNode> results(RunningService service, String path, String query) {
        byte[] body = service.client()
                .get()
                .uri(path + "/results" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static JsonNode json(ResponseSpec response) {
        return json(response.expectBody(byte[].class).returnResult());
    }

    private static JsonNode json(EntityExchangeResult<byte[]> result) {
        return JSON.readTree(result.getResponseBody());
    }

    private static long count(RunningService service, String sql) {
        return service.number(sql);
    }
}
