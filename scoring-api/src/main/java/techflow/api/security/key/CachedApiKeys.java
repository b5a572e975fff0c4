package techflow.api.security.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/**
 * Remembers good keys for a short while, never beyond their end. Unknown ones are asked for again each time and never fill
 * the cache, which holds at most as many entries as there are keys.
 */
public final class CachedApiKeys implements ApiKeys {
    private final ApiKeys keys;
    private final Duration keep;
    private final Clock clock;
    private final Map<String, Entry> cache = new ConcurrentHashMap<>();

    private record Entry(Bearer bearer, Instant until) {}

    public CachedApiKeys(ApiKeys keys, Duration keep, Clock clock) {
        this.keys = keys;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Mono<Bearer> bearer(String sha256) {
        return Mono.defer(() -> {
            Entry entry = cache.get(sha256);
            if (entry != null && clock.instant().isBefore(entry.until())) {
                return Mono.just(entry.bearer());
            }
            return keys.bearer(sha256)
                    .doOnNext(bearer -> remember(sha256, bearer))
                    .switchIfEmpty(Mono.fromRunnable(() -> cache.remove(sha256)));
        });
    }

    @Override
    public boolean isFamiliar(String sha256) {
        return cache.containsKey(sha256);
    }

    private void remember(String sha256, Bearer bearer) {
        Instant forgotten = clock.instant().plus(keep);
        Instant until = bearer.ends().filter(forgotten::isAfter).orElse(forgotten);
        cache.put(sha256, new Entry(bearer, until));
    }
}
