package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import techflow.api.testing.ApiContract;
import techflow.api.testing.HttpFile;
import techflow.api.testing.HttpFile.Example;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of {@code techflow.http} are sent one after the other to the real service and give what they say. */
class HttpFileTest {
    private static final Path FILE = Path.of("techflow.http");

    @Test
    void every_example_gives_the_status_that_it_says_and_every_operation_has_one() throws Exception {
        try (RunningService service = RunningService.ready();
                HttpClient client = HttpClient.newHttpClient()) {
            Map<String, String> values = new LinkedHashMap<>(HttpFile.variables(FILE));
            values.put("host", service.url(""));
            values.put("key", RunningService.KEY);
            values.put("uscc", TestFirms.SOUND.code());
            List<String> asked = new java.util.ArrayList<>();
            for (Example example : HttpFile.examples(FILE)) {
                HttpResponse<String> response = client.send(request(example, values), BodyHandlers.ofString());
                assertThat(response.statusCode())
                        .as("%s: %s", example.name(), response.body())
                        .isIn(example.statuses());
                example.takes().forEach((name, member) -> values.put(name, taken(response, member)));
                asked.add(example.method() + " " + response.request().uri().getRawPath());
            }
            assertThat(unasked(service, asked))
                    .as("operations without an example")
                    .isEmpty();
        }
    }

    private static HttpRequest request(Example example, Map<String, String> values) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(Example.filled(example.target(), values)))
                .method(
                        example.method(),
                        example.body()
                                .map(body -> BodyPublishers.ofString(Example.filled(body, values)))
                                .orElse(BodyPublishers.noBody()));
        example.headers().forEach((name, value) -> builder.header(name, Example.filled(value, values)));
        return builder.build();
    }

    private static String taken(HttpResponse<String> response, String path) {
        String[] names = path.split("\\.");
        if (names[0].equals("headers")) {
            return response.headers().firstValue(names[1]).orElseThrow();
        }
        JsonNode node = JsonMapper.shared().readTree(response.body());
        for (String name : names) {
            node = name.equals("body") ? node : node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node.asString();
    }

    private static TreeSet<String> unasked(RunningService service, List<String> asked) {
        String json = String.valueOf(service.anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        TreeSet<String> unasked = new TreeSet<>();
        for (ApiContract.Operation operation : ApiContract.of(json).operations()) {
            String pattern = operation.method() + " " + operation.path().replaceAll("\\{[^}]+}", "[^/:]+");
            if (asked.stream().noneMatch(one -> one.matches(pattern))) {
                unasked.add(operation.toString());
            }
        }
        return unasked;
    }
}
