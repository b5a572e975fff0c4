package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import techflow.api.testing.RunningService;
import techflow.scoring.access.Role;

class ApiKeyApiTest {
    private static final RunningService SERVICE = RunningService.shared();

    private final String tenant = "bank-" + UUID.randomUUID().toString().substring(0, 8);
    private final WebTestClient admin = SERVICE.clientOf(tenant, Role.ADMIN);

    @Test
    void a_created_key_works_with_its_roles_and_is_shown_once() {
        String created = create("{\"roles\":[\"OFFICER\",\"AUDITOR\"],\"label\":\"loan system\"}");
        String key = JsonPath.read(created, "$.key");
        assertThat(key).matches("tf_[A-Za-z0-9_-]{43}");
        assertThat((String) JsonPath.read(created, "$.tenant")).isEqualTo(tenant);
        assertThat(status(key, "/v1/scores/none")).isEqualTo(404);
        assertThat(status(key, "/v1/api-keys")).isEqualTo(403);

        String list = list();
        assertThat(list).contains("loan system").doesNotContain(key, "sha256");
        assertThat(JsonPath.<java.util.List<String>>read(list, "$.items[*].lastUsedAt"))
                .hasSize(2);
    }

    @Test
    void a_rotated_key_works_on_for_the_overlap_and_then_ends() {
        String created = create("{\"roles\":[\"OFFICER\"],\"label\":\"x\"}");
        String old = JsonPath.read(created, "$.key");
        String id = JsonPath.read(created, "$.keyId");
        String successor = JsonPath.read(post("/v1/api-keys/" + id + ":rotate", "{\"overlapHours\":2}", 201), "$.key");
        assertThat(status(old, "/v1/scores/none")).isEqualTo(404);
        assertThat(status(successor, "/v1/scores/none")).isEqualTo(404);
        post("/v1/api-keys/" + id + ":rotate", "", 404);

        SERVICE.sql("update api_key set expires_at = now(), created_at = created_at - interval '1 day' where key_id = '"
                + id + "'");
        SERVICE.await("ended", () -> status(old, "/v1/scores/none") == 401);
        assertThat(status(successor, "/v1/scores/none")).isEqualTo(404);
    }

    @Test
    void without_an_overlap_the_old_key_ends_at_once() {
        String created = create("{\"roles\":[\"MONITOR\"],\"label\":\"x\"}");
        String old = JsonPath.read(created, "$.key");
        post("/v1/api-keys/" + JsonPath.read(created, "$.keyId") + ":rotate", "{\"overlapHours\":0}", 201);
        SERVICE.await("ended", () -> status(old, "/v1/scores/none") == 401);
    }

    @Test
    void a_revoked_key_is_refused() {
        String created = create("{\"roles\":[\"OFFICER\"],\"label\":\"x\"}");
        String revoked = post("/v1/api-keys/" + JsonPath.read(created, "$.keyId") + ":revoke", "", 200);
        assertThat((String) JsonPath.read(revoked, "$.revokedAt")).isNotEmpty();
        SERVICE.await("revoked", () -> status(JsonPath.read(created, "$.key"), "/v1/scores/none") == 401);
        String log = text(admin.get().uri("/v1/audit-events?limit=20").exchange());
        String id = JsonPath.read(created, "$.keyId");
        assertThat((List<String>) JsonPath.read(log, "$.items[?(@.facts.resource == '" + id + "')].kind"))
                .containsExactly("KEY_REVOKED", "KEY_CREATED");
    }

    @Test
    void the_keys_of_another_tenant_do_not_exist() {
        String id = JsonPath.read(create("{\"roles\":[\"OFFICER\"],\"label\":\"mine\"}"), "$.keyId");
        WebTestClient other = SERVICE.clientOf("other-bank", Role.ADMIN);
        for (String verb : new String[] {"rotate", "revoke"}) {
            other.post()
                    .uri("/v1/api-keys/" + id + ":" + verb)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("KEY_UNKNOWN");
        }
        assertThat(text(other.get().uri("/v1/api-keys").exchange())).doesNotContain(id);
        assertThat(list()).contains(id);
    }

    @Test
    void all_violations_are_told_at_once() {
        String problem = post(
                "/v1/api-keys",
                "{\"roles\":[\"BOSS\"],\"label\":\"\",\"expiresAt\":\"2001-01-01T00:00:00Z\",\"x\":1}",
                400);
        assertThat(JsonPath.<java.util.List<String>>read(problem, "$.errors[*].field"))
                .containsExactlyInAnyOrder("roles", "label", "expiresAt", "x");
        assertThat(post("/v1/api-keys", "{\"roles\":\"ADMIN\",\"label\":\"x\",\"expiresAt\":7}", 400))
                .contains("2027");
        assertThat(post("/v1/api-keys/x:rotate", "{\"overlapHours\":745}", 400)).contains("overlapHours");
        assertThat(post("/v1/api-keys", "[", 400)).contains("body");
    }

    private String create(String body) {
        return post("/v1/api-keys", body, 201);
    }

    private String list() {
        return text(admin.get().uri("/v1/api-keys").exchange().expectStatus().isOk());
    }

    private String post(String path, String body, int status) {
        return text(admin.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    private static String text(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(String.class).returnResult().getResponseBody());
    }

    private static int status(String key, String path) {
        return SERVICE.anonymous()
                .get()
                .uri(path)
                .header("Authorization", "Bearer " + key)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }
}
