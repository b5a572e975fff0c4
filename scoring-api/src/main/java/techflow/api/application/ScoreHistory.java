package techflow.api.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.answer.AnswerContext;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;

/** The scores that a tenant was given of one enterprise. */
public interface ScoreHistory {
    /**
     * The newest first; only what the tenant itself asked for.
     *
     * @param after the last one of the page before, empty for the first page
     * @param limit at most so many, 1 or more
     */
    Mono<List<Entry>> page(String tenant, EnterpriseId enterprise, Optional<Place> after, int limit);

    /**
     * The latest score, given to the tenant by the model, that is as of an earlier instant; empty when there is none.
     *
     * @param modelSha256 the model, since scores of two models do not compare
     */
    Mono<AnswerContext.Previous> before(String tenant, EnterpriseId enterprise, String modelSha256, AsOf asOf);

    /** Where a score stands in the order: scores have one time and one id. */
    record Place(Instant requestedAt, String scoreId) {}

    /**
     * One score of the past.
     *
     * @param place where it stands
     * @param purpose why it was asked for
     * @param client who asked
     * @param answer the answer as it was sent, JSON
     */
    record Entry(Place place, String purpose, String client, String answer) {}
}
