package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import techflow.api.testing.ApiContract;
import techflow.api.testing.ApiContract.Operation;
import techflow.api.testing.FuzzedRequests;
import techflow.api.testing.FuzzedRequests.Request;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.problem.ProblemCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that knows the published description and nothing else calls every operation with sound, odd and rotten values.
 * More requests for each: {@code -Dfuzz.requests=2000 -Dfuzz.seed=7}.
 */
class ContractFuzzTest {
    private static final Logger LOG = LoggerFactory.getLogger(ContractFuzzTest.class);
    private static final long SEED = Long.getLong("fuzz.seed", 20261122);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 60);
    private static final Map<String, List<String>> KNOWN = Map.of(
            "uscc", List.of(TestFirms.SOUND.code(), TestFirms.WEAK.code(), TestFirms.UNKNOWN.code()),
            "asOf", List.of("2026-10-31", "2026-09-30T16:00:00Z"),
            "authorisationId", List.of("A-0001"),
            "query", List.of("晨星", "TEAT"));

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @Test
    void no_request_makes_the_service_fail_and_every_refusal_is_a_problem_with_a_code() throws Exception {
        try (RunningService service = RunningService.ready()) {
            ApiContract contract = ApiContract.of(new String(
                    service.anonymous()
                            .get()
                            .uri("/v3/api-docs")
                            .exchange()
                            .expectBody()
                            .returnResult()
                            .getResponseBodyContent(),
                    java.nio.charset.StandardCharsets.UTF_8));
            FuzzedRequests requests = new FuzzedRequests(contract, KNOWN, SEED);
            List<String> broken = new ArrayList<>();
            for (Operation operation : contract.operations()) {
                LOG.info("{}: {}", operation, round(service, operation, requests, broken));
            }
            assertThat(broken).as("seed %d", SEED).isEmpty();
            assertThat(service.isReady()).isTrue();
        }
    }

    /** Statuses and how often they came. */
    private Map<Integer, Integer> round(
            RunningService service, Operation operation, FuzzedRequests requests, List<String> broken)
            throws IOException, InterruptedException {
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            Request request = requests.next(operation);
            HttpResponse<String> response = send(service, request);
            statuses.merge(response.statusCode(), 1, Integer::sum);
            String found = complaint(response);
            if (!found.isEmpty()) {
                broken.add(request + " -> " + response.statusCode() + " " + found);
            }
        }
        return statuses;
    }

    private HttpResponse<String> send(RunningService service, Request request)
            throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(service.url(request.target())))
                .timeout(Duration.ofSeconds(30))
                .header("X-API-Key", RunningService.KEY)
                .method(
                        request.method(),
                        request.body().map(BodyPublishers::ofByteArray).orElse(BodyPublishers.noBody()));
        request.mediaType().ifPresent(type -> builder.header("Content-Type", type));
        request.headers().forEach(builder::header);
        return client.send(builder.build(), BodyHandlers.ofString());
    }

    /** What is wrong with an answer, empty when nothing is. */
    private static String complaint(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() >= 500) {
            return "fails: " + response.body();
        }
        if (response.statusCode() < 400 || response.request().method().equals("HEAD")) {
            return "";
        }
        if (!type.startsWith("application/problem+json")) {
            return "is no problem but " + type + ": " + response.body();
        }
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        boolean complete = problem.path("status").asInt(0) == response.statusCode()
                && !problem.path("requestId").asString("").isEmpty()
                && !problem.path("errorId").asString("").isEmpty()
                && !problem.path("code").asString("").isEmpty()
                && !problem.path("code").asString("").equals(ProblemCode.INTERNAL.name());
        return complete ? "" : "lacks something: " + response.body();
    }
}
