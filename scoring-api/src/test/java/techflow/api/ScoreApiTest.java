package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import techflow.api.answer.AnswerJson;
import techflow.api.answer.ScoreAnswer;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestModels;
import techflow.features.catalog.StandardCatalog;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ResultJson;
import techflow.scoring.artifact.VectorJson;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.settings.TechnologySettings;

class ScoreApiTest {
    private static final RunningService SERVICE = RunningService.shared();

    @Test
    void a_sound_firm_is_scored_with_points_that_add_up_exactly() {
        ScoreAnswer answer = answer(create(TestFirms.SOUND));
        assertThat(answer.status()).isEqualTo(ScoreAnswer.Status.SCORED);
        assertThat(answer.subject().placeholder()).isTrue();
        ScoreAnswer.Why why = why(answer);
        BigDecimal sum = why.contributions().stream()
                .map(ScoreAnswer.Line::points)
                .reduce(why.baselinePoints(), BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(why.points());
        assertThat(Math.round(why.points().doubleValue()))
                .isEqualTo(Objects.requireNonNull(answer.score()).longValue());
        assertThat(answer.score())
                .isBetween(answer.scoreRange().min(), answer.scoreRange().max());
        assertThat(answer.validUntil()).isEqualTo("2026-12-01");
        assertThat(answer.technology().official()).isFalse();
    }

    @Test
    void the_certificate_rules_are_answered_line_by_line_and_official_points_apart_from_ours() {
        ScoreAnswer answer = answer(create(TestFirms.SOUND));
        List<ScoreAnswer.CertificateLine> rules = Objects.requireNonNull(answer.certificates());
        assertThat(rules).hasSize(6);
        ScoreAnswer.CertificateLine first = rules.getFirst();
        assertThat(first.code()).isEqualTo("TECHNOLOGY_SME");
        assertThat(first.answer()).isEqualTo("MET");
        assertThat(first.points()).isEqualTo(new ScoreAnswer.PointRange(100, 100, 100, 60.0, false));
        assertThat(first.items().getFirst().found().en()).isEqualTo("40% (2025)");
        assertThat(rules.get(2).heldUntil()).isEqualTo("2027-11-28");
        assertThat(answer.warnings()).isEmpty();
        assertThat(answer.innovationPoints().official()).isFalse();
        assertThat(answer.innovationPoints().maximum()).isEqualTo(100);
        assertThat(Objects.requireNonNull(answer.innovationPoints().published()))
                .singleElement()
                .satisfies(points -> {
                    assertThat(points.total()).isEqualTo(101);
                    assertThat(points.maximum()).isEqualTo(130);
                    assertThat(points.authority()).isEqualTo("示例高新区");
                });
    }

    @Test
    void a_weak_firm_scores_lower_and_its_dearest_reason_comes_first() {
        ScoreAnswer sound = answer(create(TestFirms.SOUND));
        ScoreAnswer weak = answer(create(TestFirms.WEAK));
        assertThat(weak.score()).isLessThan(sound.score());
        assertThat(weak.pd12m()).isGreaterThan(sound.pd12m());
        assertThat(why(weak).adverse())
                .hasSize(4)
                .isSortedAccordingTo((a, b) -> a.points().compareTo(b.points()));
        assertThat(why(weak).adverse().getFirst().text().zh()).contains("低").contains("参照");
    }

    @Test
    void the_answer_has_its_headers_and_is_found_again_byte_for_byte() {
        EntityExchangeResult<byte[]> created = create(TestFirms.SOUND);
        HttpHeaders headers = created.getResponseHeaders();
        ScoreAnswer answer = answer(created);
        assertThat(headers.getLocation()).hasToString("/v1/scores/" + answer.scoreId());
        assertThat(headers.getFirst("x-request-id")).isEqualTo("req-1").isEqualTo(answer.requestId());
        SERVICE.client()
                .get()
                .uri("/v1/scores/" + answer.scoreId())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, String.valueOf(headers.getETag()))
                .expectBody(byte[].class)
                .value(bytes -> assertThat(bytes).isEqualTo(created.getResponseBody()));
        SERVICE.client()
                .get()
                .uri("/v1/scores/" + answer.scoreId())
                .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(headers.getETag()))
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @Test
    void what_was_logged_recomputes_to_the_last_digit() throws Exception {
        ScoreAnswer answer = answer(create(TestFirms.WEAK));
        try (var connection = SERVICE.database().dataSource().getConnection();
                var statement = connection.prepareStatement(
                        "select l.inputs, l.result, a.bytes, s.yaml, l.client, l.channel from score_log l"
                                + " join model_artifact a on a.sha256 = l.model_sha256"
                                + " join technology_settings s on s.version = l.settings_version where score_id = ?")) {
            statement.setString(1, answer.scoreId());
            var row = statement.executeQuery();
            assertThat(row.next()).isTrue();
            TechnologySettings settings = TechnologySettings.read(row.getString("yaml"));
            ScoringPipeline pipeline =
                    ArtifactReader.read(row.getBytes("bytes")).pipeline(settings.index(), settings.innovationPoints());
            var vector = VectorJson.read(
                    row.getString("inputs"), StandardCatalog.catalog().schema());
            assertThat(ResultJson.write(pipeline.score(vector))).isEqualTo(row.getString("result"));
            assertThat(vector).isEqualTo(TestModels.vector(TestFirms.WEAK));
            assertThat(row.getString("client")).isEqualTo("officer");
            assertThat(row.getString("channel")).isEqualTo("API");
        }
    }

