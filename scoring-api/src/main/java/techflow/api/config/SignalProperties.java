package techflow.api.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How delivered signals are taken in.
 *
 * @param size longest body, above 0; it is laid down in the folder for temporary files while it is worked on
 * @param listed most rejects that the answer lists one by one, 0 to 10,000
 */
@ConfigurationProperties("techflow.signals")
public record SignalProperties(
        @DefaultValue("256MB") DataSize size,
        @DefaultValue("100") int listed) {
    public SignalProperties {
        if (size.toBytes() <= 0) {
            throw new IllegalArgumentException("techflow.signals.size must be above 0, found " + size);
        }
        if (listed < 0 || listed > 10_000) {
            throw new IllegalArgumentException("techflow.signals.listed must lie in 0 to 10000, found " + listed);
        }
    }
}
