package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signals that are delivered over HTTP go where those of {@code techflow ingest} go. */
class SignalApiTest {
    private static final RunningService SERVICE = RunningService.ready();
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final String HEADER =
            String.join(",", SignalFormat.of(SignalKind.TAX_RATING).requiredHeader());
    private static final String FIRM = TestFirms.THIN.code();

    @Test
    void every_row_is_stored_once_or_told_with_its_line_and_every_broken_rule() {
        String body = HEADER + "\n" + row(2024, "A") + row(2023, "B") + FIRM
                + ",2025-02-30,yesterday,STA,2024,Z,RULE_2014\n" + row(2024, "A") + row(2024, "C");
        JsonNode rehearsal = ok(deliver(CSV, body, "&dryRun=true"));
        assertThat(rehearsal.path("inserted").asInt()).isEqualTo(2);
        assertThat(rehearsal.path("loadId").asInt()).isZero();
        assertThat(stored()).isZero();

        JsonNode first = ok(deliver(CSV, body, ""));
        assertThat(counts(first)).containsExactly(5, 2, 1, 1, 1);
        assertThat(first.path("conflictLines").get(0).asInt()).isEqualTo(6);
        JsonNode reject = first.path("rejects").get(0);
        assertThat(reject.path("line").asInt()).isEqualTo(4);
        assertThat(reject.path("violations")
                        .valueStream()
                        .map(v -> v.path("field").asString()))
                .contains("occurred_at", "known_at", "level");
        assertThat(stored()).isEqualTo(2);

        JsonNode again = ok(deliver(CSV, body, ""));
        assertThat(counts(again)).containsExactly(5, 0, 3, 1, 1);
        assertThat(again.path("loadId")).isEqualTo(first.path("loadId"));
        assertThat(stored()).isEqualTo(2);
        assertThat(SERVICE.number("select count(*) from signal_load where sha256 = '"
                        + first.path("sha256").asString() + "' and rows_read = 5 and inserted = 2"))
                .isOne();
    }

    @Test
    void lines_of_json_are_the_same_rows() {
        String good = "{\"uscc\":\"" + TestFirms.SOUND.code()
                + "\",\"occurred_at\":\"2019-04-20\",\"known_at\":\"2019-04-25T00:00:00Z\",\"source\":\"STA\","
                + "\"year\":2018,\"level\":\"A\",\"rule\":\"RULE_2014\"}";
        JsonNode answer = ok(deliver(MediaType.APPLICATION_NDJSON, good + "\n{\"colour\":1}\nnonsense\n" + good, ""));
        assertThat(counts(answer)).containsExactly(4, 1, 1, 0, 2);
        assertThat(answer.path("rejects")
                        .get(0)
                        .path("violations")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("colour");
    }

    @Test
    void rejects_beyond_the_list_are_counted() {
        String body = HEADER + "\n"
                + IntStream.range(0, 1200).mapToObj(i -> "x,,,,,,\n").collect(Collectors.joining());
        JsonNode answer = ok(deliver(CSV, body, ""));
        assertThat(answer.path("rejected").asInt()).isEqualTo(1200);
        assertThat(answer.path("rejects").size()).isEqualTo(100);
        assertThat(answer.path("moreRejects").asInt()).isEqualTo(1100);
    }

    @Test
    void what_is_no_table_of_the_kind_is_refused_by_column() {
        deliver(CSV, "uscc,colour\n", "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REQUEST_INVALID")
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(String.valueOf(fields)).contains("occurred_at", "colour"));
        SERVICE.client()
                .post()
                .uri("/v1/signals?kind=NOTHING&dryRun=perhaps&name=a/b")
                .contentType(CSV)
                .bodyValue(HEADER)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    private static String row(int year, String level) {
        return "%s,%d-04-20,%d-04-25T00:00:00Z,STA,%d,%s,RULE_2014\n".formatted(FIRM, year + 1, year + 1, year, level);
    }

    private static List<Integer> counts(JsonNode answer) {
        return java.util.stream.Stream.of("rows", "inserted", "duplicates", "conflicts", "rejected")
                .map(name -> answer.path(name).asInt())
                .toList();
    }

    private static long stored() {
        return SERVICE.number(
                "select count(*) from signal where kind = 'TAX_RATING' and enterprise_id = '" + FIRM + "'");
    }

    private static ResponseSpec deliver(MediaType type, String body, String more) {
        return SERVICE.client()
                .post()
                .uri("/v1/signals?kind=TAX_RATING" + more)
                .contentType(type)
                .bodyValue(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private static JsonNode ok(ResponseSpec response) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(response.expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()));
    }
}
