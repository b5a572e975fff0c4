package techflow.api.application;

import reactor.core.publisher.Mono;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/**
 * Gives one score for one request key. The key is kept by the statement that logs the score, so a first request costs
 * nothing more, two requests at once end in one score, and a request that broke off leaves no claim behind. Whoever comes
 * later is computed too, finds the key taken, and gets the first answer: replays are rare and pay for themselves. What was
 * refused is not kept: sent again, the request is judged again.
 */
public final class ScoreOnce {
    private final ScoreEnterprise scoreEnterprise;
    private final RequestKeys keys;
    private final ScoreLog log;
    private final KeysAtWork atWork = new KeysAtWork();

    /** @param replayed true when the score was given before */
    public record Given(ScoreRecord entry, boolean replayed) {}

    public ScoreOnce(ScoreEnterprise scoreEnterprise, RequestKeys keys, ScoreLog log) {
        this.scoreEnterprise = scoreEnterprise;
        this.keys = keys;
        this.log = log;
    }

    /**
     * The score of a command, given now or before. Fails as {@link ScoreEnterprise#score} does, with
     * IDEMPOTENCY_KEY_IN_USE while the first request is at work, and with IDEMPOTENCY_KEY_REUSED when the key was used
     * for something else.
     */
    public Mono<Given> score(ScoreCommand command) {
        Mono<Given> fresh = scoreEnterprise.score(command).map(entry -> new Given(entry, false));
        return command.key()
                .map(key -> atWork.alone(
                        command.caller().tenant(),
                        key,
                        fresh.onErrorResume(ScoreOnce::isTaken, fault -> replay(command, key, fault))))
                .orElse(fresh);
    }

    static boolean isTaken(Throwable fault) {
        return fault instanceof RecordFault row && row.code() == ProblemCode.IDEMPOTENCY_KEY_IN_USE;
    }

    private Mono<Given> replay(ScoreCommand command, RequestKey key, Throwable taken) {
        return keys.find(command.caller().tenant(), key)
                .doOnNext(kept -> requireSame(key, kept))
                .flatMap(kept -> log.find(kept.answerId()))
                .map(entry -> new Given(entry, true))
                .switchIfEmpty(Mono.error(taken));
    }

    /** @throws RecordFault IDEMPOTENCY_KEY_REUSED when the key was kept for another request */
    static void requireSame(RequestKey key, RequestKeys.Kept kept) {
        if (!kept.fingerprint().equals(key.fingerprint())) {
            throw new RecordFault(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used before, for another request; send a fresh one");
        }
    }
}
