package techflow.api.config;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.api.application.ActiveModel;
import techflow.api.application.ActivePeers;
import techflow.api.application.ShadowModel;
import techflow.api.persistence.SchemaVersion;

/** Follows the peer tables and the registry: at start and then every few seconds. A wrong schema or a silent store is told once, not each time. */
@Component
class ModelWatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ModelWatcher.class);

    private final ActiveModel activeModel;
    private final ActivePeers peers;
    private final ShadowModel shadow;
    private final SchemaVersion schema;
    private final Duration period;
    private final AtomicReference<String> lastTrouble = new AtomicReference<>("");
    private final Disposable.Swap watch = Disposables.swap();

    ModelWatcher(
            ActiveModel activeModel,
            ActivePeers peers,
            ShadowModel shadow,
            SchemaVersion schema,
            ScoringProperties properties) {
        this.activeModel = activeModel;
        this.peers = peers;
        this.shadow = shadow;
        this.schema = schema;
        this.period = properties.modelPoll();
    }

    @Override
    public void start() {
        watch.update(Flux.interval(Duration.ZERO, period)
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
        return schema.require()
                .then(Mono.defer(
                        peers::refresh)) // first, so that no model answers without the tables it was trained with
                .then(Mono.defer(activeModel::refresh))
                .then(Mono.defer(shadow::refresh))
                .doOnSuccess(done -> settle())
                .onErrorResume(error -> Mono.fromRunnable(() -> tell(String.valueOf(error.getMessage()))));
    }

    private void settle() {
        if (activeModel.current().isEmpty() && activeModel.refusal().isEmpty()) {
            tell("no champion is registered; promote a model");
        } else {
            lastTrouble.set("");
        }
    }

    private void tell(String trouble) {
        if (!trouble.equals(lastTrouble.getAndSet(trouble))) {
            LOG.error("the model registry cannot be followed: {}", trouble);
        }
    }
}
