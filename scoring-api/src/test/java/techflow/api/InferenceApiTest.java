package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestModels;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.access.Role;
import tools.jackson.databind.json.JsonMapper;

class InferenceApiTest {
    private static final RunningService SERVICE = RunningService.shared();
    private static final String INFER = "/v2/models/tech-flow-pd/infer";

    private final WebTestClient engineer = SERVICE.clientOf("default", Role.ENGINEER);

    @Test
    void the_metadata_name_the_inputs_and_outputs_and_say_what_an_answer_is_not() {
        String metadata = get("/v2/models/tech-flow-pd/versions/1.0", 200);
        assertThat(names(metadata, "$.inputs[*].name")).hasSize(12).contains("rd_intensity");
        assertThat(names(metadata, "$.outputs[*].name")).containsExactly("log_odds", "pd", "score", "credit_grade");
        assertThat((List<?>) JsonPath.read(metadata, "$.inputs[0].shape")).isEqualTo(List.of(-1, 1));
        assertThat((String) JsonPath.read(metadata, "$.parameters.note")).contains("nothing is logged as a score");
        assertThat(get("/v2/models/tech-flow-pd", 200)).isEqualTo(metadata);
        assertThat(get("/v2", 200)).contains("extensions");
        assertThat(get("/v2/health/live", 200)).contains("true");
        assertThat(get("/v2/health/ready", 200)).contains("true");
        assertThat(get("/v2/models/tech-flow-pd/ready", 200)).contains("\"ready\":true");
    }

    @Test
    void a_given_vector_gets_the_very_score_that_its_firm_gets() {
        for (EnterpriseId firm : List.of(TestFirms.SOUND, TestFirms.WEAK)) {
            String score = post(
                    "/v1/scores",
                    SERVICE.client(),
                    Map.of(
                            "uscc",
                            firm.code(),
                            "asOf",
                            "2026-11-01",
                            "purpose",
                            "LOAN_REVIEW",
                            "authorisationId",
                            "A-0001"),
                    201);
            String inferred = infer(tensors(firm), 200);
            assertThat(output(inferred, "score")).isEqualTo(List.of((int) JsonPath.read(score, "$.score")));
            assertThat(((Number) output(inferred, "pd").getFirst()).doubleValue())
                    .isEqualTo(((Number) JsonPath.read(score, "$.pd12m")).doubleValue());
            assertThat(output(inferred, "credit_grade"))
                    .isEqualTo(List.of((String) JsonPath.read(score, "$.creditGrade")));
        }
    }

    @Test
    void rows_of_a_batch_are_answered_in_their_order_and_nothing_is_logged() {
        List<Map<String, Object>> sound = tensors(TestFirms.SOUND);
        List<Map<String, Object>> both = new ArrayList<>();
        List<Map<String, Object>> weak = tensors(TestFirms.WEAK);
        for (int i = 0; i < sound.size(); i++) {
            List<Object> data = new ArrayList<>();
            data.addAll((List<?>) Objects.requireNonNull(sound.get(i).get("data")));
            data.addAll((List<?>) Objects.requireNonNull(weak.get(i).get("data")));
            both.add(tensor(String.valueOf(sound.get(i).get("name")), data));
        }
        String answer = infer(both, 200);
        assertThat((List<?>) JsonPath.read(answer, "$.outputs[0].shape")).isEqualTo(List.of(2, 1));
        assertThat(output(answer, "score"))
                .isEqualTo(List.of(
                        output(infer(sound, 200), "score").getFirst(),
                        output(infer(weak, 200), "score").getFirst()));
        assertThat(answer).doesNotContain("scoreId");
    }

    @Test
    void missing_is_null_or_nan_and_not_zero() {
        String asNull = infer(changed(t -> t.put("data", java.util.Arrays.asList((Object) null))), 200);
        String raw = json(changed(t -> t.put("data", List.of(0)))).replaceFirst("\"data\":\\[0]", "\"data\":[NaN]");
        assertThat(output(postRaw(raw, 200), "log_odds")).isEqualTo(output(asNull, "log_odds"));
        assertThat(output(infer(changed(t -> t.put("data", List.of(9))), 200), "log_odds"))
                .isNotEqualTo(output(asNull, "log_odds"));
    }

    @Test
    void the_id_comes_back_and_only_the_wanted_outputs() {
        Map<String, Object> request = new HashMap<>(Map.of("id", "42", "inputs", tensors(TestFirms.SOUND)));
        request.put("outputs", List.of(Map.of("name", "pd")));
        String answer = post(INFER, engineer, request, 200);
        assertThat((String) JsonPath.read(answer, "$.id")).isEqualTo("42");
        assertThat(names(answer, "$.outputs[*].name")).containsExactly("pd");
        request.put("outputs", List.of(Map.of("name", "truth")));
        assertThat(post(INFER, engineer, request, 400)).contains("truth");
    }

