/**
 * The REST API under {@code /v1}.
 *
 * <p>Entry types: {@link techflow.api.web.ScoreController}, {@link techflow.api.web.EnterpriseController}. Every fault,
 * whoever raises it, ends in {@link techflow.api.web.ProblemHandler}: {@code application/problem+json} (RFC 9457) with
 * {@code code}, {@code requestId}, an {@code errorId} that also stands in the log line, and all violations at once.
 * {@link techflow.api.web.ProblemStatus} is the one table from code to HTTP status. Every answer echoes or creates
 * {@code x-request-id}. Enterprise codes are masked in the log.
 *
 * <p>Sent again. {@code POST} of scores, batches and jobs needs an {@code Idempotency-Key}
 * ({@link techflow.api.web.IdempotencyHeader}); the same request again gives the same bytes.
 *
 * <p>Many rows. {@link techflow.api.web.BatchController} and the results of {@link techflow.api.web.JobController} are lines
 * of JSON ({@link techflow.api.web.RowLine}) with a trailer; a stream that ends without one was broken off. What is read
 * paces what is sent, so a caller of a batch must read while it sends.
 *
 * <p>Caching. Scores never change and histories only grow; both bear a strong {@code ETag} over their bytes and
 * {@code Cache-Control: no-cache, private}: a caller may keep them for itself and must ask again, and an
 * {@code If-None-Match} that still holds is answered with 304. Nothing is for shared caches. Streams, hypothetical answers
 * and problems are {@code no-store}. The tag is that of the answer before {@code Content-Encoding}.
 */
@NullMarked
package techflow.api.web;

import org.jspecify.annotations.NullMarked;
