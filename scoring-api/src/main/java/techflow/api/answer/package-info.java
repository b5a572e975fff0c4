/**
 * The published answer: one record tree, one canonical JSON, read by API clients and by the page alike.
 *
 * <p>Entry types: {@link techflow.api.answer.AnswerComposer}, which makes a {@link techflow.api.answer.ScoreAnswer}
 * from a result, and {@link techflow.api.answer.AnswerJson}, which writes and reads it.
 *
 * <p>Invariants: the PD is never rounded here; {@code baselinePoints + Σ contributions.points = points} exactly in
 * decimal arithmetic; shares lie in [0, 1]; days are days in China; every text for people is given in Chinese and
 * English; a firm that was not scored has no score, PD or grade, never a magic number.
 */
@NullMarked
package techflow.api.answer;

import org.jspecify.annotations.NullMarked;
