package techflow.api.application;

import reactor.core.publisher.Mono;

/** The append-only log of scores. */
public interface ScoreLog {
    /**
     * Keeps the text of the technology settings that scores will name. Idempotent; fails with SETTING_INVALID when the
     * version is already known with another text.
     */
    Mono<Void> keepSettings(String version, String text);

    /**
     * Completes when the record is durable, together with the key of its command. Fails with IDEMPOTENCY_KEY_IN_USE when
     * another answer bears the key, with STORE_UNAVAILABLE otherwise; then nothing is kept and no answer may leave.
     */
    Mono<Void> append(ScoreRecord entry);

    /** The record of an id, empty when there is none. */
    Mono<ScoreRecord> find(String scoreId);
}
