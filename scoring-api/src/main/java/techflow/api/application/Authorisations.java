package techflow.api.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import techflow.api.application.ScoreCommand.Caller;
import techflow.features.signal.EnterpriseId;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditKind;

/** Files, shows and revokes authorisations. A tenant sees its own only. */
public final class Authorisations {
    private final AuthorisationRegister register;
    private final Clock clock;

    /** What filing gave: the authorisation, and whether it is new or was filed before with the same terms. */
    public record Filed(Authorisation authorisation, boolean isNew) {}

    public Authorisations(AuthorisationRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** Files a grant. The same grant twice is filed once; fails with REQUEST_INVALID when the number bears other terms. */
    public Mono<Filed> file(Authorisation.Terms terms, Caller caller) {
        Instant now = now();
        Authorisation fresh =
                new Authorisation(ScoreIds.next(now), caller.tenant(), terms, now, caller.client(), Optional.empty());
        return register.keep(fresh, granted(fresh, caller)).flatMap(kept -> filed(fresh, kept));
    }

    private static Mono<Filed> filed(Authorisation fresh, Authorisation kept) {
        return kept.terms().equals(fresh.terms())
                ? Mono.just(new Filed(kept, kept.id().equals(fresh.id())))
                : Mono.error(new RecordFault(
                        ProblemCode.REQUEST_INVALID,
                        "The number is taken",
                        List.of(new Violation(
                                "authorisationId",
                                "must not be filed yet for this enterprise with other terms",
                                fresh.terms().number(),
                                "give a new grant a new number; see GET /v1/authorisations/" + kept.id()))));
    }

    /** By our id; fails with AUTHORISATION_UNKNOWN when there is none or it belongs to another tenant. */
    public Mono<Authorisation> find(String id, String tenant) {
        return Mono.just(id)
                .filter(ScoreIds::hasForm)
                .flatMap(register::find)
                .filter(found -> found.tenant().equals(tenant))
                .switchIfEmpty(Mono.error(() -> new RecordFault(
                        ProblemCode.AUTHORISATION_UNKNOWN, "No authorisation with this id is known to this caller")));
    }

    /** Those of one enterprise, filed last first. */
    public Mono<Slice<Authorisation>> list(String tenant, EnterpriseId enterprise, Optional<String> cursor, int limit) {
        cursor.ifPresent(Slice::requireId);
        return register.list(tenant, enterprise, cursor, limit + 1)
                .map(found -> Slice.of(found, limit, Authorisation::id));
    }

    /** Ends it now. One that was revoked before stays as it was. Fails as {@link #find}. */
    public Mono<Authorisation> revoke(Authorisation authorisation, String reason, Caller caller) {
        var revocation = new Authorisation.Revocation(now(), caller.client(), reason);
        AuditEvent event = event(AuditKind.AUTHORISATION_REVOKED, authorisation, caller, revocation.at())
                .with("reason", reason);
        return register.revoke(authorisation.id(), revocation, event)
                .then(Mono.defer(() -> find(authorisation.id(), caller.tenant())));
    }

    private static AuditEvent granted(Authorisation authorisation, Caller caller) {
        Authorisation.Terms terms = authorisation.terms();
        return event(AuditKind.AUTHORISATION_GRANTED, authorisation, caller, authorisation.filedAt())
                .with("purposes", terms.purposes().stream().map(Enum::name).collect(Collectors.joining(",")))
                .with("grantedAt", terms.grantedAt().toString())
                .with("expiresAt", terms.expiresAt().toString())
                .with("evidenceSha256", terms.evidenceSha256());
    }

    private static AuditEvent event(AuditKind kind, Authorisation authorisation, Caller caller, Instant at) {
        return AuditEvent.of(kind, at, caller.tenant(), caller.client())
                .about(authorisation.terms().enterprise().code())
                .on(authorisation.id())
                .with("authorisation", authorisation.terms().number())
                .with("channel", caller.channel().name())
                .with("requestId", caller.requestId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
