package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import techflow.api.testing.RunningService;
import techflow.scoring.access.AccessKey;
import techflow.scoring.access.Role;

/** What a service writes, at the level of debugging, while it is given wrong and right secrets. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsStayInsideTest {
    private static final String WRONG_KEY = "tf_WrongKeyThatNobodyHas0123456789";
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0b3BzZWNyZXQifQ.c2lnbmF0dXJlLW9mLW5vYm9keQ";
    private static final String PASSWORD = "database-password-of-nobody";

    @Test
    void keys_and_tokens_stand_in_no_log_and_no_answer(CapturedOutput output) {
        try (RunningService service = RunningService.ready(
                "logging.level.techflow=DEBUG",
                "logging.level.org.springframework.security=DEBUG",
                "techflow.oauth2.issuer=https://issuer.example",
                "techflow.oauth2.jwks-uri=http://localhost:1/jwks",
                "techflow.oauth2.audience=techflow")) {
            String good = service.keyOf("default", Role.OFFICER);
            StringBuilder answers = new StringBuilder();
            for (String secret : List.of(WRONG_KEY, TOKEN, good)) {
                for (String path : List.of("/v1/scores/none", "/v1/scores", "/actuator/prometheus", "/v2/models/x")) {
                    answers.append(get(service, path, secret));
                }
                answers.append(login(service.anonymous(), secret));
            }
            assertThat(output).contains("UNAUTHENTICATED", "ISSUER_UNAVAILABLE");
            for (String secret : List.of(
                    WRONG_KEY,
                    TOKEN,
                    TOKEN.substring(TOKEN.lastIndexOf('.')),
                    good,
                    AccessKey.sha256(good),
                    AccessKey.sha256(WRONG_KEY),
                    RunningService.KEY)) {
                assertThat(output.getAll().contains(secret))
                        .as("the log holds a secret")
                        .isFalse();
                assertThat(answers.indexOf(secret))
                        .as("an answer holds a secret")
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void the_databases_password_stands_in_no_log_and_no_answer(CapturedOutput output) {
        try (RunningService service = RunningService.withoutModel(
                "techflow.database.url=postgresql://somebody:" + PASSWORD + "@localhost:1/none",
                "logging.level.techflow=DEBUG")) {
            String answer = get(service, "/v1/scores/none", RunningService.KEY);
            assertThat(answer).contains("STORE_UNAVAILABLE").doesNotContain(PASSWORD, "somebody", "localhost:1");
            service.await("logged", () -> output.getAll().contains("STORE_UNAVAILABLE"));
            assertThat(output.getAll().contains(PASSWORD)).isFalse();
        }
    }

    private static String get(RunningService service, String path, String secret) {
        var result = service.anonymous()
                .get()
                .uri(path)
                .header("Authorization", "Bearer " + secret)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return result.getResponseHeaders() + String.valueOf(result.getResponseBody());
    }

    private static String login(WebTestClient client, String secret) {
        var result = client.post()
                .uri("/login")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("accessKey=" + secret)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return result.getResponseHeaders() + String.valueOf(result.getResponseBody());
    }
}
