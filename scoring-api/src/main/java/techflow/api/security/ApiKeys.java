package techflow.api.security;

import reactor.core.publisher.Mono;

/** Access keys that are in force. */
@FunctionalInterface
public interface ApiKeys {
    /**
     * Whose key it is.
     *
     * @param sha256 hash of the whole key in UTF-8, 64 hexadecimal digits
     * @return who bears it, empty when there is none or it has ended or was revoked
     */
    Mono<Client> owner(String sha256);
}
