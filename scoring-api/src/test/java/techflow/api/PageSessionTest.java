package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import techflow.api.testing.RunningService;
import techflow.scoring.access.AccessKey;
import techflow.scoring.access.Role;

class PageSessionTest {
    private static final RunningService SERVICE = RunningService.shared();

    @Test
    void a_session_ends_with_the_key_that_opened_it() {
        String key = SERVICE.keyOf("default", Role.OFFICER);
        String session = login(key);
        assertThat(page(session).getStatus()).isEqualTo(HttpStatus.OK);
        SERVICE.sql("update api_key set revoked_at = now() where sha256 = '" + AccessKey.sha256(key) + "'");
        SERVICE.await("ended", () -> page(session).getStatus() == HttpStatus.FOUND);
        assertThat(page(session).getResponseHeaders().getLocation()).hasToString("/login");
    }

    @Test
    void a_session_of_another_role_sees_no_firm() {
        assertThat(page(login(SERVICE.keyOf("default", Role.MONITOR))).getStatus())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(page(login(SERVICE.keyOf("default", Role.AUDITOR))).getStatus())
                .isEqualTo(HttpStatus.OK);
    }

    private static EntityExchangeResult<String> page(String session) {
        return SERVICE.anonymous()
                .get()
                .uri("/")
                .accept(MediaType.TEXT_HTML)
                .cookie("TECHFLOW", session)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    /** The form's token and session as a browser would carry them. */
    private static String login(String key) {
        var form = SERVICE.anonymous()
                .get()
                .uri("/login")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        String html = Objects.requireNonNull(form.getResponseBody());
        String csrf = html.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        String before = cookie(form);
        var answer = SERVICE.anonymous()
                .post()
                .uri("/login")
                .cookie("TECHFLOW", before)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("accessKey=" + key + "&_csrf="
                        + java.net.URLEncoder.encode(csrf, java.nio.charset.StandardCharsets.UTF_8))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getResponseHeaders().getLocation()).hasToString("/");
        return cookie(answer);
    }

    private static String cookie(EntityExchangeResult<?> result) {
        return Objects.requireNonNull(result.getResponseCookies().getFirst("TECHFLOW"))
                .getValue();
    }
}
