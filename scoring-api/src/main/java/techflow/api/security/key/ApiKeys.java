package techflow.api.security.key;

import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.security.Client;

/** Access keys that are in force. */
@FunctionalInterface
public interface ApiKeys {
    /**
     * Whose key it is.
     *
     * @param sha256 hash of the whole key in UTF-8, 64 hexadecimal digits
     * @return who bears it, empty when there is none or it has ended or was revoked
     */
    Mono<Bearer> bearer(String sha256);

    /** Whether the key was good when it was last looked at; then a neighbour's failures do not keep its bearer out. */
    default boolean isFamiliar(String sha256) {
        return false;
    }

    /**
     * Who bears a key.
     *
     * @param ends from when the key is refused, empty when it does not end by itself
     */
    record Bearer(Client client, Optional<Instant> ends) {}
}
