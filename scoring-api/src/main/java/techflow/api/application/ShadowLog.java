package techflow.api.application;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where shadow scores are kept. */
@FunctionalInterface
public interface ShadowLog {
    /** Completes when all are durable; one that is there already stays as it is. Fails with STORE_UNAVAILABLE. */
    Mono<Void> append(List<ShadowScore> scores);
}
