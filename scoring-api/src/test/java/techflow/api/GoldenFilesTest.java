package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What others depend on: the API description and the names of the metrics. {@code -Dgolden.write=true} writes and fails. */
class GoldenFilesTest {
    private static final RunningService SERVICE = RunningService.shared();
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void the_api_description_is_the_published_one() {
        String json = body("/v3/api-docs");
        assertThat(json).contains("\"openapi\":\"3.1");
        golden("openapi.json", PRETTY.writeValueAsString(PRETTY.readTree(json)) + "\n");
    }

    @Test
    void the_metrics_have_the_published_names_tags_and_buckets() {
        for (var firm : new Object[] {TestFirms.SOUND, TestFirms.THIN}) {
            SERVICE.client()
                    .post()
                    .uri("/v1/scores")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of(
                            "uscc",
                            firm.toString(),
                            "asOf",
                            "2026-11-01",
                            "purpose",
                            "LOAN_REVIEW",
                            "authorisationId",
                            "A-0001"))
                    .exchange()
                    .expectStatus()
                    .isCreated()
                    .expectBody();
        }
        String names = body("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith("techflow_"))
                .filter(line -> !line.startsWith("techflow_score_grade") && !line.startsWith("techflow_technology"))
                .filter(line -> !line.startsWith("techflow_model_refused"))
                .filter(line -> !line.contains("channel=\"web\"")
                        && !line.contains("outcome=\"error\"")
                        && !line.contains("DISHONEST"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')).replaceAll("sha8=\"[0-9a-f]{8}\"", "sha8=\"…\""))
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n", "", "\n"));
        golden("metrics.txt", names);
    }

    private static String body(String path) {
        return Objects.requireNonNull(SERVICE.anonymous()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static void golden(String name, String found) {
        Path file = Path.of("src/test/resources/golden", name);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, found);
                fail("%s was written; look at the difference and run again without golden.write", file);
            }
            assertThat(found).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
