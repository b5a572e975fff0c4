package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestRequests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scores of the past, page by page. */
class HistoryApiTest {
    private static final String FIRM = "/v1/enterprises/" + TestFirms.WEAK.code() + "/scores";

    @Test
    void pages_hold_every_score_once_the_newest_first_and_only_the_tenants_own() {
        try (RunningService service = RunningService.ready()) {
            List<String> given = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                given.addFirst(score(service, RunningService.KEY, i));
            }
            score(service, RunningService.OTHER_KEY, 9);
            score(service, RunningService.KEY, TestRequests.json(TestFirms.SOUND), 10);

            List<String> found = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = page(service, RunningService.KEY, FIRM + "?limit=2" + next);
                page.path("items")
                        .forEach(item -> found.add(item.path("scoreId").asString()));
                next = page.path("next").isNull()
                        ? ""
                        : "&cursor=" + page.path("next").asString();
            } while (!next.isEmpty());
            assertThat(found).isEqualTo(given);

            JsonNode theirs = page(service, RunningService.OTHER_KEY, FIRM);
            assertThat(theirs.path("items").size()).isOne();
            assertThat(theirs.path("items").get(0).path("status").asString()).isEqualTo("SCORED");
            assertThat(theirs.path("next").isNull()).isTrue();

            refuses(
                    service,
                    FIRM,
                    page(service, RunningService.KEY, FIRM + "?limit=2")
                            .path("next")
                            .asString());
        }
    }

    private static void refuses(RunningService service, String firm, String cursor) {
        String other = "/v1/enterprises/" + TestFirms.SOUND.code() + "/scores";
        char last = cursor.charAt(cursor.length() - 1);
        String bent = cursor.substring(0, 5) + (cursor.charAt(5) == 'A' ? 'B' : 'A') + cursor.substring(6);
        for (String wrong : List.of(
                firm + "?cursor=" + bent,
                other + "?cursor=" + cursor,
                firm + "?cursor=x" + last,
                firm + "?limit=0",
                firm + "?limit=101",
                firm + "?limit=two")) {
            service.client()
                    .get()
                    .uri(wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors.length()")
                    .isEqualTo(1);
        }
        service.client()
                .get()
                .uri(firm + "?cursor=" + cursor)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void an_unchanged_history_is_not_sent_again_and_its_head_can_be_asked_for() {
        RunningService service = RunningService.shared();
        String firm = "/v1/enterprises/" + TestFirms.UNKNOWN.code() + "/scores";
        HttpHeaders headers = service.client()
                .get()
                .uri(firm)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders();
        assertThat(headers.getETag()).startsWith("\"");
        service.client()
                .get()
                .uri(firm)
                .header(HttpHeaders.IF_NONE_MATCH, Objects.requireNonNull(headers.getETag()))
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
        service.client()
                .head()
                .uri(firm)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, headers.getETag())
                .expectBody()
                .isEmpty();
    }

    private static String score(RunningService service, String key, int number) {
        return score(service, key, TestRequests.json(TestFirms.WEAK), number);
    }

    private static String score(RunningService service, String key, String body, int number) {
        byte[] answer = service.anonymous()
                .post()
                .uri("/v1/scores")
                .header("X-API-Key", key)
                .header("Idempotency-Key", "history-" + number)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(answer).path("scoreId").asString();
    }

    private static JsonNode page(RunningService service, String key, String uri) {
        byte[] body = service.anonymous()
                .get()
                .uri(uri)
                .header("X-API-Key", key)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }
}
