package techflow.api.application;

import java.time.Instant;
import java.util.Optional;
import techflow.scoring.score.CreditScore;

/**
 * What the shadow model would have answered.
 *
 * @param scoreId the score that was given
 * @param modelSha256 the shadow model
 * @param at when it was computed
 * @param credit empty when this model cannot score the firm
 */
public record ShadowScore(String scoreId, String modelSha256, Instant at, Optional<CreditScore> credit) {}
