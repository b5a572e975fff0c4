package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import techflow.api.application.ScoreBatch;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestRequests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many rows in one exchange, each with its own outcome. */
class BatchApiTest {
    private static final RunningService SERVICE = RunningService.shared();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SOUND = TestRequests.json(TestFirms.SOUND);

    @Test
    void every_row_has_its_outcome_in_order_and_the_trailer_accounts_for_all() {
        String body = String.join(
                "\n",
                SOUND,
                "{\"uscc\": ",
                "",
                TestRequests.json(TestFirms.UNKNOWN),
                "{\"uscc\":\"" + "9".repeat(5000) + "\"}\r",
                TestRequests.json(TestFirms.THIN) + "\r",
                "{\"uscc\":5,\"purpose\":\"FUN\"}",
                TestRequests.json(TestFirms.WEAK));
        List<String> lines = lines(post(UUID.randomUUID().toString(), body));
        List<JsonNode> rows = lines.stream().map(JSON::readTree).toList();
        assertThat(rows.subList(0, 7))
                .extracting(row -> row.path("index").asInt())
                .containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(rows.subList(0, 7))
                .extracting(row -> row.path("status").asString())
                .containsExactly("SCORED", "FAILED", "FAILED", "FAILED", "NOT_SCORED", "FAILED", "SCORED");
        assertThat(rows.get(0).path("answer").path("subject").path("uscc").asString())
                .isEqualTo(TestFirms.SOUND.code());
        assertThat(rows.get(1).path("problem").path("code").asString()).isEqualTo("REQUEST_INVALID");
        assertThat(rows.get(2).path("problem").path("code").asString()).isEqualTo("ENTERPRISE_UNKNOWN");
        assertThat(rows.get(2).path("problem").path("status").asInt()).isEqualTo(404);
        assertThat(rows.get(3)
                        .path("problem")
                        .path("errors")
                        .get(0)
                        .path("rule")
                        .asString())
                .contains("4096 bytes");
        assertThat(rows.get(5).path("problem").path("errors").size()).isEqualTo(3);

        JsonNode trailer = rows.getLast();
        assertThat(trailer.path("complete").asBoolean()).isTrue();
        assertThat(trailer.path("rows").asInt()).isEqualTo(7);
        assertThat(trailer.path("scored").asInt()).isEqualTo(2);
        assertThat(trailer.path("notScored").asInt()).isEqualTo(1);
        assertThat(trailer.path("failed").asInt()).isEqualTo(4);
        assertThat(trailer.path("sha256").asString()).isEqualTo(sha256(lines.subList(0, 7)));
    }

    @Test
    void the_same_batch_again_gives_the_same_scores() {
        String key = UUID.randomUUID().toString();
        String body = SOUND + "\n" + TestRequests.json(TestFirms.WEAK) + "\n";
        List<String> first = lines(post(key, body));
        List<String> again = lines(post(key, body + TestRequests.json(TestFirms.THIN)));
        assertThat(again.subList(0, 2)).isEqualTo(first.subList(0, 2));
        assertThat(JSON.readTree(again.getLast()).path("replayed").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(again.getLast()).path("rows").asInt()).isEqualTo(3);

        List<String> other = lines(post(key, TestRequests.json(TestFirms.WEAK)));
        assertThat(JSON.readTree(other.getFirst()).path("problem").path("code").asString())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void an_empty_body_has_a_trailer_and_nothing_else() {
        List<String> lines = lines(post(UUID.randomUUID().toString(), "\n \n"));
        assertThat(lines).hasSize(1);
        assertThat(JSON.readTree(lines.getFirst()).path("rows").asInt()).isZero();
    }

    @Test
    void without_a_key_or_a_model_nothing_begins() {
        SERVICE.bare()
                .post()
                .uri("/v1/scores:batch")
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(SOUND)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        try (RunningService empty = RunningService.withoutModel()) {
            post(empty, UUID.randomUUID().toString(), SOUND)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("MODEL_UNAVAILABLE");
        }
    }

    @Test
    void a_batch_beyond_its_limit_ends_with_a_trailer_that_says_so() {
        try (RunningService service = RunningService.ready("techflow.batch.rows=2")) {
            List<String> lines = lines(post(service, UUID.randomUUID().toString(), (SOUND + "\n").repeat(4)));
            assertThat(lines).hasSize(4);
            assertThat(JSON.readTree(lines.get(2))
                            .path("problem")
                            .path("errors")
                            .get(0)
                            .path("rule")
                            .asString())
                    .contains("at most 2 rows");
            assertThat(JSON.readTree(lines.getLast()).path("complete").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void a_caller_that_stops_reading_is_broken_off_and_the_service_goes_on() throws IOException {
        try (RunningService service = RunningService.ready(
                "techflow.batch.stall=2s", "techflow.batch.batches=1", "techflow.database.pool.size=3")) {
            ScoreBatch batch = service.context().getBean(ScoreBatch.class);
            try (Socket socket = silentReader(service)) {
                service.await("begun", () -> batch.running() == 1);
                post(service, UUID.randomUUID().toString(), SOUND)
                        .expectStatus()
                        .isEqualTo(503)
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("OVERLOADED");
                service.await("broken off", () -> batch.running() == 0);
                assertThat(socket.isClosed()).isFalse();
            }
            for (int i = 0; i < 5; i++) {
                assertThat(lines(post(service, UUID.randomUUID().toString(), SOUND)))
                        .hasSize(2);
            }
        }
    }

    /** Sends more than what fits into every buffer on the way and reads nothing. */
    private static Socket silentReader(RunningService service) throws IOException {
        URI uri = URI.create(service.url("/"));
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(uri.getHost(), uri.getPort()));
        String head = "POST /v1/scores:batch HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + RunningService.KEY
                + "\r\nIdempotency-Key: silent-reader\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        String rows = IntStream.range(0, 400).mapToObj(i -> SOUND).collect(Collectors.joining("\n", "", "\n"));
        String chunk = Integer.toHexString(rows.length()) + "\r\n" + rows + "\r\n";
        socket.getOutputStream().write(chunk.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static ResponseSpec post(String key, String body) {
        return post(SERVICE, key, body);
    }

    private static ResponseSpec post(RunningService service, String key, String body) {
        return service.bare()
                .post()
                .uri("/v1/scores:batch")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(body)
                .exchange();
    }

    private static List<String> lines(ResponseSpec response) {
        byte[] body = response.expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_NDJSON)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static String sha256(List<String> lines) {
        try {
            String text = String.join("\n", lines) + "\n";
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
