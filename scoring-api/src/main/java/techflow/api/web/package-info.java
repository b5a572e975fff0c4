/**
 * The REST API under {@code /v1}.
 *
 * <p>Entry types: {@link techflow.api.web.ScoreController}, {@link techflow.api.web.EnterpriseController}. Every fault,
 * whoever raises it, ends in {@link techflow.api.web.ProblemHandler}: {@code application/problem+json} (RFC 9457) with
 * {@code code}, {@code requestId}, an {@code errorId} that also stands in the log line, and all violations at once.
 * {@link techflow.api.web.ProblemStatus} is the one table from code to HTTP status. Every answer echoes or creates
 * {@code x-request-id}. Enterprise codes are masked in the log.
 */
@NullMarked
package techflow.api.web;

import org.jspecify.annotations.NullMarked;
