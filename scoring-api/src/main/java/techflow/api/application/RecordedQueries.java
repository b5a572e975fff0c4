package techflow.api.application;

import java.time.Clock;
import reactor.core.publisher.Mono;

/** Lets a query pass that has a live authorisation, and puts it on the enterprise's record either way. */
public final class RecordedQueries implements QueryGuard {
    private final AuthorisationCheck authorisations;
    private final AuditLog audit;
    private final Clock clock;

    public RecordedQueries(AuthorisationCheck authorisations, AuditLog audit, Clock clock) {
        this.authorisations = authorisations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Mono<Void> admit(ScoreCommand command) {
        return ScoreAudit.withRefusalsRecorded(authorisations.admit(command), command, audit, clock)
                .then(Mono.defer(() -> audit.append(ScoreAudit.supposed(command, clock))));
    }
}
