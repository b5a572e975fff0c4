package techflow.api.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import techflow.api.testing.RunningService;

class TokenApiTest {
    private static final Issuer ISSUER = new Issuer();
    private static final RunningService SERVICE = service(ISSUER, "techflow.oauth2.grace=1h");

    @AfterAll
    static void stop() {
        SERVICE.close();
        ISSUER.close();
    }

    @BeforeEach
    void well() {
        ISSUER.is(Issuer.Mood.WELL);
    }

    @Test
    void a_good_token_of_an_officer_is_let_in_as_an_officer() {
        refused(get(ISSUER.token(), "/v1/scores/none"), 404, "SCORE_UNKNOWN");
        refused(get(ISSUER.token(), "/v1/api-keys"), 403, "FORBIDDEN");
    }

    @Test
    void keys_go_on_beside_tokens() {
        refused(SERVICE.client().get().uri("/v1/scores/none").exchange(), 404, "SCORE_UNKNOWN");
    }

    @Test
    void scopes_narrow_and_may_stand_alone() {
        String reader = ISSUER.token(claims -> claims.claim("scope", "openid score:read"));
        refused(get(reader, "/v1/scores/none"), 404, "SCORE_UNKNOWN");
        refused(get(reader, "/v1/enterprises/x"), 403, "FORBIDDEN");
        String scopeOnly = ISSUER.token(claims -> claims.claim("roles", null).claim("scp", List.of("score:read")));
        refused(get(scopeOnly, "/v1/scores/none"), 404, "SCORE_UNKNOWN");
        refused(get(scopeOnly, "/v1/enterprises/x"), 403, "FORBIDDEN");
    }

    @Test
    void a_token_that_breaks_one_rule_is_refused() {
        Instant now = Instant.now();
        unauthenticated(ISSUER.token(claims -> claims.expirationTime(Date.from(now.minusSeconds(31)))));
        unauthenticated(ISSUER.token(claims -> claims.expirationTime(null)));
        unauthenticated(ISSUER.token(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(120)))));
        unauthenticated(ISSUER.token(claims -> claims.audience("other")));
        unauthenticated(ISSUER.token(claims -> claims.audience((String) null)));
        unauthenticated(ISSUER.token(claims -> claims.issuer("https://another.example")));
        unauthenticated(ISSUER.token(claims -> claims.claim("tenant", "unknown-bank")));
        unauthenticated(ISSUER.token(claims -> claims.claim("tenant", null)));
        unauthenticated(ISSUER.token(claims -> claims.claim("roles", List.of("janitor"))));
        unauthenticated(ISSUER.forged());
        unauthenticated("no.token.atall");
        unauthenticated("");
    }

    @Test
    void a_clock_that_differs_within_the_skew_does_not_matter() {
        Instant now = Instant.now();
        refused(
                get(ISSUER.token(claims -> claims.expirationTime(Date.from(now.minusSeconds(10)))), "/v1/scores/none"),
                404,
                "SCORE_UNKNOWN");
    }

    @Test
    void an_unsigned_token_and_one_signed_with_a_shared_secret_are_refused() throws JOSEException, ParseException {
        JWTClaimsSet claims = SignedJWT.parse(ISSUER.token()).getJWTClaimsSet();
        unauthenticated(new PlainJWT(claims).serialize());
        SignedJWT shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims);
        shared.sign(new MACSigner("a secret of thirty-two bytes or more"));
        unauthenticated(shared.serialize());
    }

    @Test
    void the_issuers_new_key_is_fetched_and_its_old_one_ends() {
        String old = ISSUER.token();
        refused(get(old, "/v1/scores/none"), 404, "SCORE_UNKNOWN");
        ISSUER.rotate("second-" + System.nanoTime());
        refused(get(ISSUER.token(), "/v1/scores/none"), 404, "SCORE_UNKNOWN");
        unauthenticated(old);
    }

    @Test
    void while_the_issuer_is_silent_keys_that_were_seen_go_on() {
        refused(get(ISSUER.token(), "/v1/scores/none"), 404, "SCORE_UNKNOWN");
        ISSUER.is(Issuer.Mood.SILENT);
        refused(get(ISSUER.token(), "/v1/scores/none"), 404, "SCORE_UNKNOWN");
        long begin = System.nanoTime();
        unauthenticated(ISSUER.ofUnknownKey());
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void an_issuer_that_never_answered_is_503_and_nobody_is_let_in_and_nothing_hangs() {
        try (Issuer silent = new Issuer();
                RunningService service = service(silent, "techflow.oauth2.timeout=300ms")) {
            for (Issuer.Mood mood : List.of(Issuer.Mood.SILENT, Issuer.Mood.BROKEN)) {
                silent.is(mood);
                refused(get(service, silent.token(), "/v1/scores/none"), 503, "ISSUER_UNAVAILABLE")
                        .jsonPath("$.detail")
                        .value(detail -> assertThat(String.valueOf(detail)).contains("issuer"));
            }
            silent.is(Issuer.Mood.WELL);
            refused(get(service, silent.token(), "/v1/scores/none"), 404, "SCORE_UNKNOWN");
        }
    }

    @Test
    void unknown_key_ids_do_not_hammer_the_issuer() {
        try (Issuer issuer = new Issuer();
                RunningService service = service(issuer, "techflow.oauth2.refetch-pause=1h")) {
            refused(get(service, issuer.token(), "/v1/scores/none"), 404, "SCORE_UNKNOWN");
            for (int i = 0; i < 10; i++) {
                refused(get(service, issuer.ofUnknownKey(), "/v1/scores/none"), 401, "UNAUTHENTICATED");
            }
            assertThat(issuer.fetches()).isEqualTo(1);
        }
    }

    private static RunningService service(Issuer issuer, String setting) {
        return RunningService.ready(
                "techflow.oauth2.issuer=" + issuer.name(),
                "techflow.oauth2.jwks-uri=" + issuer.jwks(),
                "techflow.oauth2.audience=" + Issuer.AUDIENCE,
                "techflow.limits.failures.requests=1000",
                setting.startsWith("techflow.oauth2.refetch-pause") ? setting : "techflow.oauth2.refetch-pause=0s",
                setting.startsWith("techflow.oauth2.timeout") ? setting : "techflow.oauth2.timeout=1s");
    }

    private static void unauthenticated(String token) {
        refused(get(token, "/v1/scores/none"), 401, "UNAUTHENTICATED");
    }

    private static WebTestClient.ResponseSpec get(String token, String path) {
        return get(SERVICE, token, path);
    }

    private static WebTestClient.ResponseSpec get(RunningService service, String token, String path) {
        return service.anonymous()
                .get()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static WebTestClient.BodyContentSpec refused(WebTestClient.ResponseSpec response, int status, String code) {
        return response.expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
