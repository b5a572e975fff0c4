package techflow.api.config;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.api.application.Objections;
import techflow.api.metrics.ObjectionMeters;

/** Counts the objections that are overdue, every minute. */
@Component
class ObjectionWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectionWatch.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Objections objections;
    private final ObjectionMeters meters;
    private final Disposable.Swap watch = Disposables.swap();

    ObjectionWatch(Objections objections, ObjectionMeters meters) {
        this.objections = objections;
        this.meters = meters;
    }

    @Override
    public void start() {
        watch.update(Flux.interval(Duration.ZERO, PERIOD)
                .onBackpressureDrop()
                .concatMap(tick -> look(), 1)
                .subscribe());
    }

    @Override
    public void stop() {
        watch.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return watch.get() instanceof Disposable running && !running.isDisposed();
    }

    private Mono<Void> look() {
        return objections
                .overdue()
                .doOnNext(meters::overdue)
                .then()
                .onErrorResume(error -> Mono.fromRunnable(
                        () -> LOG.warn("overdue objections could not be counted: {}", error.getMessage())));
    }
}
