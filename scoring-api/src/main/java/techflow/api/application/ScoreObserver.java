package techflow.api.application;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import techflow.api.serving.ServedModel;
import techflow.problem.ProblemCode;
import techflow.scoring.score.ScoringResult;

/** Told of everything that monitoring counts. */
public interface ScoreObserver {
    void stageTook(Stage stage, Duration duration);

    /** An answer was logged and leaves. */
    void answered(Channel channel, String modelVersion, ScoringResult result);

    /** No answer was given. */
    void failed(Channel channel, String modelVersion);

    void modelActivated(ServedModel model);

    /** A champion was refused; the previous model, if any, goes on. */
    void modelRefused(ProblemCode code);

    /** Times a computation. */
    default <T> T timed(Stage stage, Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            stageTook(stage, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** Times from subscription to the end, whatever the end. */
    default <T> Mono<T> timed(Stage stage, Mono<T> work) {
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            return work.doOnTerminate(() -> stageTook(stage, Duration.ofNanos(System.nanoTime() - begin)));
        });
    }
}
