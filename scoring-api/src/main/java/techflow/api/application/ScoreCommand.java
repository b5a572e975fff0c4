package techflow.api.application;

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
 */
public record ScoreCommand(EnterpriseId enterprise, AsOf asOf, Purpose purpose, String authorisationId, Caller caller) {
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
