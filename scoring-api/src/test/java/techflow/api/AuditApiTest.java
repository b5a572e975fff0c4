package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.audit.AuditHash;
import techflow.scoring.audit.ChainBreak;
import techflow.scoring.audit.postgres.PostgresAuditLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditApiTest {
    private static final RunningService SERVICE = RunningService.ready();
    private static final PostgresAuditLog LOG =
            new PostgresAuditLog(SERVICE.database().dataSource());

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void a_score_is_in_the_log_with_the_hashes_of_what_was_answered() {
        String body = score(TestFirms.SOUND, RunningService.KEY);
        JsonNode answer = JsonMapper.shared().readTree(body);
        JsonNode facts = event(answer.path("scoreId").asString()).path("facts");
        assertThat(facts.path("auditHash")).isEqualTo(answer.path("auditHash"));
        assertThat(facts.path("answerSha256").asString()).isEqualTo(AuditHash.of(body));
        assertThat(facts.path("enterprise").asString()).isEqualTo(TestFirms.SOUND.code());
        assertThat(facts.path("purpose").asString()).isEqualTo("LOAN_ORIGINATION");
        assertThat(facts.path("authorisation").asString()).isEqualTo("A-0001");
        assertThat(facts.path("modelSha256")).isEqualTo(answer.path("model").path("sha256"));
        assertThat(LOG.verify(Optional.empty()).broken()).isEmpty();
    }

    @Test
    void many_scores_at_once_are_all_in_the_log_and_its_chains_hold() throws Exception {
        long before = LOG.verify(Optional.empty()).rows();
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            List<Callable<String>> tasks = IntStream.range(0, 160)
                    .<Callable<String>>mapToObj(n -> () -> score(TestFirms.WEAK, RunningService.KEY))
                    .toList();
            for (var done : clients.invokeAll(tasks)) {
                assertThat(done.get()).isNotEmpty();
            }
        }
        var found = LOG.verify(Optional.empty());
        assertThat(found.broken()).isEmpty();
        assertThat(found.rows()).isGreaterThanOrEqualTo(before + 160);
        assertThat(found.chains()).isGreaterThan(1);
    }

    @Test
    void an_enterprise_can_be_shown_who_asked_when_why_and_what_came_of_it() {
        EnterpriseId firm = TestFirms.THIN;
        score(firm, RunningService.KEY);
        refuse(firm);
        score(firm, RunningService.OTHER_KEY);
        JsonNode queries = get("/v1/enterprises/" + firm + "/queries", RunningService.KEY, 200);
        assertThat(queries.path("items")).hasSize(2);
        JsonNode refused = queries.path("items").path(0);
        assertThat(refused.path("answered").asBoolean()).isFalse();
        assertThat(refused.path("code").asString()).isEqualTo("AUTHORISATION_MISSING");
        JsonNode answered = queries.path("items").path(1);
        assertThat(answered.path("by").asString()).isEqualTo("officer");
        assertThat(answered.path("purpose").asString()).isEqualTo("LOAN_ORIGINATION");
        assertThat(answered.path("scoreId").asString()).isNotEmpty();
        assertThat(get("/v1/enterprises/" + firm + "/queries", RunningService.OTHER_KEY, 200)
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void pages_of_events_neither_repeat_nor_leave_out() {
        for (int n = 0; n < 7; n++) {
            score(TestFirms.DISHONEST, RunningService.KEY);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/v1/audit-events?limit=3" + cursor, RunningService.KEY, 200);
            page.path("items").forEach(one -> seen.add(one.path("chain") + "/" + one.path("seq")));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(7);
        assertThat(get("/v1/audit-events?limit=500", RunningService.KEY, 200).path("items"))
                .hasSize(seen.size());
        get("/v1/audit-events?cursor=bm9uZQ", RunningService.KEY, 400);
    }

    @Test
    void a_changed_score_is_found_though_every_chain_holds() {
        try (RunningService own = RunningService.ready()) {
            String id = JsonMapper.shared()
                    .readTree(post(own, TestFirms.SOUND, RunningService.KEY, "A-0001", 201))
                    .path("scoreId")
                    .asString();
            own.sql("alter table score_log disable trigger all");
            own.sql("update score_log set result = replace(result, '\"', '''') where score_id = '" + id + "'");
            ChainBreak broken = new PostgresAuditLog(own.database().dataSource())
                    .verify(Optional.empty())
                    .broken()
                    .orElseThrow();
            assertThat(broken.rule()).isEqualTo(ChainBreak.Rule.PAYLOAD);
            assertThat(broken.expected()).startsWith("resultSha256");
        }
    }

    @Test
    void no_score_leaves_when_the_log_refuses_it() {
        try (RunningService own = RunningService.ready()) {
            own.sql("alter table audit_event rename to audit_event_gone");
            assertThat(post(own, TestFirms.SOUND, RunningService.KEY, "A-0001", 503))
                    .contains("STORE_UNAVAILABLE");
            own.sql("alter table audit_event_gone rename to audit_event");
            own.sql("do $$ begin if (select count(*) from score_log) > 0 then raise exception 'kept'; end if; end $$");
            post(own, TestFirms.SOUND, RunningService.KEY, "A-0001", 201);
        }
    }

    private static JsonNode event(String scoreId) {
        return get("/v1/audit-events?limit=500", RunningService.KEY, 200)
                .path("items")
                .valueStream()
                .filter(one -> one.path("facts").path("resource").asString("").equals(scoreId))
                .findFirst()
                .orElseThrow();
    }

    private static String score(EnterpriseId firm, String key) {
        return post(SERVICE, firm, key, "A-0001", 201);
    }

    private static void refuse(EnterpriseId firm) {
        post(SERVICE, firm, RunningService.KEY, "A-NONE", 403);
    }

    private static String post(RunningService service, EnterpriseId firm, String key, String number, int status) {
        return Objects.requireNonNull(service.anonymous()
                .post()
                .uri("/v1/scores")
                .header("X-API-Key", key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("uscc", firm.code(), "purpose", "LOAN_ORIGINATION", "authorisationId", number))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static JsonNode get(String path, String key, int status) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(SERVICE.anonymous()
                        .get()
                        .uri(path)
                        .header("X-API-Key", key)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()));
    }
}
