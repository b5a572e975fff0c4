package techflow.api.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import reactor.core.publisher.Mono;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditHash;
import techflow.scoring.audit.AuditKind;

/**
 * What the audit log says of a query.
 *
 * <p>Two hashes are told apart. {@link #contentHash} is known before the score is written and stands in the answer as
 * {@code auditHash}: SHA-256 of the canonical event about who asked what, why, by which model, with which inputs and which
 * result. The event that is written holds it together with the hash of the answer. The link's hash follows from the row
 * before and is made by the database when the row is written; it stands in the audit log only.
 */
public final class ScoreAudit {
    private static final Set<ProblemCode> REFUSALS = Set.of(
            ProblemCode.AUTHORISATION_MISSING,
            ProblemCode.AUTHORISATION_EXPIRED,
            ProblemCode.AUTHORISATION_REVOKED,
            ProblemCode.AUTHORISATION_OUT_OF_SCOPE,
            ProblemCode.ENTERPRISE_UNKNOWN);

    private ScoreAudit() {}

    /** Whether a fault refuses a query about a firm; other faults gave nothing away and refused nobody. */
    private static boolean isRefusal(Throwable fault) {
        return fault instanceof RecordFault row && REFUSALS.contains(row.code());
    }

    /** The same work; when it refuses the query, that is on record before the caller hears it. */
    static <T> Mono<T> withRefusalsRecorded(Mono<T> work, ScoreCommand command, AuditLog audit, Clock clock) {
        return work.onErrorResume(
                ScoreAudit::isRefusal,
                fault -> audit.append(asked(AuditKind.QUERY_REFUSED, command, now(clock))
                                .with("code", ((RecordFault) fault).code().name()))
                        .then(Mono.error(fault)));
    }

    /** The event of a hypothetical question, for which the firm's data was looked at. */
    static AuditEvent supposed(ScoreCommand command, Clock clock) {
        return asked(AuditKind.WHAT_IF_QUERIED, command, now(clock));
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The event of an answered query. */
    public static AuditEvent answered(ScoreRecord entry) {
        AuditEvent content = content(entry);
        return content.with("auditHash", AuditHash.of(content.json()))
                .with("answerSha256", AuditHash.of(entry.answer()));
    }

    /** The hash that the answer carries; the record's answer is not in it. */
    static String contentHash(ScoreRecord entry) {
        return AuditHash.of(content(entry).json());
    }

    private static AuditEvent content(ScoreRecord entry) {
        return asked(AuditKind.SCORE_QUERIED, entry.command(), entry.requestedAt())
                .on(entry.scoreId())
                .with("modelSha256", entry.modelSha256())
                .with("settings", entry.settingsVersion())
                .with("peerTable", entry.peerTableId().orElse(""))
                .with("inputsSha256", AuditHash.of(entry.inputs()))
                .with("resultSha256", AuditHash.of(entry.result()));
    }

    private static AuditEvent asked(AuditKind kind, ScoreCommand command, Instant at) {
        ScoreCommand.Caller caller = command.caller();
        return AuditEvent.of(kind, at, caller.tenant(), caller.client())
                .about(command.enterprise().code())
                .with("asOf", command.asOf().instant().toString())
                .with("purpose", command.purpose().name())
                .with("authorisation", command.authorisationId())
                .with("channel", caller.channel().name())
                .with("requestId", caller.requestId());
    }
}
