package techflow.api.application;

import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.audit.AuditEvent;

/** Where authorisations are kept. Grants and revocations are events: nothing is changed or removed. */
public interface AuthorisationRegister {
    /**
     * Keeps a grant and its audit event together. Answers with what is kept under the tenant's number for the enterprise,
     * which is another one when the number was filed before.
     */
    Mono<Authorisation> keep(Authorisation authorisation, AuditEvent event);

    /** Keeps a revocation and its audit event together; neither when it was revoked before. */
    Mono<Void> revoke(String id, Authorisation.Revocation revocation, AuditEvent event);

    /** By our id, empty when there is none. */
    Mono<Authorisation> find(String id);

    /** A tenant's authorisations of one enterprise, filed last first, at most {@code limit}, those before an id. */
    Mono<List<Authorisation>> list(String tenant, EnterpriseId enterprise, Optional<String> before, int limit);
}
