package techflow.api.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import techflow.features.signal.EnterpriseId;

/** Requests for a score over real HTTP, many at a time. */
public final class ScoreCalls {
    private static final Duration HANGS = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final RunningService service;

    public ScoreCalls(RunningService service) {
        this.service = service;
    }

    /**
     * What came back.
     *
     * @param status HTTP status; 0 when nothing came within 20 s
     * @param body as it was sent
     * @param took from sending to the end of the body
     */
    public record Reply(int status, String body, Duration took) {
        public boolean isScore() {
            return status == 201;
        }
    }

    public CompletableFuture<Reply> send(EnterpriseId firm) {
        long begin = System.nanoTime();
        return client.sendAsync(request(firm), HttpResponse.BodyHandlers.ofString())
                .handle((response, error) -> new Reply(
                        response == null ? 0 : response.statusCode(),
                        response == null ? String.valueOf(error) : response.body(),
                        Duration.ofNanos(System.nanoTime() - begin)));
    }

    /** So many at once; waits for all. */
    public List<Reply> sendAll(int count) {
        List<CompletableFuture<Reply>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(send(TestFirms.SOUND));
        }
        return sent.stream().map(CompletableFuture::join).toList();
    }

    public HttpRequest request(EnterpriseId firm) {
        return HttpRequest.newBuilder(URI.create(service.url("/v1/scores")))
                .timeout(HANGS)
                .header("X-API-Key", RunningService.KEY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(firm)))
                .build();
    }

    public static String body(EnterpriseId firm) {
        return "{\"uscc\":\"" + firm.code()
                + "\",\"asOf\":\"2026-11-01\",\"purpose\":\"LOAN_ORIGINATION\",\"authorisationId\":\"A-0001\"}";
    }
}
