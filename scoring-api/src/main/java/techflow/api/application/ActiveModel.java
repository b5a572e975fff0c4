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
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.registry.ModelAlias;

/**
 * The model that answers now. {@link #refresh} follows the registry: a new champion takes over only after it has
 * verified itself; one that is refused is remembered and not tried again until the champion changes.
 */
public final class ActiveModel {
    /** The alias whose bearer answers. */
    public static final String CHAMPION = ModelAlias.CHAMPION.word();

    private static final Logger LOG = LoggerFactory.getLogger(ActiveModel.class);

    private final ModelSource source;
    private final ModelLoader loader;
    private final ScoreLog log;
    private final ScoreObserver observer;
    private final Scheduler scheduler;
    private final AtomicReference<Optional<ServedModel>> active = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Refusal>> refused = new AtomicReference<>(Optional.empty());

    /**
     * Why a champion does not answer.
     *
     * @param sha256 the refused artefact
     * @param code the fault
     * @param message what is wrong
     */
    public record Refusal(String sha256, ProblemCode code, String message) {}

    /** @param scheduler where artefacts are read and verified */
    public ActiveModel(
            ModelSource source, ModelLoader loader, ScoreLog log, ScoreObserver observer, Scheduler scheduler) {
        this.source = source;
        this.loader = loader;
        this.log = log;
        this.observer = observer;
        this.scheduler = scheduler;
    }

    /** The model that answers, or the fault MODEL_UNAVAILABLE. */
    public ServedModel required() {
        return current()
                .orElseThrow(
                        () -> new PlatformFault(ProblemCode.MODEL_UNAVAILABLE, "No verified model is active", null));
    }

    public Optional<ServedModel> current() {
        return active.get();
    }

    /** The champion that was refused and is still the champion, empty when all is well. */
    public Optional<Refusal> refusal() {
        return refused.get();
    }

    /** Looks at the registry once. Completes when the champion answers or is refused; fails when the store does. */
    public Mono<Void> refresh() {
        return source.bearer(CHAMPION).filter(this::isNews).flatMap(this::take);
    }

    private boolean isNews(String sha256) {
        boolean serving =
                current().filter(model -> model.ref().sha256().equals(sha256)).isPresent();
        if (serving) {
            refused.set(Optional.empty());
        }
        return !serving && refused.get().filter(r -> r.sha256().equals(sha256)).isEmpty();
    }

    private Mono<Void> take(String sha256) {
        return source.artifact(sha256)
                .publishOn(scheduler)
                .map(bytes -> loader.load(bytes, sha256, CHAMPION))
                .flatMap(model -> log.keepSettings(
                                model.settings().version(), model.settings().text())
                        .thenReturn(model))
                .doOnNext(this::activate)
                .then()
                .onErrorResume(ModelFault.class, fault -> Mono.fromRunnable(() -> refuse(sha256, fault)));
    }

    private void activate(ServedModel model) {
        active.set(Optional.of(model));
        refused.set(Optional.empty());
        observer.modelActivated(model);
        LOG.info(
                "model {} {} ({}) answers now",
                model.ref().id(),
                model.ref().version(),
                model.ref().sha256().substring(0, 12));
    }

    private void refuse(String sha256, ModelFault fault) {
        refused.set(Optional.of(new Refusal(sha256, fault.code(), String.valueOf(fault.getMessage()))));
        observer.modelRefused(fault.code());
        LOG.error(
                "champion {} is refused: {}: {}; {}",
                sha256.substring(0, 12),
                fault.code(),
                fault.getMessage(),
                current()
                        .map(m -> "version " + m.ref().version() + " goes on answering")
                        .orElse("no model answers"));
    }
}
