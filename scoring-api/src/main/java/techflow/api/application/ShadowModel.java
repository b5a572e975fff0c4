package techflow.api.application;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import techflow.api.serving.ModelLoader;
import techflow.api.serving.ServedModel;
import techflow.problem.ModelFault;
import techflow.scoring.registry.ModelAlias;

/** The model that scores unheard now. It follows the alias {@code shadow} and is checked as a champion is. */
public final class ShadowModel {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowModel.class);
    private static final String ALIAS = ModelAlias.SHADOW.word();

    private final ModelSource source;
    private final ModelLoader loader;
    private final ShadowObserver observer;
    private final Scheduler scheduler;
    private final AtomicReference<Optional<ServedModel>> active = new AtomicReference<>(Optional.empty());
    /** The bearer that was looked at last, taken or refused; empty at first. */
    private final AtomicReference<String> seen = new AtomicReference<>("");

    /** @param scheduler where artefacts are read and verified */
    public ShadowModel(ModelSource source, ModelLoader loader, ShadowObserver observer, Scheduler scheduler) {
        this.source = source;
        this.loader = loader;
        this.observer = observer;
        this.scheduler = scheduler;
    }

    public Optional<ServedModel> current() {
        return active.get();
    }

    /** Looks at the registry once. Completes when the bearer is used or refused; fails when the store does. */
    public Mono<Void> refresh() {
        return source.bearer(ALIAS).filter(sha256 -> !sha256.equals(seen.get())).flatMap(this::take);
    }

    private Mono<Void> take(String sha256) {
        return source.artifact(sha256)
                .publishOn(scheduler)
                .map(bytes -> loader.load(bytes, sha256, ALIAS))
                .doOnNext(model -> {
                    active.set(Optional.of(model));
                    LOG.info(
                            "model {} {} scores in the shadow now",
                            model.ref().id(),
                            model.ref().version());
                })
                .then()
                .onErrorResume(ModelFault.class, fault -> Mono.fromRunnable(() -> refuse(sha256, fault)))
                .then(Mono.fromRunnable(() -> seen.set(sha256)));
    }

    /** Nothing scores in the shadow then: an earlier model's numbers would be taken for this one's. */
    private void refuse(String sha256, ModelFault fault) {
        active.set(Optional.empty());
        observer.refused(fault.code());
        LOG.error("shadow model {} is refused: {}: {}", sha256.substring(0, 12), fault.code(), fault.getMessage());
    }
}