    @Test
    void missing_misspelt_and_unused_features_are_each_refused_with_their_own_message() {
        List<Map<String, Object>> fewer = tensors(TestFirms.SOUND).subList(1, 12);
        assertThat(infer(fewer, 400)).contains("is an input of this model and missing");
        assertThat(infer(changed(t -> t.put("name", "rd_intensty")), 400))
                .contains("is not a feature", "did you mean rd_intensity?", "is an input of this model and missing");
        List<Map<String, Object>> more = tensors(TestFirms.SOUND);
        more.add(tensor("tax_paid_12m", List.of(1)));
        more.add(tensor(unused(), List.of(1)));
        assertThat(infer(more, 400)).contains("this model does not look at it");
        List<Map<String, Object>> twice = tensors(TestFirms.SOUND);
        twice.add(twice.getFirst());
        assertThat(infer(twice, 400)).contains("must stand in the request once");
    }

    @Test
    void wrong_types_shapes_rows_and_values_are_refused() {
        assertThat(infer(changed(t -> t.put("datatype", "BYTES")), 400)).contains("must have the datatype FP64");
        assertThat(infer(changed(t -> t.put("data", List.of("high"))), 400)).contains("must hold numbers");
        assertThat(infer(changed(t -> t.put("shape", List.of(2, 1))), 400)).contains("must have the shape");
        assertThat(infer(changed(t -> t.put("shape", List.of("x", 1))), 400)).contains("must have the shape");
        assertThat(infer(changed(t -> t.put("data", List.of(true))), 400)).contains("true or false");
        assertThat(infer(changed(t -> t.put("data", 7)), 400)).contains("must be a list");
        assertThat(infer(changed(t -> t.putAll(tensor("rd_intensity", List.of(1, 2)))), 400))
                .contains("as many rows");
        assertThat(infer(changed(t -> t.put("data", List.of(-1e300))), 400)).contains("rd_intensity[0]", "must lie in");
        assertThat(infer(List.of(), 400)).contains("1 to 1000 rows");
    }

    @Test
    void what_is_no_request_is_told_with_its_place_and_as_the_protocol_says() {
        for (String body : List.of("", "[]", "{\"inputs\":", "{\"inputs\":5}", "{\"inputs\":[5]}", "{} {}")) {
            assertThat(postRaw(body, 400)).as(body).contains("REQUEST_INVALID", "\"error\":");
        }
        assertThat(postRaw("{\"x\":\"" + "9".repeat(5_000_000) + "\"}", 413)).contains("CONTENT_TOO_LARGE");
        assertThat(get("/v2/models/other", 404)).contains("MODEL_UNKNOWN", "\"error\":");
        assertThat(get("/v2/models/tech-flow-pd/versions/9.9/ready", 404)).contains("MODEL_UNKNOWN");
    }

    private static List<Map<String, Object>> tensors(EnterpriseId firm) {
        FeatureVector vector = TestModels.vector(firm);
        return names(TestModels.features()).stream()
                .map(name -> {
                    double number = vector.number(new FeatureName(name));
                    return tensor(name, java.util.Arrays.asList(Double.isNaN(number) ? null : (Object) number));
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> names(List<FeatureName> features) {
        return features.stream().map(FeatureName::value).toList();
    }

    private static String unused() {
        return TestModels.vector(TestFirms.SOUND).schema().columns().stream()
                .map(column -> column.name())
                .filter(name -> !TestModels.features().contains(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** The tensors of a firm with that of R&D intensity changed. */
    private static List<Map<String, Object>> changed(Consumer<Map<String, Object>> change) {
        List<Map<String, Object>> tensors = tensors(TestFirms.SOUND);
        tensors.stream().filter(t -> "rd_intensity".equals(t.get("name"))).forEach(change);
        return tensors;
    }

    private static Map<String, Object> tensor(String name, List<?> data) {
        return new HashMap<>(Map.of("name", name, "datatype", "FP64", "shape", List.of(data.size(), 1), "data", data));
    }

    private String infer(List<Map<String, Object>> inputs, int status) {
        return postRaw(json(inputs), status);
    }

    private static String json(List<Map<String, Object>> inputs) {
        return JsonMapper.shared().writeValueAsString(Map.of("inputs", inputs));
    }

    private String postRaw(String body, int status) {
        return post(INFER, engineer, body, status);
    }

    private static String post(String path, WebTestClient client, Object body, int status) {
        return text(
                client.post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                status);
    }

    private String get(String path, int status) {
        return text(engineer.get().uri(path).exchange(), status);
    }

    private static String text(WebTestClient.ResponseSpec response, int status) {
        var result = response.expectBody(String.class).returnResult();
        String body = String.valueOf(result.getResponseBody());
        assertThat(result.getStatus().value()).as(body).isEqualTo(status);
        return body;
    }

    private static List<String> names(String json, String path) {
        return JsonPath.read(json, path);
    }

    private static List<Object> output(String answer, String name) {
        List<List<Object>> found = JsonPath.read(answer, "$.outputs[?(@.name == '" + name + "')].data");
        return found.getFirst();
    }
}
