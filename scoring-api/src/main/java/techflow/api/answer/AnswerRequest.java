package techflow.api.answer;

import java.time.Instant;
import java.util.List;

/**
 * What the answer repeats of the request.
 *
 * @param scoreId id of the score
 * @param requestId id of the request
 * @param authorisationId the data subject's authorisation
 * @param purpose why
 * @param at when it was asked
 * @param objections of the firm, open or noted
 * @param auditHash hash of the audited query, inputs and result
 */
public record AnswerRequest(
        String scoreId,
        String requestId,
        String authorisationId,
        String purpose,
        Instant at,
        List<ObjectionMark> objections,
        String auditHash) {}
