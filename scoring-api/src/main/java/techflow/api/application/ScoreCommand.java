package techflow.api.application;

import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;

/**
 * A checked request for one score.
 *
 * @param enterprise whom to score
 * @param asOf as of when; not in the future
 * @param purpose why
 * @param authorisationId the data subject's authorisation, as the lender numbers it
 * @param caller who asks
 * @param key under which it is answered once; empty on the page, and in what is read back from the log
 */
public record ScoreCommand(
        EnterpriseId enterprise,
        AsOf asOf,
        Purpose purpose,
        String authorisationId,
        Caller caller,
        Optional<RequestKey> key) {
    /** A request without a key. */
    public ScoreCommand(EnterpriseId enterprise, AsOf asOf, Purpose purpose, String authorisationId, Caller caller) {
        this(enterprise, asOf, purpose, authorisationId, caller, Optional.empty());
    }

    /** The same request, to be answered once. */
    public ScoreCommand once(RequestKey requestKey) {
        return new ScoreCommand(enterprise, asOf, purpose, authorisationId, caller, Optional.of(requestKey));
    }

    /**
     * Who asks.
     *
     * @param client id of the access key, or the client of a token
     * @param tenant whose query it is
     * @param requestId the request's own id
     * @param channel API or page
     */
    public record Caller(String client, String tenant, String requestId, Channel channel) {}
}
