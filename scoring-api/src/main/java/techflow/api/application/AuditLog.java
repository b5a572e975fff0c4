package techflow.api.application;

import reactor.core.publisher.Mono;
import techflow.scoring.audit.AuditEvent;

/**
 * Takes events that no row of their own goes with. What is written together with its change, such as a score or an
 * authorisation, is written by the adapter of that change in the same statement.
 */
public interface AuditLog {
    /** Completes when the event is durable; fails with STORE_UNAVAILABLE otherwise. */
    Mono<Void> append(AuditEvent event);
}
