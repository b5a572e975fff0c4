package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestAuthorisations;
import techflow.api.testing.TestFirms;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalHeader;
import techflow.scoring.audit.postgres.PostgresAuditLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ObjectionApiTest {
    private static final RunningService SERVICE = RunningService.ready();
    private static final String CASE = "COURT_RECORD/(2026)示0101民初123号";

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void the_item_is_marked_in_every_answer_until_the_objection_is_rejected() {
        EnterpriseId firm = TestFirms.WEAK;
        assertThat(score(firm, RunningService.KEY).path("objections")).isEmpty();
        JsonNode filed = file(firm, "SIGNAL", CASE, 201);
        LocalDate today = LocalDate.now(SignalHeader.CHINA);
        assertThat(filed.path("status").asString()).isEqualTo("OPEN");
        assertThat(filed.path("dueOn").asString()).isEqualTo(today.plusDays(20).toString());
        JsonNode mark = score(firm, RunningService.KEY).path("objections").path(0);
        assertThat(mark.path("id")).isEqualTo(filed.path("id"));
        assertThat(mark.path("item").asString()).isEqualTo(CASE);
        assertThat(mark.path("statement").asString()).isEqualTo("本案已和解");
        assertThat(mark.path("filedOn").asString()).isEqualTo(today.toString());
        assertThat(mark.path("note").isNull()).isTrue();
        assertThat(score(firm, RunningService.OTHER_KEY).path("objections")).hasSize(1); // the data is the same for all
        answer(filed, Map.of("outcome", "REJECTED", "text", "法院公告未变更"), 200);
        assertThat(score(firm, RunningService.KEY).path("objections")).isEmpty();
    }

    @Test
    void a_noted_objection_stays_beside_the_item_with_its_answer() {
        EnterpriseId firm = TestFirms.DISHONEST;
        JsonNode filed = file(firm, "FEATURE", "court_cases_as_defendant_3y", 400);
        assertThat(filed.path("errors").path(0).path("field").asString()).isEqualTo("item");
        String feature = techflow.features.catalog.StandardCatalog.catalog()
                .definitions()
                .getFirst()
                .name()
                .value();
        answer(file(firm, "FEATURE", feature, 201), Map.of("outcome", "NOTED", "text", "双方各执一词"), 200);
        JsonNode mark = score(firm, RunningService.KEY).path("objections").path(0);
        assertThat(mark.path("status").asString()).isEqualTo("NOTED");
        assertThat(mark.path("note").asString()).isEqualTo("双方各执一词");
    }

    @Test
    void a_correction_scores_the_firm_again_and_both_are_linked_and_logged() {
        JsonNode old = score(TestFirms.SOUND, RunningService.KEY);
        JsonNode filed = file(TestFirms.SOUND, "SCORE", old.path("scoreId").asString(), 201);
        JsonNode answered =
                answer(filed, Map.of("outcome", "CORRECTED", "text", "已更正", "correction", "load 2026-11-22/7"), 200);
        String id = answered.path("rescore").path("scoreId").asString();
        assertThat(id).isNotEmpty().isNotEqualTo(old.path("scoreId").asString());
        JsonNode fresh = read(get("/v1/scores/" + id, RunningService.KEY), 200);
        assertThat(fresh.path("objections")).isEmpty();
        assertThat(fresh.path("purpose")).isEqualTo(old.path("purpose"));
        assertThat(kinds()).contains("OBJECTION_FILED", "OBJECTION_ANSWERED", "OBJECTION_RESCORED", "SCORE_QUERIED");
        assertThat(new PostgresAuditLog(SERVICE.database().dataSource())
                        .verify(Optional.empty())
                        .broken())
                .isEmpty();
    }

    @Test
    void a_correction_without_a_live_authorisation_is_kept_and_says_why_nothing_was_scored() {
        TestAuthorisations.file(SERVICE.database(), TestFirms.THIN, "OBJ-1");
        JsonNode old = post(
                "/v1/scores",
                RunningService.KEY,
                Map.of("uscc", TestFirms.THIN.code(), "purpose", "LOAN_REVIEW", "authorisationId", "OBJ-1"),
                201);
        SERVICE.sql("insert into authorisation_revocation select authorisation_id, now(), 'test', 'withdrawn'"
                + " from authorisation where number = 'OBJ-1'");
        JsonNode filed = file(TestFirms.THIN, "SCORE", old.path("scoreId").asString(), 201);
        JsonNode answered = answer(filed, Map.of("outcome", "CORRECTED", "text", "已更正", "correction", "load 8"), 200);
        assertThat(answered.path("rescore").path("refused").asString()).isEqualTo("AUTHORISATION_REVOKED");
        assertThat(answered.path("status").asString()).isEqualTo("CORRECTED");
    }

    @Test
    void an_objection_is_answered_once() {
        JsonNode filed = file(TestFirms.UNKNOWN, "SIGNAL", "PENALTY/X-1", 201);
        answer(filed, Map.of("outcome", "REJECTED", "text", "not so"), 200);
        JsonNode problem = answer(filed, Map.of("outcome", "NOTED", "text", "perhaps"), 409);
        assertThat(problem.path("code").asString()).isEqualTo("OBJECTION_CLOSED");
    }

    @Test
    void overdue_ones_are_listed_and_counted() {
        JsonNode filed = file(TestFirms.UNKNOWN, "SIGNAL", "PENALTY/X-2", 201);
        SERVICE.sql(
                "insert into objection select gen_random_uuid(), tenant_id, enterprise_id, item_kind, 'PENALTY/X-3',"
                        + " statement, filed_at - interval '21 days', filed_by, due_on - 21 from objection where objection_id = '"
                        + filed.path("id").asString() + "'");
        JsonNode overdue = read(get("/v1/objections?overdue=true", RunningService.KEY), 200);
        assertThat(overdue.path("items")).hasSize(1);
        assertThat(overdue.path("items").path(0).path("item").asString()).isEqualTo("PENALTY/X-3");
        assertThat(overdue.path("items").path(0).path("overdue").asBoolean()).isTrue();
        assertThat(SERVICE.context()
                        .getBean(techflow.api.application.Objections.class)
                        .overdue()
                        .block())
                .isEqualTo(1);
        assertThat(new String(
                        Objects.requireNonNull(get("/actuator/prometheus", RunningService.KEY)
                                .expectBody()
                                .returnResult()
                                .getResponseBody()),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("techflow_objections_overdue");
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        assertThat(post("/v1/objections", RunningService.KEY, Map.of(), 400).path("errors"))
                .hasSize(4);
        JsonNode filed = file(TestFirms.UNKNOWN, "SIGNAL", "PENALTY/X-4", 201);
        assertThat(answer(filed, Map.of("outcome", "CORRECTED"), 400).path("errors"))
                .hasSize(2);
        assertThat(answer(filed, Map.of("outcome", "NOTED", "text", "t", "correction", "c"), 400)
                        .path("errors"))
                .hasSize(1);
        file(TestFirms.SOUND, "SIGNAL", "NO_KIND/1", 400);
        file(TestFirms.SOUND, "SCORE", "no-score", 404);
    }

    @Test
    void another_tenant_neither_sees_nor_answers_it() {
        JsonNode filed = file(TestFirms.UNKNOWN, "SIGNAL", "PENALTY/X-5", 201);
        read(get("/v1/objections/" + filed.path("id").asString(), RunningService.OTHER_KEY), 404);
        assertThat(read(get("/v1/objections", RunningService.OTHER_KEY), 200).path("items"))
                .isEmpty();
        post(
                "/v1/objections/" + filed.path("id").asString() + ":answer",
                RunningService.OTHER_KEY,
                Map.of("outcome", "REJECTED", "text", "mine"),
                404);
    }

    private static List<String> kinds() {
        return read(get("/v1/audit-events?limit=500", RunningService.KEY), 200)
                .path("items")
                .valueStream()
                .map(one -> one.path("kind").asString())
                .toList();
    }

    private static JsonNode file(EnterpriseId firm, String kind, String item, int status) {
        return post(
                "/v1/objections",
                RunningService.KEY,
                Map.of("uscc", firm.code(), "itemKind", kind, "item", item, "statement", "本案已和解"),
                status);
    }

    private static JsonNode answer(JsonNode objection, Map<String, String> body, int status) {
        return post("/v1/objections/" + objection.path("id").asString() + ":answer", RunningService.KEY, body, status);
    }

    private static JsonNode score(EnterpriseId firm, String key) {
        return post(
                "/v1/scores",
                key,
                Map.of("uscc", firm.code(), "purpose", "LOAN_REVIEW", "authorisationId", "A-0001"),
                201);
    }

    private static JsonNode post(String path, String key, Map<String, String> body, int status) {
        return read(
                SERVICE.anonymous()
                        .post()
                        .uri(path)
                        .header("X-API-Key", key)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                status);
    }

    private static ResponseSpec get(String path, String key) {
        return SERVICE.anonymous().get().uri(path).header("X-API-Key", key).exchange();
    }

    private static JsonNode read(ResponseSpec response, int status) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(response.expectStatus()
                        .isEqualTo(status)
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()));
    }
}
