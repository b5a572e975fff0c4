package techflow.api.security.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.reactive.server.WebTestClient;
import techflow.api.security.Client;
import techflow.api.security.Scope;
import techflow.api.testing.RunningService;
import techflow.scoring.access.Role;

/** The table as it was agreed, and every endpoint asked by every role over HTTP. */
class AccessTableTest {
    /** Written out a second time, so that a slip in the table is a failing test and not a silent grant. */
    private static final String AGREED = """
            POST /v1/scores score:create OFFICER ADMIN
            POST /v1/scores:batch score:create OFFICER ADMIN
            GET /v1/scores/** score:read OFFICER AUDITOR ADMIN
            POST /v1/score-jobs/** score:create OFFICER ADMIN
            GET /v1/score-jobs/** score:read OFFICER AUDITOR ADMIN
            POST /v1/what-if score:create OFFICER ADMIN
            GET /v1/enterprises/** enterprise:read OFFICER AUDITOR ADMIN
            GET /v1/authorisations/** authorisation:read OFFICER AUDITOR ADMIN
            POST /v1/authorisations/** authorisation:write OFFICER ADMIN
            GET /v1/objections/** objection:read OFFICER AUDITOR ADMIN
            POST /v1/objections/** objection:write OFFICER ADMIN
            GET /v1/audit-events/** audit:read AUDITOR ADMIN
            POST /v1/signals signal:write ENGINEER ADMIN
            GET /v1/models/** model:read ENGINEER MONITOR ADMIN
            GET /v1/features/** model:read ENGINEER ADMIN
            GET /v2 model:read ENGINEER MONITOR ADMIN
            GET /v2/health/** model:read ENGINEER MONITOR ADMIN
            GET /v2/models/** model:read ENGINEER MONITOR ADMIN
            POST /v2/models/** model:infer ENGINEER ADMIN
            GET /v1/api-keys/** key:manage ADMIN
            POST /v1/api-keys/** key:manage ADMIN
            POST /v1/api-keys/{keyId}:rotate key:manage ADMIN
            POST /v1/api-keys/{keyId}:revoke key:manage ADMIN
            """;

    private static final RunningService SERVICE = RunningService.shared();
    private static final Map<Role, WebTestClient> CLIENTS = clients();
    private static final AccessDecision DECISION = new AccessDecision(AccessTable.RULES);

    /** A method and a path without variables. */
    private record Endpoint(HttpMethod method, String path) {
        PathContainer parsed() {
            return PathContainer.parsePath(path);
        }
    }

    @Test
    void the_table_is_the_agreed_one() {
        String found = AccessTable.RULES.stream()
                .map(rule -> rule.method() + " " + rule.path().getPatternString() + " "
                        + rule.scope().word() + " "
                        + rule.roles().stream()
                                .sorted(AccessTableTest::officerFirst)
                                .map(Role::name)
                                .collect(Collectors.joining(" "))
                        + "\n")
                .collect(Collectors.joining());
        assertThat(found).isEqualTo(AGREED);
    }

    @Test
    void an_auditor_changes_nothing_and_only_an_administrator_touches_keys() {
        assertThat(AccessTable.RULES)
                .filteredOn(rule -> rule.roles().contains(Role.AUDITOR))
                .allMatch(rule -> rule.method().equals(HttpMethod.GET));
        assertThat(AccessTable.RULES)
                .filteredOn(rule -> rule.path().getPatternString().startsWith("/v1/api-keys"))
                .allMatch(rule -> rule.roles().equals(Set.of(Role.ADMIN)));
    }

    /** A new endpoint without a rule fails here; it would be closed to everybody. */
    @TestFactory
    Stream<DynamicTest> every_published_operation_has_a_rule_and_each_role_gets_what_it_says() {
        return published().stream().flatMap(endpoint -> {
            Optional<AccessRule> rule = DECISION.find(endpoint.method(), endpoint.parsed());
            assertThat(rule).as("the rule of %s", endpoint).isPresent();
            return asked(endpoint, rule.orElseThrow());
        });
    }

    @TestFactory
    Stream<DynamicTest> every_rule_holds_for_each_role() {
        return AccessTable.RULES.stream().flatMap(rule -> {
            String path = rule.path()
                    .getPatternString()
                    .replaceAll("\\{[^}]+}", "none")
                    .replace("/**", "/none");
            Endpoint endpoint = new Endpoint(rule.method(), path);
            return asked(
                    endpoint,
                    DECISION.find(endpoint.method(), endpoint.parsed()).orElseThrow());
        });
    }

