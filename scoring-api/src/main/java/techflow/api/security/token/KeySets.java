package techflow.api.security.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/**
 * The issuer's keys, remembered. One fetch at a time, shared by all who wait for it; a key id that is not in the set causes a
 * fetch only when the last one is old enough.
 */
final class KeySets {
    private static final Logger LOG = LoggerFactory.getLogger(KeySets.class);

    private final JwkSource source;
    private final Age age;
    private final Clock clock;
    private final AtomicReference<Optional<Held>> held = new AtomicReference<>(Optional.empty());
    private final AtomicReference<@Nullable Mono<Held>> underWay = new AtomicReference<>();
    private volatile Instant lastTry = Instant.MIN;

    /**
     * How old keys may be.
     *
     * @param fresh until then nobody asks the issuer again
     * @param grace until then old keys go on while the issuer is silent, after it they do not
     * @param pause shortest time between two fetches
     */
    record Age(Duration fresh, Duration grace, Duration pause) {}

    private record Held(JWKSet keys, Instant since) {}

    KeySets(JwkSource source, Age age, Clock clock) {
        this.source = source;
        this.age = age;
        this.clock = clock;
    }

    /** A set that holds the key id if the issuer has it; fails with ISSUER_UNAVAILABLE when there is no set that may be used. */
    Mono<JWKSet> having(@Nullable String keyId) {
        return Mono.defer(() -> {
            Optional<Held> now = held.get();
            boolean known = now.filter(h -> keyId == null || h.keys().getKeyByKeyId(keyId) != null)
                    .isPresent();
            if (now.isPresent() && known && isYounger(now.get(), age.fresh())) {
                return Mono.just(now.get().keys());
            }
            return mayAsk() ? fetched().map(Held::keys) : usable(now);
        });
    }

    private boolean mayAsk() {
        return underWay.get() != null || !clock.instant().isBefore(lastTry.plus(age.pause()));
    }

    private Mono<Held> fetched() {
        Mono<Held> running = underWay.get();
        if (running != null) {
            return running;
        }
        Mono<Held> mine = source.fetch()
                .map(keys -> new Held(keys, clock.instant()))
                .doOnNext(fresh -> held.set(Optional.of(fresh)))
                .doOnError(fault -> LOG.warn("the keys of the token issuer cannot be fetched: {}", fault.toString()))
                .onErrorResume(
                        fault -> usable(held.get()).map(keys -> held.get().orElseThrow()))
                .doFinally(end -> underWay.set(null))
                .cache();
        if (underWay.compareAndSet(null, mine)) {
            lastTry = clock.instant();
        }
        Mono<Held> first = underWay.get();
        return first == null ? mine : first;
    }

    private Mono<JWKSet> usable(Optional<Held> set) {
        return set.filter(h -> isYounger(h, age.grace()))
                .map(h -> Mono.just(h.keys()))
                .orElseGet(() -> Mono.error(new PlatformFault(
                        ProblemCode.ISSUER_UNAVAILABLE, "The token issuer's keys cannot be fetched", null)));
    }

    private boolean isYounger(Held set, Duration limit) {
        return clock.instant().isBefore(set.since().plus(limit));
    }
}
