package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import techflow.api.testing.RunningService;
import techflow.scoring.access.Role;

class ModelPlaneApiTest {
    private static final RunningService SERVICE = RunningService.shared();

    private final WebTestClient engineer = SERVICE.clientOf("default", Role.ENGINEER);

    @Test
    void the_champion_is_shown_with_its_training_and_who_promoted_it_and_why() {
        String champion = body("/v1/models/champion");
        assertThat((String) JsonPath.read(champion, "$.id")).isEqualTo("tech-flow-pd");
        assertThat((String) JsonPath.read(champion, "$.version")).isEqualTo("1.0");
        assertThat((List<?>) JsonPath.read(champion, "$.aliases")).isEqualTo(List.of("champion"));
        assertThat((boolean) JsonPath.read(champion, "$.trained.synthetic")).isTrue();
        assertThat((String) JsonPath.read(champion, "$.changes[0].reason")).isEqualTo("for a test");
        String sha256 = JsonPath.read(champion, "$.sha256");
        assertThat(body("/v1/models/" + sha256)).isEqualTo(champion);
        assertThat(body("/v1/models")).contains(champion);
    }

    @Test
    void an_unknown_model_or_feature_is_told_by_its_own_code() {
        for (String model : List.of("challenger", "0".repeat(64), "x'--")) {
            assertThat(JsonPath.<String>read(get("/v1/models/" + model, null).getResponseBody(), "$.code"))
                    .isEqualTo("MODEL_UNKNOWN");
        }
        EntityExchangeResult<String> unknown = get("/v1/features/rd_intensty", null);
        assertThat(unknown.getStatus().value()).isEqualTo(404);
        assertThat(unknown.getResponseBody()).contains("FEATURE_UNKNOWN");
    }

    @Test
    void features_tell_what_they_are_and_whether_the_champion_looks_at_them() {
        String feature = body("/v1/features/rd_intensity");
        assertThat((String) JsonPath.read(feature, "$.label.zh")).isNotBlank();
        assertThat((String) JsonPath.read(feature, "$.definition")).isNotBlank();
        assertThat((String) JsonPath.read(feature, "$.kind")).isEqualTo("NUMERIC");
        assertThat((boolean) JsonPath.read(feature, "$.usedByChampion")).isTrue();
        String all = body("/v1/features");
        assertThat(all).contains(feature);
        assertThat((String) JsonPath.read(all, "$.featureSetVersion")).isNotBlank();
        assertThat((List<?>) JsonPath.read(all, "$.items[?(@.usedByChampion == true)]"))
                .hasSize(12);
        assertThat((List<?>) JsonPath.read(all, "$.items[?(@.kind == 'CATEGORY' && !@.categories)]"))
                .isEmpty();
    }

    @Test
    void who_has_the_newest_answer_is_told_so_without_a_body() {
        for (String path : List.of("/v1/models", "/v1/models/champion", "/v1/features", "/v1/features/rd_intensity")) {
            String tag =
                    Objects.requireNonNull(get(path, null).getResponseHeaders().getETag());
            assertThat(tag).matches("\"[0-9a-f]{64}\"");
            EntityExchangeResult<String> again = get(path, tag);
            assertThat(again.getStatus().value()).isEqualTo(304);
            assertThat(again.getResponseBody()).isNull();
            assertThat(get(path, "\"old\"").getStatus().value()).isEqualTo(200);
        }
    }

    private String body(String path) {
        EntityExchangeResult<String> result = get(path, null);
        assertThat(result.getStatus().value()).isEqualTo(200);
        return Objects.requireNonNull(result.getResponseBody());
    }

    private EntityExchangeResult<String> get(String path, @org.jspecify.annotations.Nullable String tag) {
        return engineer.get()
                .uri(path)
                .headers(headers -> {
                    if (tag != null) {
                        headers.setIfNoneMatch(tag);
                    }
                })
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }
}
