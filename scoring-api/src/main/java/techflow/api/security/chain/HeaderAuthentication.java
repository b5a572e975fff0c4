package techflow.api.security.chain;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import reactor.core.publisher.Mono;
import techflow.api.security.key.KeyAuthentication;
import techflow.api.security.token.TokenAuthentication;
import techflow.scoring.access.AccessKey;

/** Sends what a header carries to whom can judge it: keys have their own prefix, the rest are tokens where tokens are taken. */
public final class HeaderAuthentication {
    private final KeyAuthentication keys;
    private final Optional<TokenAuthentication> tokens;

    /** @param tokens empty where no issuer of tokens is set: then everything is a key, and a wrong one */
    public HeaderAuthentication(KeyAuthentication keys, Optional<TokenAuthentication> tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /** Fails with an AuthenticationException, RATE_LIMITED or ISSUER_UNAVAILABLE. */
    public Mono<Authentication> authenticate(Authentication presented) {
        boolean key = String.valueOf(presented.getCredentials()).startsWith(AccessKey.PREFIX);
        return key || tokens.isEmpty()
                ? keys.authenticate(presented)
                : tokens.get().authenticate(presented);
    }
}
