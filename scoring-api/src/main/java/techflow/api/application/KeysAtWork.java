package techflow.api.application;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/**
 * The requests that this instance is answering, by key: a second one with the same key waits for nothing and is told so.
 * Two instances are kept apart by the database, where only one answer can bear the key.
 */
public final class KeysAtWork {
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /** The work, unless the key is at work already: then IDEMPOTENCY_KEY_IN_USE. */
    public <T> Mono<T> alone(String tenant, RequestKey key, Mono<T> work) {
        return Mono.using(() -> take(tenant, key), taken -> work, running::remove);
    }

    /** The same for a stream. */
    public <T> Flux<T> alone(String tenant, RequestKey key, Flux<T> work) {
        return Flux.using(() -> take(tenant, key), taken -> work, running::remove);
    }

    private String take(String tenant, RequestKey key) {
        String name = tenant + '\n' + key.scope() + '\n' + key.key();
        if (!running.add(name)) {
            throw inUse();
        }
        return name;
    }

    /** The fault of a key whose first request has no answer yet. */
    public static RecordFault inUse() {
        return new RecordFault(
                ProblemCode.IDEMPOTENCY_KEY_IN_USE,
                "The first request with this Idempotency-Key is still being answered; send it again later");
    }
}
