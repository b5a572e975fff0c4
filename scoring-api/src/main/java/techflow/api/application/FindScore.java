package techflow.api.application;

import reactor.core.publisher.Mono;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/** Finds a score that was given earlier. A tenant sees its own scores only. */
public final class FindScore {
    private final ScoreLog log;

    public FindScore(ScoreLog log) {
        this.log = log;
    }

    /** The record; fails with SCORE_UNKNOWN when there is none or it belongs to another tenant. */
    public Mono<ScoreRecord> find(String scoreId, String tenant) {
        return log.find(scoreId)
                .filter(entry -> entry.command().caller().tenant().equals(tenant))
                .switchIfEmpty(Mono.error(() ->
                        new RecordFault(ProblemCode.SCORE_UNKNOWN, "No score with this id is known to this caller")));
    }
}
