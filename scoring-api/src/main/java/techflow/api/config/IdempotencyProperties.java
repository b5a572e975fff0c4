package techflow.api.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a request is answered once.
 *
 * @param retention how long an {@code Idempotency-Key} is remembered, above 0; after it the key is a new one
 * @param sweep how often keys past their retention are removed, above 0
 */
@ConfigurationProperties("techflow.idempotency")
public record IdempotencyProperties(
        @DefaultValue("24h") Duration retention,
        @DefaultValue("10m") Duration sweep) {
    public IdempotencyProperties {
        requirePositive("retention", retention);
        requirePositive("sweep", sweep);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.toMillis() <= 0) {
            throw new IllegalArgumentException("techflow.idempotency." + name + " must be above 0, found " + value);
        }
    }
}
