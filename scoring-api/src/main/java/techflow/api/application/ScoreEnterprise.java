package techflow.api.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import techflow.api.answer.AnswerComposer;
import techflow.api.answer.AnswerContext;
import techflow.api.answer.AnswerJson;
import techflow.api.answer.AnswerRequest;
import techflow.api.serving.ServedModel;
import techflow.features.definition.FeatureVector;
import techflow.features.snapshot.Snapshot;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ResultJson;
import techflow.scoring.artifact.VectorJson;
import techflow.scoring.score.ScoringResult;

/**
 * Scores one firm: authorisation, snapshot, features, model, answer, log. The answer leaves only after it is logged, a
 * refusal only after it is in the audit log.
 */
public final class ScoreEnterprise {
    private final ActiveModel activeModel;
    private final SnapshotReader snapshots;
    private final EnterpriseDirectory directory;
    private final ScoreLog log;
    private final ScoreHistory history;
    private final ScoreObserver observer;
    private final ActivePeers peers;
    private final AuthorisationCheck authorisations;
    private final AuditLog audit;
    private final Shadow shadow;
    private final AnswerComposer composer;
    private final Scheduler scheduler;
    private final Clock clock;

    /** What the use case works with. */
    public record Ports(
            SnapshotReader snapshots,
            EnterpriseDirectory directory,
            ScoreLog log,
            ScoreHistory history,
            ScoreObserver observer,
            ActivePeers peers,
            AuthorisationCheck authorisations,
            AuditLog audit,
            Shadow shadow) {}

    /** @param scheduler bounded; a full queue makes the request fail with OVERLOADED */
    public ScoreEnterprise(
            ActiveModel activeModel, Ports ports, AnswerComposer composer, Scheduler scheduler, Clock clock) {
        this.activeModel = activeModel;
        this.snapshots = ports.snapshots();
        this.directory = ports.directory();
        this.log = ports.log();
        this.history = ports.history();
        this.observer = ports.observer();
        this.peers = ports.peers();
        this.authorisations = ports.authorisations();
        this.audit = ports.audit();
        this.shadow = ports.shadow();
        this.composer = composer;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * The logged score. Fails with AUTHORISATION_MISSING and its sisters before anything of the firm is looked at, with
     * ENTERPRISE_UNKNOWN, MODEL_UNAVAILABLE, STORE_UNAVAILABLE or OVERLOADED; a firm that cannot be scored is an answer.
     */
    public Mono<ScoreRecord> score(ScoreCommand command) {
        Channel channel = command.caller().channel();
        Mono<ScoreRecord> score = Mono.fromSupplier(activeModel::required)
                .flatMap(model -> authorisations.admit(command).flatMap(standing -> answer(command, model, standing)));
        return ScoreAudit.withRefusalsRecorded(score, command, audit, clock)
                .doOnError(fault -> !isReplay(fault), fault -> observer.failed(channel, servedVersion()));
    }

    /** Who comes second with a key gets the first answer: nothing failed. */
    private static boolean isReplay(Throwable fault) {
        return fault instanceof RecordFault row && row.code() == ProblemCode.IDEMPOTENCY_KEY_IN_USE;
    }

    private Mono<ScoreRecord> answer(ScoreCommand command, ServedModel model, LegalStanding standing) {
        return observer.timed(Stage.SNAPSHOT, known(command, model, standing))
                .flatMap(known -> refuseUnknown(known.snapshot()).thenReturn(known))
                .flatMap(known -> compute(command, model, known))
                .flatMap(scored -> observer.timed(Stage.PERSIST, log.append(scored.entry()))
                        .then(Mono.fromSupplier(() -> leave(scored, model))));
    }

    /** Both questions at once: the one for the score before is the quicker one. */
    private Mono<Known> known(ScoreCommand command, ServedModel model, LegalStanding standing) {
        Mono<Optional<AnswerContext.Previous>> previous = history.before(
                        command.caller().tenant(),
                        command.enterprise(),
                        model.ref().sha256(),
                        command.asOf())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return Mono.zip(
                snapshots.read(command.enterprise(), command.asOf()),
                previous,
                (snapshot, before) -> new Known(snapshot, before, standing));
    }

    private Mono<Void> refuseUnknown(Snapshot snapshot) {
        if (!snapshot.isEmpty()) {
            return Mono.empty();
        }
        return directory
                .find(snapshot.enterprise())
                .switchIfEmpty(Mono.error(() ->
                        new RecordFault(ProblemCode.ENTERPRISE_UNKNOWN, "No enterprise with this code is known here")))
                .then();
    }

    private Mono<Computed> compute(ScoreCommand command, ServedModel model, Known known) {
        return Mono.fromSupplier(() -> computeNow(command, model, known))
                .subscribeOn(scheduler)
                .onErrorMap(
                        RejectedExecutionException.class,
                        e -> new PlatformFault(ProblemCode.OVERLOADED, "The scoring queue is full", e));
    }

    private Computed computeNow(ScoreCommand command, ServedModel model, Known known) {
        Snapshot snapshot = known.snapshot();
        ActivePeers.Bound bound = peers.current();
        FeatureVector vector =
                observer.timed(Stage.FEATURES, () -> bound.catalog().compute(snapshot));
        ScoringResult result =
                observer.timed(Stage.SCORE, () -> model.pipeline().score(vector));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String scoreId = ScoreIds.next(now);
        ScoreRecord draft = new ScoreRecord(
                scoreId,
                now,
                command,
                model.ref().sha256(),
                model.settings().version(),
                bound.tableId(snapshot.asOf()),
                VectorJson.write(vector),
                ResultJson.write(result),
                "");
        var request = new AnswerRequest(
                scoreId,
                command.caller().requestId(),
                command.authorisationId(),
                command.purpose().name(),
                now,
                known.standing().objections(),
                ScoreAudit.contentHash(draft));
        var context = new AnswerContext(known.previous(), bound.tables());
        String answer = observer.timed(
                Stage.RENDER,
                () -> AnswerJson.write(composer.compose(request, model, snapshot, vector, result, context)));
        return new Computed(draft.answered(answer), vector, result);
    }

    private ScoreRecord leave(Computed computed, ServedModel model) {
        Channel channel = computed.entry().command().caller().channel();
        observer.answered(channel, model.ref().version(), computed.result());
        shadow.offer(computed.entry().scoreId(), computed.vector(), computed.result());
        return computed.entry();
    }

    private String servedVersion() {
        return activeModel.current().map(model -> model.ref().version()).orElse("none");
    }

    private record Known(Snapshot snapshot, Optional<AnswerContext.Previous> previous, LegalStanding standing) {}

    private record Computed(ScoreRecord entry, FeatureVector vector, ScoringResult result) {}
}
