package techflow.api.config;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import techflow.features.signal.SignalKind;

/**
 * The sources that a score should not do without.
 *
 * @param allowedAge by kind of signal: how old the latest observation may be on the as-of day, a day or more; a kind that
 *     is not named here is not essential
 */
@ConfigurationProperties("techflow.freshness")
public record FreshnessProperties(@DefaultValue Map<SignalKind, Duration> allowedAge) {
    public FreshnessProperties {
        allowedAge = Map.copyOf(allowedAge);
        allowedAge.forEach((kind, age) -> {
            if (age.toDays() < 1) {
                throw new IllegalArgumentException(
                        "techflow.freshness.allowed-age." + kind + " must be a day or more, found " + age);
            }
        });
    }
}
