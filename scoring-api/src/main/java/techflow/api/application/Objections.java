package techflow.api.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.application.ScoreCommand.Caller;
import techflow.features.signal.SignalHeader;
import techflow.features.snapshot.AsOf;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditKind;

/** Files, shows and answers objections. A correction scores the firm again. A tenant sees its own only. */
public final class Objections {
    private final ObjectionBook book;
    private final FindScore scores;
    private final ScoreEnterprise scoreEnterprise;
    private final Clock clock;

    public Objections(ObjectionBook book, FindScore scores, ScoreEnterprise scoreEnterprise, Clock clock) {
        this.book = book;
        this.scores = scores;
        this.scoreEnterprise = scoreEnterprise;
        this.clock = clock;
    }

    /** Files one. Fails with SCORE_UNKNOWN when it is about a score that the tenant did not get about this firm. */
    public Mono<Objection> file(Objection.Claim claim, Caller caller) {
        Instant now = now();
        var objection = new Objection(
                ScoreIds.next(now), caller.tenant(), claim, now, caller.client(), Optional.empty(), Optional.empty());
        AuditEvent event = event(AuditKind.OBJECTION_FILED, objection, caller, now)
                .with("itemKind", claim.kind().name())
                .with("item", claim.item())
                .with("dueOn", objection.dueOn().toString());
        return requireScore(claim, caller)
                .then(Mono.defer(() -> book.keep(objection, event)))
                .thenReturn(objection);
    }

    /** By id; fails with OBJECTION_UNKNOWN when there is none or it belongs to another tenant. */
    public Mono<Objection> find(String id, String tenant) {
        return Mono.just(id)
                .filter(ScoreIds::hasForm)
                .flatMap(book::find)
                .filter(found -> found.tenant().equals(tenant))
                .switchIfEmpty(Mono.error(() -> new RecordFault(
                        ProblemCode.OBJECTION_UNKNOWN, "No objection with this id is known to this caller")));
    }

    /** Those of a tenant, filed last first. @param enterprise code, empty for all */
    public Mono<Slice<Objection>> list(
            String tenant, String enterprise, boolean overdueOnly, Optional<String> cursor, int limit) {
        cursor.ifPresent(Slice::requireId);
        Optional<LocalDate> day = overdueOnly ? Optional.of(today()) : Optional.empty();
        return book.list(new ObjectionBook.Filter(tenant, enterprise, day), cursor, limit + 1)
                .map(found -> Slice.of(found, limit, Objection::id));
    }

    /** How many of all tenants are open after their last day. */
    public Mono<Long> overdue() {
        return book.overdue(today());
    }

    /**
     * Answers one and, when something was corrected, scores the firm again as the contested or the latest score was asked
     * for. Fails with OBJECTION_CLOSED when it was answered before. That the firm cannot be scored again, for want of a
     * live authorisation for instance, is told in the answer and undoes nothing.
     */
    public Mono<Objection> answer(
            Objection objection, Objection.Outcome outcome, String text, String correction, Caller caller) {
        var answer = new Objection.Answer(outcome, text, correction, now(), caller.client());
        AuditEvent event = event(AuditKind.OBJECTION_ANSWERED, objection, caller, answer.at())
                .with("outcome", outcome.name())
                .with("text", text)
                .with("correction", correction);
        return book.answer(objection.id(), answer, event)
                .filter(kept -> kept)
                .switchIfEmpty(Mono.error(() -> new RecordFault(
                        ProblemCode.OBJECTION_CLOSED,
                        "This objection was answered before; file a new one when something else is wrong")))
                .filter(kept -> outcome == Objection.Outcome.CORRECTED)
                .flatMap(kept -> rescore(objection, caller))
                .then(Mono.defer(() -> find(objection.id(), caller.tenant())));
    }

    private Mono<Void> rescore(Objection objection, Caller caller) {
        return contested(objection)
                .flatMap(id -> scores.find(id, caller.tenant()))
                .flatMap(old -> scoreEnterprise.score(again(old.command(), caller)))
                .map(score -> new Objection.Rescore(score.scoreId(), ""))
                .onErrorResume(
                        RecordFault.class,
                        fault ->
                                Mono.just(new Objection.Rescore("", fault.code().name())))
                .flatMap(rescore -> book.rescored(
                        objection.id(),
                        rescore,
                        event(AuditKind.OBJECTION_RESCORED, objection, caller, now())
                                .with("scoreId", rescore.scoreId())
                                .with("refused", rescore.refused())));
    }

    private Mono<String> contested(Objection objection) {
        return objection.claim().kind() == Objection.ItemKind.SCORE
                ? Mono.just(objection.claim().item())
                : book.latestScore(objection);
    }

    private ScoreCommand again(ScoreCommand old, Caller caller) {
        return new ScoreCommand(old.enterprise(), new AsOf(now()), old.purpose(), old.authorisationId(), caller);
    }

    private Mono<Void> requireScore(Objection.Claim claim, Caller caller) {
        return claim.kind() == Objection.ItemKind.SCORE
                ? scores.find(claim.item(), caller.tenant())
                        .filter(found -> found.command().enterprise().equals(claim.enterprise()))
                        .switchIfEmpty(Mono.error(() ->
                                new RecordFault(ProblemCode.SCORE_UNKNOWN, "This score is about another enterprise")))
                        .then()
                : Mono.empty();
    }

    private static AuditEvent event(AuditKind kind, Objection objection, Caller caller, Instant at) {
        return AuditEvent.of(kind, at, caller.tenant(), caller.client())
                .about(objection.claim().enterprise().code())
                .on(objection.id())
                .with("channel", caller.channel().name())
                .with("requestId", caller.requestId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return clock.instant().atZone(SignalHeader.CHINA).toLocalDate();
    }
}
