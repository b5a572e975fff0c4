package techflow.api.config;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.api.application.RequestKeys;

/** Removes request keys past their retention, now and then. A store that does not answer is asked again next time. */
final class KeySweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KeySweep.class);

    private final RequestKeys keys;
    private final Duration retention;
    private final Duration period;
    private final Clock clock;
    private final Disposable.Swap work = Disposables.swap();

    KeySweep(RequestKeys keys, IdempotencyProperties properties, Clock clock) {
        this.keys = keys;
        this.retention = properties.retention();
        this.period = properties.sweep();
        this.clock = clock;
    }

    @Override
    public void start() {
        work.update(Flux.interval(period)
                .onBackpressureDrop()
                .concatMap(tick -> sweep(), 1)
                .subscribe());
    }

    @Override
    public void stop() {
        work.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return work.get() instanceof Disposable running && !running.isDisposed();
    }

    private Mono<Void> sweep() {
        return keys.sweep(clock.instant().minus(retention))
                .doOnNext(count -> LOG.debug("{} request keys were past their retention", count))
                .then()
                .onErrorResume(fault -> Mono.fromRunnable(
                        () -> LOG.warn("request keys could not be swept: {}", String.valueOf(fault.getMessage()))));
    }
}
