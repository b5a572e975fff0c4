package techflow.api.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import techflow.api.answer.AnswerComposer;
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
    private final ScoreObserver observer;
    private final ActivePeers peers;
    private final AuthorisationCheck authorisations;
    private final AuditLog audit;
    private final AnswerComposer composer;
    private final Scheduler scheduler;
    private final Clock clock;

    /** What the use case works with. */
    public record Ports(
            SnapshotReader snapshots,
            EnterpriseDirectory directory,
            ScoreLog log,
            ScoreObserver observer,
            ActivePeers peers,
            AuthorisationCheck authorisations,
            AuditLog audit) {}

    /** @param scheduler bounded; a full queue makes the request fail with OVERLOADED */
    public ScoreEnterprise(
            ActiveModel activeModel, Ports ports, AnswerComposer composer, Scheduler scheduler, Clock clock) {
        this.activeModel = activeModel;
        this.snapshots = ports.snapshots();
        this.directory = ports.directory();
        this.log = ports.log();
        this.observer = ports.observer();
        this.peers = ports.peers();
        this.authorisations = ports.authorisations();
        this.audit = ports.audit();
        this.composer = composer;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * The logged score. Fails with AUTHORISATION_MISSING and its sisters before anything of the firm is looked at, with ENTERPRISE_UNKNOWN, MODEL_UNAVAILABLE, STORE_UNAVAILABLE or OVERLOADED; a firm that
     * cannot be scored is an answer.
     */
    public Mono<ScoreRecord> score(ScoreCommand command) {
        Channel channel = command.caller().channel();
        return Mono.fromSupplier(activeModel::required)
                .flatMap(model -> authorisations.admit(command).flatMap(standing -> answer(command, model, standing)))
                .onErrorResume(ScoreAudit::isRefusal, fault -> refuse(command, (RecordFault) fault))
                .doOnError(fault -> observer.failed(channel, servedVersion()));
    }

    private Mono<ScoreRecord> answer(ScoreCommand command, ServedModel model, LegalStanding standing) {
        return observer.timed(Stage.SNAPSHOT, snapshots.read(command.enterprise(), command.asOf()))
                .flatMap(snapshot -> refuseUnknown(snapshot).thenReturn(snapshot))
                .flatMap(snapshot -> compute(command, model, standing, snapshot))
                .flatMap(scored -> observer.timed(Stage.PERSIST, log.append(scored.entry()))
                        .then(Mono.fromSupplier(() -> leave(scored, model))));
    }

    private Mono<ScoreRecord> refuse(ScoreCommand command, RecordFault fault) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return audit.append(ScoreAudit.refused(command, fault.code(), now)).then(Mono.error(fault));
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

    private Mono<Computed> compute(ScoreCommand command, ServedModel model, LegalStanding standing, Snapshot snapshot) {
        return Mono.fromSupplier(() -> computeNow(command, model, standing, snapshot))
                .subscribeOn(scheduler)
                .onErrorMap(
                        RejectedExecutionException.class,
                        e -> new PlatformFault(ProblemCode.OVERLOADED, "The scoring queue is full", e));
    }

    private Computed computeNow(ScoreCommand command, ServedModel model, LegalStanding standing, Snapshot snapshot) {
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
                standing.objections(),
                ScoreAudit.contentHash(draft));
        String answer = observer.timed(
                Stage.RENDER, () -> AnswerJson.write(composer.compose(request, model, snapshot, vector, result)));
        return new Computed(draft.answered(answer), result);
    }

    private ScoreRecord leave(Computed computed, ServedModel model) {
        Channel channel = computed.entry().command().caller().channel();
        observer.answered(channel, model.ref().version(), computed.result());
        return computed.entry();
    }

    private String servedVersion() {
        return activeModel.current().map(model -> model.ref().version()).orElse("none");
    }

    private record Computed(ScoreRecord entry, ScoringResult result) {}
}
