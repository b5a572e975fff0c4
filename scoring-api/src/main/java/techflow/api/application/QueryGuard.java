package techflow.api.application;

import reactor.core.publisher.Mono;

/** Asked before a firm's data is looked at without a score of it being logged: nothing is looked at unless it says so. */
@FunctionalInterface
public interface QueryGuard {
    /**
     * Completes when the query may go on and is on the record. Fails with AUTHORISATION_MISSING and its sisters otherwise,
     * with STORE_UNAVAILABLE when it cannot be put on the record.
     */
    Mono<Void> admit(ScoreCommand command);
}