    private static Stream<DynamicTest> asked(Endpoint endpoint, AccessRule rule) {
        Stream<DynamicTest> roles = Stream.of(Role.values())
                .map(role -> dynamicTest(
                        endpoint.method() + " " + endpoint.path() + " as " + role,
                        () -> assertThat(isForbidden(endpoint, Objects.requireNonNull(CLIENTS.get(role))))
                                .isEqualTo(!rule.roles().contains(role))));
        return Stream.concat(
                roles,
                Stream.of(dynamicTest(
                        endpoint.method() + " " + endpoint.path() + " as nobody",
                        () -> code(endpoint, SERVICE.anonymous(), "UNAUTHENTICATED"))));
    }

    private static boolean isForbidden(Endpoint endpoint, WebTestClient client) {
        var result = exchange(endpoint, client).expectBody(String.class).returnResult();
        String body = String.valueOf(result.getResponseBody());
        assertThat(result.getStatus().value()).as(body).isNotEqualTo(401).isNotEqualTo(500);
        return body.contains("\"code\":\"FORBIDDEN\"");
    }

    private static void code(Endpoint endpoint, WebTestClient client, String code) {
        exchange(endpoint, client).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static WebTestClient.ResponseSpec exchange(Endpoint endpoint, WebTestClient client) {
        return client.method(endpoint.method())
                .uri(endpoint.path())
                .accept(MediaType.ALL)
                .contentType(MediaType.APPLICATION_JSON)
                .exchange();
    }

    private static List<Endpoint> published() {
        String json = Objects.requireNonNull(SERVICE.anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        Map<String, Map<String, Object>> paths = JsonPath.read(json, "$.paths");
        List<Endpoint> endpoints = new ArrayList<>();
        paths.forEach((path, methods) -> methods.keySet()
                .forEach(method -> endpoints.add(new Endpoint(
                        HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
                        path.replaceAll("\\{[^}]+}", "none")))));
        assertThat(endpoints).hasSizeGreaterThan(7);
        return endpoints;
    }

    @Test
    void what_no_rule_names_is_denied_to_everybody_with_the_truth() {
        for (WebTestClient client : CLIENTS.values()) {
            code(new Endpoint(HttpMethod.GET, "/v1/nothing"), client, "NOT_FOUND");
            code(new Endpoint(HttpMethod.DELETE, "/v1/scores/none"), client, "METHOD_NOT_ALLOWED");
            code(new Endpoint(HttpMethod.OPTIONS, "/v1/scores"), client, "METHOD_NOT_ALLOWED");
        }
        code(new Endpoint(HttpMethod.GET, "/v1/nothing"), SERVICE.anonymous(), "UNAUTHENTICATED");
    }

    @Test
    void detours_in_the_path_open_nothing() {
        WebTestClient monitor = Objects.requireNonNull(CLIENTS.get(Role.MONITOR));
        for (String path : new String[] {
            "/v1/models/../api-keys",
            "/v1/models/..;/api-keys",
            "/v1//api-keys",
            "/v1/api-keys/",
            "/v1/api-keys;x=y",
            "/v1/%61pi-keys",
            "/V1/api-keys"
        }) {
            monitor.get()
                    .uri(java.net.URI.create(SERVICE.url(path)))
                    .exchange()
                    .expectBody(String.class)
                    .value(body -> assertThat(String.valueOf(body)).as(path).doesNotContain("items"));
        }
    }

    @Test
    void scopes_narrow_roles_and_stand_alone_where_a_token_has_no_role() {
        AccessRule create = rule(HttpMethod.POST, "/v1/scores");
        AccessRule read = rule(HttpMethod.GET, "/v1/scores/none");
        Client narrowed = new Client("c", "t", Set.of(Role.OFFICER), Set.of(Scope.SCORE_READ));
        assertThat(read.allows(narrowed)).isTrue();
        assertThat(create.allows(narrowed)).isFalse();
        Client scopeOnly = new Client("c", "t", Set.of(), Set.of(Scope.SCORE_CREATE));
        assertThat(create.allows(scopeOnly)).isTrue();
        assertThat(read.allows(scopeOnly)).isFalse();
        assertThat(create.allows(new Client("c", "t", Set.of(Role.MONITOR), Set.of(Scope.SCORE_CREATE))))
                .isFalse();
    }

    private static AccessRule rule(HttpMethod method, String path) {
        return DECISION.find(method, PathContainer.parsePath(path)).orElseThrow();
    }

    private static int officerFirst(Role one, Role other) {
        List<Role> order = List.of(Role.OFFICER, Role.ENGINEER, Role.MONITOR, Role.AUDITOR, Role.ADMIN);
        return order.indexOf(one) - order.indexOf(other);
    }

    private static Map<Role, WebTestClient> clients() {
        Map<Role, WebTestClient> clients = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            clients.put(role, SERVICE.clientOf("matrix", role));
        }
        return clients;
    }
}
