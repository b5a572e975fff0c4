package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.scoring.access.Role;

/** Two banks on one service: what one of them asked does not exist for the other, whatever it reads. */
class TenantsApiTest {
    private static final RunningService SERVICE = RunningService.shared();
    private static final String AUTHORISATION = "A-OF-BANK-ONE";

    private static final WebTestClient ONE = SERVICE.clientOf("bank-one", Role.ADMIN);
    private static final WebTestClient OTHER = SERVICE.clientOf("bank-other", Role.ADMIN);

    private static final String AUTHORISATION_ID = JsonPath.read(
            text(ONE.post()
                    .uri("/v1/authorisations")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of(
                            "uscc",
                            TestFirms.SOUND.code(),
                            "authorisationId",
                            AUTHORISATION,
                            "purposes",
                            List.of("LOAN_REVIEW"),
                            "grantedAt",
                            "2026-01-01",
                            "expiresAt",
                            "2090-01-01",
                            "evidenceSha256",
                            "0".repeat(64)))
                    .exchange()),
            "$.id");
    private static final String SCORE_ID = JsonPath.read(
            text(ONE.post()
                    .uri("/v1/scores")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of(
                            "uscc",
                            TestFirms.SOUND.code(),
                            "asOf",
                            "2026-11-01",
                            "purpose",
                            "LOAN_REVIEW",
                            "authorisationId",
                            AUTHORISATION))
                    .exchange()),
            "$.scoreId");
    private static final String OBJECTION_ID = JsonPath.read(
            text(ONE.post()
                    .uri("/v1/objections")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of(
                            "uscc",
                            TestFirms.SOUND.code(),
                            "itemKind",
                            "SCORE",
                            "item",
                            SCORE_ID,
                            "statement",
                            "statement-of-bank-one"))
                    .exchange()),
            "$.id");
    private static final String JOB_ID = JsonPath.read(
            text(ONE.post()
                    .uri("/v1/score-jobs")
                    .contentType(MediaType.APPLICATION_NDJSON)
                    .bodyValue("{\"uscc\":\"" + TestFirms.SOUND.code()
                            + "\",\"purpose\":\"LOAN_REVIEW\",\"authorisationId\":\"" + AUTHORISATION + "\"}\n")
                    .exchange()),
            "$.jobId");
    private static final String KEY_ID = JsonPath.read(
            text(ONE.post()
                    .uri("/v1/api-keys")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of("roles", List.of("OFFICER"), "label", "label-of-bank-one"))
                    .exchange()),
            "$.keyId");

    /** Every published read, with the ids of the one bank, asked by the other. */
    @TestFactory
    Stream<DynamicTest> no_read_of_the_other_bank_shows_anything_of_the_one() {
        return reads().stream()
                .map(path -> dynamicTest(
                        "GET " + path,
                        () -> assertThat(text(OTHER.get()
                                        .uri(path)
                                        .accept(MediaType.ALL)
                                        .exchange()))
                                .doesNotContain(AUTHORISATION, "bank-one", KEY_ID + "\"")
                                .doesNotContain("\"scoreId\":\"" + SCORE_ID)));
    }

    @Test
    void what_the_one_bank_reads_does_hold_those_words() {
        assertThat(text(ONE.get().uri("/v1/scores/" + SCORE_ID).exchange())).contains(AUTHORISATION, SCORE_ID);
        assertThat(text(ONE.get().uri("/v1/api-keys").exchange())).contains(KEY_ID, "bank-one");
        assertThat(text(ONE.get().uri("/v1/objections/" + OBJECTION_ID).exchange()))
                .contains("statement-of-bank-one");
        assertThat(text(ONE.get().uri("/v1/score-jobs/" + JOB_ID).exchange())).contains(JOB_ID);
        assertThat(text(ONE.get().uri("/v1/authorisations/" + AUTHORISATION_ID).exchange()))
                .contains(AUTHORISATION);
        assertThat(text(ONE.get().uri("/v1/audit-events").exchange())).contains(AUTHORISATION, SCORE_ID);
    }

    @Test
    void an_unknown_score_and_one_of_another_bank_are_told_alike() {
        String foreign = text(OTHER.get().uri("/v1/scores/" + SCORE_ID).exchange());
        String unknown = text(OTHER.get().uri("/v1/scores/none").exchange());
        assertThat((String) JsonPath.read(foreign, "$.code")).isEqualTo(JsonPath.<String>read(unknown, "$.code"));
        assertThat((String) JsonPath.read(foreign, "$.detail")).isEqualTo(JsonPath.<String>read(unknown, "$.detail"));
    }

    private static List<String> reads() {
        Map<String, String> ids = Map.of(
                "{scoreId}", SCORE_ID,
                "{keyId}", KEY_ID,
                "{jobId}", JOB_ID,
                "{uscc}", TestFirms.SOUND.code());
        Map<String, Map<String, Object>> paths =
                JsonPath.read(text(SERVICE.anonymous().get().uri("/v3/api-docs").exchange()), "$.paths");
        List<String> reads = new ArrayList<>();
        paths.forEach((path, methods) -> {
            if (methods.containsKey("get")) {
                String asked = path.replace("/objections/{id}", "/objections/" + OBJECTION_ID)
                        .replace("/authorisations/{id}", "/authorisations/" + AUTHORISATION_ID);
                for (Map.Entry<String, String> id : ids.entrySet()) {
                    asked = asked.replace(id.getKey(), id.getValue());
                }
                reads.add(asked.replaceAll("\\{[^}]+}", "none"));
            }
        });
        assertThat(reads).hasSizeGreaterThan(5);
        return reads;
    }

    private static String text(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNullElse(
                response.expectBody(String.class).returnResult().getResponseBody(), "");
    }
}
