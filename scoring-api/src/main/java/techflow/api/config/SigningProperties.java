package techflow.api.config;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose signatures count.
 *
 * @param trustedKeys public keys (PEM), one of which must have signed a champion; with none, no signature is asked for
 */
@ConfigurationProperties("techflow.signing")
public record SigningProperties(@DefaultValue List<Path> trustedKeys) {
    public SigningProperties {
        trustedKeys = List.copyOf(trustedKeys);
    }
}
