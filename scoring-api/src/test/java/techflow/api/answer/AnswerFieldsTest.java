package techflow.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import techflow.api.answer.ScoreAnswer.Line;
import techflow.api.answer.ScoreAnswer.Reason;
import techflow.api.answer.ScoreAnswer.Status;
import techflow.api.answer.ScoreAnswer.Why;
import techflow.api.serving.ArtifactLoader;
import techflow.api.serving.ServedModel;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestModels;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureVector;
import techflow.features.peer.PeerTables;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.settings.TechnologySettings;

/** What the answer says, whatever is known of a firm. */
class AnswerFieldsTest {
    private static final FeatureCatalog CATALOG = StandardCatalog.catalog();
    private static final byte[] ARTIFACT = TestModels.artifact("1.0", 3);
    private static final ServedModel MODEL = new ArtifactLoader(CATALOG, TechnologySettings.shipped())
            .load(ARTIFACT, ArtifactReader.sha256(ARTIFACT), "champion");
    private static final Random RANDOM = seeded();

    @RepeatedTest(200)
    void the_baseline_and_the_points_are_the_unrounded_score_exactly() {
        EnterpriseId firm = RANDOM.nextBoolean() ? TestFirms.SOUND : TestFirms.WEAK;
        double kept = 0.3 + 0.7 * RANDOM.nextDouble();
        List<Signal> some =
                signals(firm).filter(signal -> RANDOM.nextDouble() < kept).toList();
        ScoreAnswer answer = answer(some, firm, TestModels.AS_OF, SourceFreshness.NONE, AnswerContext.NONE);
        if (answer.status() == Status.NOT_SCORED) {
            assertThat(answer.explanation()).isNull();
            return;
        }
        Why why = Objects.requireNonNull(answer.explanation());
        BigDecimal sum = why.contributions().stream().map(Line::points).reduce(why.baselinePoints(), BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(why.points());
        assertThat(Math.round(why.points().doubleValue()))
                .isEqualTo(Objects.requireNonNull(answer.score()).longValue());
        assertThat(Objects.requireNonNull(why.reasonsCoverage())).isBetween(0.0, 1.0);
        assertThat(why.adverse()).allMatch(line -> line.points().signum() < 0);
    }

    @Test
    void a_score_without_an_essential_source_is_given_and_degraded() {
        var rules = new SourceFreshness(
                Map.of(SignalKind.MONTHLY_TAX, Duration.ofDays(95), SignalKind.BANK_FLOW, Duration.ofDays(95)));
        ScoreAnswer answer = answer(TestModels.AS_OF, rules);
        assertThat(answer.status()).isEqualTo(Status.DEGRADED);
        assertThat(answer.score()).isNotNull();
        assertThat(answer.degradedReasons()).extracting(Reason::code).containsExactly("BANK_FLOW_ABSENT");
    }

    @Test
    void a_source_is_too_old_from_the_day_after_its_allowed_age() {
        var rules = new SourceFreshness(Map.of(SignalKind.MONTHLY_TAX, Duration.ofDays(95)));
        AsOf lastGoodDay = AsOf.startOf(java.time.LocalDate.of(2026, 9, 30).plusDays(95));
        assertThat(answer(lastGoodDay, rules).status()).isEqualTo(Status.SCORED);
        ScoreAnswer late = answer(new AsOf(lastGoodDay.instant().plus(Duration.ofDays(1))), rules);
        assertThat(late.status()).isEqualTo(Status.DEGRADED);
        assertThat(late.degradedReasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("MONTHLY_TAX_STALE");
            assertThat(reason.text().en())
                    .contains("2026-09-30")
                    .contains("96 days")
                    .contains("95 are allowed");
            assertThat(reason.text().zh()).contains("月度纳税");
        });
    }

    @Test
    void the_trend_is_the_difference_to_the_score_before() {
        int score = Objects.requireNonNull(
                answer(TestModels.AS_OF, SourceFreshness.NONE).score());
        assertThat(trend(score - 14)).isEqualTo("IMPROVING 14");
        assertThat(trend(score)).isEqualTo("STABLE 0");
        assertThat(trend(score + 3)).isEqualTo("WORSENING -3");
        assertThat(answer(TestModels.AS_OF, SourceFreshness.NONE).trend()).isNull();
    }

    private static String trend(int before) {
        var previous = new AnswerContext.Previous("earlier", Instant.parse("2026-08-31T00:00:00Z"), before);
        var context = new AnswerContext(Optional.of(previous), PeerTables.NONE);
        ScoreAnswer answer = answer(
                signals(TestFirms.SOUND).toList(), TestFirms.SOUND, TestModels.AS_OF, SourceFreshness.NONE, context);
        ScoreAnswer.Trend trend = Objects.requireNonNull(answer.trend());
        assertThat(AnswerJson.read(AnswerJson.write(answer))).isEqualTo(answer);
        return trend.direction() + " " + trend.delta();
    }

    private static ScoreAnswer answer(AsOf asOf, SourceFreshness rules) {
        return answer(signals(TestFirms.SOUND).toList(), TestFirms.SOUND, asOf, rules, AnswerContext.NONE);
    }

    private static ScoreAnswer answer(
            List<Signal> signals, EnterpriseId firm, AsOf asOf, SourceFreshness rules, AnswerContext context) {
        Snapshot snapshot = Snapshot.cut(firm, asOf, signals);
        FeatureVector vector = CATALOG.compute(snapshot);
        var request = new AnswerRequest(
                "id", "request", "A-0001", "LOAN_REVIEW", asOf.instant(), java.util.List.of(), "0".repeat(64));
        return new AnswerComposer(30, rules)
                .compose(request, MODEL, snapshot, vector, MODEL.pipeline().score(vector), context);
    }

    private static Stream<Signal> signals(EnterpriseId firm) {
        return TestFirms.all().stream().filter(signal -> signal.enterprise().equals(firm));
    }

    private static Random seeded() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        return new Random(seed);
    }
}
