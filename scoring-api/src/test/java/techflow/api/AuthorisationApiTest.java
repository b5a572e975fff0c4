package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.features.signal.EnterpriseId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuthorisationApiTest {
    private static final RunningService SERVICE = RunningService.shared();
    private static final String EVIDENCE = "0123456789abcdef".repeat(4);

    @Test
    void a_filed_authorisation_allows_what_was_refused_before() {
        score(TestFirms.SOUND, "AUTH-1", "LOAN_ORIGINATION").expectStatus().isForbidden();
        JsonNode filed = file(grant("AUTH-1"), 201);
        assertThat(filed.path("state").asString()).isEqualTo("LIVE");
        assertThat(filed.path("expiresAt").asString()).isEqualTo("2098-12-31T16:00:00Z"); // the whole last day in China
        score(TestFirms.SOUND, "AUTH-1", "LOAN_ORIGINATION").expectStatus().isCreated();
    }

    @Test
    void each_refusal_has_its_name_and_says_what_to_do() {
        refused(
                TestFirms.SOUND,
                "AUTH-NONE",
                "LOAN_ORIGINATION",
                "AUTHORISATION_MISSING",
                "file the enterprise's signed");
        file(grant("AUTH-2"), 201);
        refused(
                TestFirms.SOUND,
                "AUTH-2",
                "GUARANTEE_REVIEW",
                "AUTHORISATION_OUT_OF_SCOPE",
                "covers [LOAN_ORIGINATION");
        refused(TestFirms.WEAK, "AUTH-2", "LOAN_ORIGINATION", "AUTHORISATION_OUT_OF_SCOPE", "another enterprise");
        file(with(grant("AUTH-3"), "grantedAt", "2020-01-01", "expiresAt", "2021-01-01"), 201);
        refused(
                TestFirms.SOUND,
                "AUTH-3",
                "LOAN_ORIGINATION",
                "AUTHORISATION_EXPIRED",
                "ended at 2021-01-01T16:00:00Z");
        file(with(grant("AUTH-4"), "grantedAt", "2098-01-01"), 201);
        refused(TestFirms.SOUND, "AUTH-4", "LOAN_ORIGINATION", "AUTHORISATION_EXPIRED", "begins at");
    }

    @Test
    void an_as_of_within_an_ended_authorisation_excuses_nothing() {
        file(with(grant("AUTH-5"), "grantedAt", "2020-01-01", "expiresAt", "2025-12-31"), 201);
        score(Map.of(
                        "uscc",
                        TestFirms.SOUND.code(),
                        "asOf",
                        "2025-06-01",
                        "purpose",
                        "LOAN_ORIGINATION",
                        "authorisationId",
                        "AUTH-5"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("AUTHORISATION_EXPIRED");
    }

    @Test
    void a_revoked_authorisation_allows_nothing_any_more_and_stays_on_record() {
        String id = file(grant("AUTH-6"), 201).path("id").asString();
        score(TestFirms.SOUND, "AUTH-6", "LOAN_ORIGINATION").expectStatus().isCreated();
        revoke(id, "企业书面撤回", "*").expectStatus().isOk();
        refused(TestFirms.SOUND, "AUTH-6", "LOAN_ORIGINATION", "AUTHORISATION_REVOKED", "withdrew");
        JsonNode again = read(revoke(id, "once more", "*"), 200);
        assertThat(again.path("state").asString()).isEqualTo("REVOKED");
        assertThat(again.path("revocation").path("reason").asString()).isEqualTo("企业书面撤回");
        assertThat(again.path("revocation").path("by").asString()).isEqualTo("officer");
    }

    @Test
    void the_entity_tag_follows_the_state_and_guards_the_revocation() {
        String id = file(grant("AUTH-7"), 201).path("id").asString();
        String before = tag(id);
        get("/v1/authorisations/" + id, RunningService.KEY, before)
                .expectStatus()
                .isNotModified();
        revoke(id, "why", "\"0\"")
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PRECONDITION_FAILED");
        revoke(id, "why", before).expectStatus().isOk();
        assertThat(tag(id)).isNotEqualTo(before);
    }

    @Test
    void the_same_grant_twice_is_one_and_other_terms_need_another_number() {
        JsonNode first = file(grant("AUTH-8"), 201);
        assertThat(file(grant("AUTH-8"), 200).path("id")).isEqualTo(first.path("id"));
        JsonNode problem = file(with(grant("AUTH-8"), "expiresAt", "2030-01-01"), 400);
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("authorisationId");
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        JsonNode problem = file(
                Map.of(
                        "uscc",
                        "91",
                        "authorisationId",
                        "x",
                        "purposes",
                        List.of("FUN"),
                        "grantedAt",
                        "yesterday",
                        "expiresAt",
                        "9999-12-31",
                        "evidenceSha256",
                        "ab",
                        "more",
                        "1"),
                400);
        assertThat(problem.path("errors").valueStream().map(e -> e.path("field").asString()))
                .contains("uscc", "authorisationId", "purposes", "grantedAt", "expiresAt", "evidenceSha256", "more");
        assertThat(file(Map.of(), 400).path("errors")).hasSize(6);
        assertThat(file(with(grant("AUTH-9"), "expiresAt", "2025-01-01"), 400)
                        .path("errors")
                        .path(0)
                        .path("rule")
                        .asString())
                .contains("after grantedAt");
    }

    @Test
    void another_tenant_neither_sees_nor_uses_nor_revokes_it() {
        String id = file(grant("AUTH-10"), 201).path("id").asString();
        get("/v1/authorisations/" + id, RunningService.OTHER_KEY, "\"\"")
                .expectStatus()
                .isNotFound();
        assertThat(read(get("/v1/authorisations?uscc=" + TestFirms.SOUND, RunningService.OTHER_KEY, "\"\""), 200)
                        .toString())
                .doesNotContain("AUTH-10");
        SERVICE.anonymous()
                .post()
                .uri("/v1/authorisations/" + id + ":revoke")
                .header("X-API-Key", RunningService.OTHER_KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("reason", "not mine"))
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(read(get("/v1/authorisations/none", RunningService.KEY, "\"\""), 404)
                        .path("code")
                        .asString())
                .isEqualTo("AUTHORISATION_UNKNOWN");
    }

    @Test
    void the_list_is_cut_into_pages_newest_first() {
        EnterpriseId firm = EnterpriseId.placeholder("TEAT0050");
        for (int n = 1; n <= 5; n++) {
            file(with(grant("LIST-" + n), "uscc", firm.code()), 201);
        }
        String address = "/v1/authorisations?limit=2&uscc=" + firm;
        JsonNode first = read(get(address, RunningService.KEY, "\"\""), 200);
        JsonNode second =
                read(get(address + "&cursor=" + first.path("next").asString(), RunningService.KEY, "\"\""), 200);
        JsonNode third =
                read(get(address + "&cursor=" + second.path("next").asString(), RunningService.KEY, "\"\""), 200);
        assertThat(numbers(first)).containsExactly("LIST-5", "LIST-4");
        assertThat(numbers(second)).containsExactly("LIST-3", "LIST-2");
        assertThat(numbers(third)).containsExactly("LIST-1");
        assertThat(third.path("next").isNull()).isTrue();
        read(get(address + "&cursor=x", RunningService.KEY, "\"\""), 400);
        read(get("/v1/authorisations?limit=0&uscc=" + firm, RunningService.KEY, "\"\""), 400);
    }

    @Test
    void grants_and_revocations_cannot_be_changed_in_the_database() {
        file(grant("AUTH-11"), 201);
        for (String change : List.of(
                "update authorisation set expires_at = '2100-01-01'",
                "delete from authorisation",
                "truncate authorisation cascade")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> SERVICE.sql(change))
                    .hasStackTraceContaining("append-only");
        }
    }

    private static List<String> numbers(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(one -> one.path("authorisationId").asString())
                .toList();
    }

    private static Map<String, Object> grant(String number) {
        return Map.of(
                "uscc",
                TestFirms.SOUND.code(),
                "authorisationId",
                number,
                "purposes",
                List.of("LOAN_ORIGINATION", "LOAN_REVIEW"),
                "grantedAt",
                "2026-01-01",
                "expiresAt",
                "2098-12-31",
                "evidenceSha256",
                EVIDENCE);
    }

    private static Map<String, Object> with(Map<String, Object> grant, String... members) {
        Map<String, Object> other = new HashMap<>(grant);
        for (int i = 0; i < members.length; i += 2) {
            other.put(members[i], members[i + 1]);
        }
        return other;
    }

    private static JsonNode file(Map<String, ?> body, int status) {
        return read(
                SERVICE.client()
                        .post()
                        .uri("/v1/authorisations")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                status);
    }

    private static WebTestClient.ResponseSpec revoke(String id, String reason, String match) {
        return SERVICE.client()
                .post()
                .uri("/v1/authorisations/" + id + ":revoke")
                .header(HttpHeaders.IF_MATCH, match)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("reason", reason))
                .exchange();
    }

    private static String tag(String id) {
        return Objects.requireNonNull(get("/v1/authorisations/" + id, RunningService.KEY, "\"\"")
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());
    }

    private static WebTestClient.ResponseSpec get(String path, String key, String known) {
        return SERVICE.anonymous()
                .get()
                .uri(path)
                .header("X-API-Key", key)
                .header(HttpHeaders.IF_NONE_MATCH, known)
                .exchange();
    }

    private static void refused(EnterpriseId firm, String number, String purpose, String code, String advice) {
        JsonNode problem = read(score(firm, number, purpose), 403);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("detail").asString()).contains(advice);
    }

    private static WebTestClient.ResponseSpec score(EnterpriseId firm, String number, String purpose) {
        return score(Map.of("uscc", firm.code(), "purpose", purpose, "authorisationId", number));
    }

    private static WebTestClient.ResponseSpec score(Map<String, String> body) {
        return SERVICE.client()
                .post()
                .uri("/v1/scores")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode read(WebTestClient.ResponseSpec response, int status) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(response.expectStatus()
                        .isEqualTo(status)
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()));
    }
}
