package techflow.api.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scores are given.
 *
 * @param validityDays days after the as-of day on which a score should still be used, 1 to 366
 * @param threads threads that compute; 0 means one per processor
 * @param queue requests that may wait for one of them, 1 or more; the next is refused with OVERLOADED
 * @param shadowQueue answers that may wait for the shadow model, 1 or more; the next is dropped and counted
 * @param modelPoll how often the registry is asked for a new champion
 * @param keyCache how long a good access key is remembered; a revoked one works at most this long
 */
@ConfigurationProperties("techflow.scoring")
public record ScoringProperties(
        @DefaultValue("30") int validityDays,
        @DefaultValue("0") int threads,
        @DefaultValue("256") int queue,
        @DefaultValue("1000") int shadowQueue,
        @DefaultValue("5s") Duration modelPoll,
        @DefaultValue("30s") Duration keyCache) {
    public ScoringProperties {
        require(validityDays >= 1 && validityDays <= 366, "validity-days must lie in 1 to 366", validityDays);
        require(threads >= 0, "threads must be 0 or more", threads);
        require(queue >= 1, "queue must be 1 or more", queue);
        require(shadowQueue >= 1, "shadow-queue must be 1 or more", shadowQueue);
        require(modelPoll.toMillis() > 0, "model-poll must be above 0", modelPoll);
        require(!keyCache.isNegative(), "key-cache must not be negative", keyCache);
    }

    private static void require(boolean condition, String rule, Object found) {
        if (!condition) {
            throw new IllegalArgumentException("techflow.scoring." + rule + ", found " + found);
        }
    }
}
