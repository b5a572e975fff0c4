package techflow.api.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Remembers good keys for a short while; unknown ones are asked for again each time, and never fill the cache. */
public final class CachedApiKeys implements ApiKeys {
    private final ApiKeys keys;
    private final Duration keep;
    private final Clock clock;
    private final Map<String, Entry> cache = new ConcurrentHashMap<>();

    private record Entry(Client owner, Instant until) {}

    public CachedApiKeys(ApiKeys keys, Duration keep, Clock clock) {
        this.keys = keys;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Mono<Client> owner(String sha256) {
        return Mono.defer(() -> {
            Entry entry = cache.get(sha256);
            if (entry != null && clock.instant().isBefore(entry.until())) {
                return Mono.just(entry.owner());
            }
            cache.remove(sha256);
            return keys.owner(sha256).doOnNext(owner -> remember(sha256, owner));
        });
    }

    private void remember(String sha256, Client owner) {
        cache.put(sha256, new Entry(owner, clock.instant().plus(keep)));
    }
}
