package techflow.api.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.scoring.audit.AuditEvent;

/** Where objections are kept; filing, answering and scoring again are events, each with its audit event. */
public interface ObjectionBook {
    /** Keeps a new one. */
    Mono<Void> keep(Objection objection, AuditEvent event);

    /** Keeps the answer; false when it was answered before, and then nothing is kept. */
    Mono<Boolean> answer(String id, Objection.Answer answer, AuditEvent event);

    /** Keeps what became of scoring again. */
    Mono<Void> rescored(String id, Objection.Rescore rescore, AuditEvent event);

    /** By id, empty when there is none. */
    Mono<Objection> find(String id);

    /** Those of a tenant, filed last first. */
    Mono<List<Objection>> list(Filter filter, Optional<String> before, int limit);

    /** How many of all tenants are open after their last day. */
    Mono<Long> overdue(LocalDate today);

    /** The tenant's latest score of the firm of an objection, empty when there is none. */
    Mono<String> latestScore(Objection objection);

    /**
     * Which to list.
     *
     * @param tenant whose
     * @param enterprise code, empty for all
     * @param overdueOn only those whose last day lies before it and that are open; empty for all
     */
    record Filter(String tenant, String enterprise, Optional<LocalDate> overdueOn) {}
}
