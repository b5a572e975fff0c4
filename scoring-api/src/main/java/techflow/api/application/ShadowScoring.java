package techflow.api.application;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import techflow.api.serving.ServedModel;
import techflow.features.definition.FeatureVector;
import techflow.scoring.score.CreditScore;
import techflow.scoring.score.ScoringResult;

/**
 * Scores again what was answered, by the shadow model, on a thread of its own and after the fact. What does not fit into the
 * queue is dropped and counted: the answers of the champion are never slowed and never fail because of it.
 */
public final class ShadowScoring implements Shadow, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowScoring.class);
    private static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ShadowModel model;
    private final ShadowLog log;
    private final ShadowObserver observer;
    private final Clock clock;
    private final BlockingQueue<Given> queue;

    private record Given(String scoreId, FeatureVector vector, Optional<CreditScore> credit) {}

    /** @param capacity answers that may wait, 1 or more */
    public ShadowScoring(ShadowModel model, ShadowLog log, ShadowObserver observer, Clock clock, int capacity) {
        this.model = model;
        this.log = log;
        this.observer = observer;
        this.clock = clock;
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    @Override
    public void offer(String scoreId, FeatureVector vector, ScoringResult given) {
        if (model.current().isPresent() && !queue.offer(new Given(scoreId, vector, credit(given)))) {
            observer.dropped();
        }
    }

    /** Answers that wait to be compared. */
    public int waiting() {
        return queue.size();
    }

    /** Works until the thread is interrupted. */
    @Override
    public void run() {
        List<Given> batch = new ArrayList<>(BATCH);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                model.current().ifPresent(current -> compare(current, batch));
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service ends
        }
    }

    private void compare(ServedModel current, List<Given> batch) {
        List<ShadowScore> scores = new ArrayList<>(batch.size());
        for (Given given : batch) {
            score(current, given).ifPresent(scores::add);
        }
        keep(scores);
    }

    private Optional<ShadowScore> score(ServedModel current, Given given) {
        try {
            Optional<CreditScore> credit = current.pipeline().credit(given.vector());
            tell(given.credit(), credit);
            return Optional.of(new ShadowScore(
                    given.scoreId(), current.ref().sha256(), clock.instant().truncatedTo(ChronoUnit.MICROS), credit));
        } catch (RuntimeException e) { // whatever a model under trial does stays here
            observer.failed();
            LOG.warn("the shadow model {} failed on score {}", current.ref().version(), given.scoreId(), e);
            return Optional.empty();
        }
    }

    private void tell(Optional<CreditScore> given, Optional<CreditScore> shadow) {
        if (given.isPresent() && shadow.isPresent()) {
            observer.compared(given.get(), shadow.get());
        } else if (given.isPresent() != shadow.isPresent()) {
            observer.oneScored(shadow.isPresent());
        }
    }

    private void keep(List<ShadowScore> scores) {
        try {
            log.append(scores).block(PATIENCE);
        } catch (RuntimeException e) { // the store's faults, and its silence
            observer.lost(scores.size());
            LOG.warn("{} shadow scores are lost: {}", scores.size(), e.getMessage());
        }
    }

    private static Optional<CreditScore> credit(ScoringResult result) {
        return switch (result) {
            case ScoringResult.Scored scored ->
                Optional.of(new CreditScore(scored.logOdds(), scored.score(), scored.grade()));
            case ScoringResult.NotScorable refused -> Optional.empty();
        };
    }
}
