package techflow.api.security;

import reactor.core.publisher.Mono;

/** Access keys that are in force. */
@FunctionalInterface
public interface ApiKeys {
    /**
     * Whose key it is.
     *
     * @param sha256 hash of the whole key in UTF-8, 64 hexadecimal digits
     * @return id of the key, empty when there is none or it was revoked
     */
    Mono<String> owner(String sha256);
}
