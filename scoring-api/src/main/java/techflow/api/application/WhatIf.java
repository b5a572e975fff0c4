package techflow.api.application;

import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import techflow.api.serving.ServedModel;
import techflow.features.definition.FeatureVector;
import techflow.features.snapshot.Snapshot;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.score.ScoringResult;

/** What the model would say of a firm if it were otherwise. Never a score: nothing is logged but the query itself. */
public final class WhatIf {
    private final ActiveModel activeModel;
    private final ActivePeers peers;
    private final SnapshotReader snapshots;
    private final QueryGuard guard;
    private final Scheduler scheduler;

    /** The firm as it is and as it was supposed, by one model. */
    public record Outcome(ScoreCommand command, ServedModel model, Case base, Case changed) {}

    /** One vector and what the model says of it. */
    public record Case(FeatureVector vector, ScoringResult result) {}

    /** @param scheduler bounded; a full queue makes the request fail with OVERLOADED */
    public WhatIf(
            ActiveModel activeModel,
            ActivePeers peers,
            SnapshotReader snapshots,
            QueryGuard guard,
            Scheduler scheduler) {
        this.activeModel = activeModel;
        this.peers = peers;
        this.snapshots = snapshots;
        this.guard = guard;
        this.scheduler = scheduler;
    }

    /**
     * Both cases. Fails as a score does, with REQUEST_INVALID when the supposition breaks a rule, and with
     * ENTERPRISE_UNKNOWN for a firm of which nothing is known.
     */
    public Mono<Outcome> ask(ScoreCommand command, Supposition supposition) {
        return Mono.fromSupplier(activeModel::required)
                .flatMap(model -> guard.admit(command)
                        .then(Mono.defer(() -> snapshots.read(command.enterprise(), command.asOf())))
                        .flatMap(snapshot -> Mono.fromSupplier(() -> compute(command, model, snapshot, supposition))
                                .subscribeOn(scheduler)))
                .onErrorMap(
                        RejectedExecutionException.class,
                        e -> new PlatformFault(ProblemCode.OVERLOADED, "The scoring queue is full", e));
    }

    private Outcome compute(ScoreCommand command, ServedModel model, Snapshot snapshot, Supposition supposition) {
        if (snapshot.isEmpty()) {
            throw new RecordFault(ProblemCode.ENTERPRISE_UNKNOWN, "Nothing is known of an enterprise with this code");
        }
        ActivePeers.Bound bound = peers.current();
        FeatureVector base = bound.catalog().compute(snapshot);
        FeatureVector changed = supposition.applied(bound.catalog(), snapshot, base, bound.tables());
        return new Outcome(
                command,
                model,
                new Case(base, model.pipeline().score(base)),
                new Case(changed, model.pipeline().score(changed)));
    }
}
