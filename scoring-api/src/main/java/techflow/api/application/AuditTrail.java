package techflow.api.application;

import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditLink.Chain;

/** Reads the audit log of one tenant, the newest event first. */
public interface AuditTrail {
    /**
     * One entry.
     *
     * @param chain which chain
     * @param seq its row there
     * @param hash of the row
     * @param event what was done
     */
    record Entry(Chain chain, long seq, String hash, AuditEvent event) {}

    /** Every event of a tenant. Fails with REQUEST_INVALID for a cursor that was not given out here. */
    Mono<Slice<Entry>> events(String tenant, Optional<String> cursor, int limit);

    /** What a tenant asked about one enterprise, answered or refused. Fails likewise. */
    Mono<Slice<Entry>> queries(String tenant, EnterpriseId enterprise, Optional<String> cursor, int limit);
}
