package techflow.api.security.token;

import com.nimbusds.jose.jwk.JWKSet;
import reactor.core.publisher.Mono;

/** Where the issuer's public keys come from. */
@FunctionalInterface
public interface JwkSource {
    /** The whole set as it is now; fails when it cannot be had in time or cannot be read. */
    Mono<JWKSet> fetch();
}