    @Test
    void a_firm_that_is_hardly_known_is_answered_as_not_scored() {
        ScoreAnswer answer = answer(create(TestFirms.THIN));
        assertThat(answer.status()).isEqualTo(ScoreAnswer.Status.NOT_SCORED);
        assertThat(answer.notScoredReasons())
                .extracting(ScoreAnswer.Reason::code)
                .containsExactly("THIN_FILE");
        assertThat(answer.score()).isNull();
        assertThat(answer.pd12m()).isNull();
        assertThat(answer.completeness().missing()).isNotEmpty();
    }

    @Test
    void a_firm_that_was_not_known_yet_at_the_as_of_is_a_thin_file() {
        ScoreAnswer answer = answer(post(Map.of(
                "uscc",
                TestFirms.SOUND.code(),
                "asOf",
                "2015-01-01",
                "purpose",
                "LOAN_REVIEW",
                "authorisationId",
                "授权〔2026〕001号")));
        assertThat(answer.notScoredReasons())
                .extracting(ScoreAnswer.Reason::code)
                .containsExactly("THIN_FILE");
        assertThat(answer.subject().name()).isNull();
    }

    @Test
    void a_dishonest_debtor_is_not_scored() {
        ScoreAnswer answer = answer(create(TestFirms.DISHONEST));
        assertThat(answer.notScoredReasons())
                .extracting(ScoreAnswer.Reason::code)
                .containsExactly("DISHONEST_DEBTOR");
    }

    @Test
    void another_caller_does_not_see_the_score() {
        String id = answer(create(TestFirms.SOUND)).scoreId();
        SERVICE.anonymous()
                .get()
                .uri("/v1/scores/" + id)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + RunningService.OTHER_KEY)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SCORE_UNKNOWN");
    }

    @Test
    void a_firm_is_described_with_what_is_known_of_it() {
        SERVICE.client()
                .get()
                .uri("/v1/enterprises/" + TestFirms.SOUND)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.profile.name")
                .isEqualTo("晨星半导体（合成）有限公司")
                .jsonPath("$.placeholder")
                .isEqualTo(true)
                .jsonPath("$.signals[?(@.kind=='MONTHLY_TAX')].latestOccurredAt")
                .isEqualTo("2026-09-30");
    }

    @Test
    void firms_are_found_by_the_beginning_of_the_code_or_a_part_of_the_name() {
        search("新材料").jsonPath("$.items.length()").isEqualTo(1);
        search("91000000teat").jsonPath("$.items.length()").isEqualTo(4);
        search("%").jsonPath("$.code").isEqualTo("REQUEST_INVALID");
        search("%_").jsonPath("$.items.length()").isEqualTo(0);
    }

    private static org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec search(String text) {
        return SERVICE.client()
                .get()
                .uri(uri -> uri.path("/v1/enterprises")
                        .queryParam("query", "{text}")
                        .build(text))
                .exchange()
                .expectBody();
    }

    private static EntityExchangeResult<byte[]> create(EnterpriseId firm) {
        return post(Map.of(
                "uscc", firm.code(), "asOf", "2026-11-01", "purpose", "LOAN_ORIGINATION", "authorisationId", "A-0001"));
    }

    private static EntityExchangeResult<byte[]> post(Map<String, String> body) {
        return SERVICE.client()
                .post()
                .uri("/v1/scores")
                .contentType(MediaType.APPLICATION_JSON)
                .header("x-request-id", "req-1")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(byte[].class)
                .returnResult();
    }

    private static ScoreAnswer.Why why(ScoreAnswer answer) {
        return Objects.requireNonNull(answer.explanation());
    }

    private static ScoreAnswer answer(EntityExchangeResult<byte[]> result) {
        return AnswerJson.read(new String(result.getResponseBody(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
