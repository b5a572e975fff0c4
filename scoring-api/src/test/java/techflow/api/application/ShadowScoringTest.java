package techflow.api.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import techflow.api.serving.ArtifactLoader;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestModels;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureVector;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.score.CreditScore;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.settings.TechnologySettings;
import techflow.scoring.signing.ArtifactSignature;

/** The queue of the shadow model, without a service around it. */
class ShadowScoringTest {
    private static final byte[] BYTES = TestModels.artifact("9.0", 3);
    private static final FeatureVector VECTOR = TestModels.vector(TestFirms.SOUND);
    private static final ArtifactLoader LOADER =
            new ArtifactLoader(StandardCatalog.catalog(), TechnologySettings.shipped());
    private static final ScoringResult GIVEN = LOADER.load(BYTES, ArtifactReader.sha256(BYTES), "champion")
            .pipeline()
            .score(VECTOR);

    private final Counts counts = new Counts();
    private final List<ShadowScore> kept = new ArrayList<>();
    private final CountDownLatch appended = new CountDownLatch(1);

    @Test
    void what_does_not_fit_into_the_queue_is_dropped_and_counted() {
        ShadowScoring scoring = scoring(3);
        for (int i = 0; i < 10; i++) {
            scoring.offer("score-" + i, VECTOR, GIVEN);
        }
        assertThat(scoring.waiting()).isEqualTo(3);
        assertThat(counts.told).containsOnly("dropped").hasSize(7);
    }

    @Test
    void a_firm_on_which_the_shadow_model_fails_is_counted_and_the_others_are_kept() throws InterruptedException {
        ShadowScoring scoring = scoring(10);
        FeatureVector foreign =
                new FeatureVector(VECTOR.enterprise(), VECTOR.asOf(), new FeatureSchema("other", List.of()), List.of());
        scoring.offer("fails", foreign, GIVEN);
        scoring.offer("works", VECTOR, GIVEN);
        Thread worker = Thread.ofPlatform().start(scoring);
        appended.await();
        worker.interrupt();
        worker.join();
        assertThat(kept).extracting(ShadowScore::scoreId).containsExactly("works");
        assertThat(kept.getFirst().credit().orElseThrow().score()).isEqualTo(((ScoringResult.Scored) GIVEN).score());
        assertThat(counts.told).containsExactly("failed", "compared");
    }

    private ShadowScoring scoring(int capacity) {
        ShadowModel model = new ShadowModel(new OneModel(), LOADER, counts, Schedulers.immediate());
        model.refresh().block();
        return new ShadowScoring(model, this::keep, counts, Clock.systemUTC(), capacity);
    }

    private Mono<Void> keep(List<ShadowScore> scores) {
        return Mono.fromRunnable(() -> {
            kept.addAll(scores);
            appended.countDown();
        });
    }

    /** A registry of one model. */
    private static final class OneModel implements ModelSource {
        @Override
        public Mono<String> bearer(String alias) {
            return Mono.just(ArtifactReader.sha256(BYTES));
        }

        @Override
        public Mono<byte[]> artifact(String sha256) {
            return Mono.just(BYTES);
        }

        @Override
        public Mono<List<ArtifactSignature>> signatures(String sha256) {
            return Mono.just(List.of());
        }
    }

    private static final class Counts implements ShadowObserver {
        private final List<String> told = new ArrayList<>();

        @Override
        public void dropped() {
            told.add("dropped");
        }

        @Override
        public void compared(CreditScore given, CreditScore shadow) {
            told.add("compared");
        }

        @Override
        public void oneScored(boolean shadowScored) {
            told.add("one scored");
        }

        @Override
        public void failed() {
            told.add("failed");
        }

        @Override
        public void lost(int scores) {
            told.add("lost");
        }

        @Override
        public void refused(ProblemCode code) {
            told.add("refused");
        }
    }
}
