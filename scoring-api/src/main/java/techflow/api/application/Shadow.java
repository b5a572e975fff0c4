package techflow.api.application;

import techflow.features.definition.FeatureVector;
import techflow.scoring.score.ScoringResult;

/** Hears of every score that was given, so that another model may score the same firm, unheard. */
@FunctionalInterface
public interface Shadow {
    /** Nobody listens. */
    Shadow NONE = (scoreId, vector, given) -> {};

    /**
     * A score was logged and leaves. Returns at once, whatever happens, and never throws.
     *
     * @param given the result of the model that answered
     */
    void offer(String scoreId, FeatureVector vector, ScoringResult given);
}
