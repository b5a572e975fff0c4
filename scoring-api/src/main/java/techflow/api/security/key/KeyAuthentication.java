package techflow.api.security.key;

import java.util.List;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import reactor.core.publisher.Mono;
import techflow.api.security.Client;
import techflow.api.security.SecurityObserver;
import techflow.api.security.SecurityObserver.Credential;
import techflow.api.security.limit.FailureLimit;
import techflow.scoring.access.AccessKey;

/** Turns an access key into its bearer. The key itself does not stay in memory after that. */
public final class KeyAuthentication {
    private final ApiKeys keys;
    private final FailureLimit failures;
    private final SecurityObserver observer;

    public KeyAuthentication(ApiKeys keys, FailureLimit failures, SecurityObserver observer) {
        this.keys = keys;
        this.failures = failures;
        this.observer = observer;
    }

    /** @param presented the key as its credentials, the remote address as its details */
    public Mono<Authentication> authenticate(Authentication presented) {
        String address = String.valueOf(presented.getDetails());
        return Mono.defer(() -> {
            String sha256 = AccessKey.sha256(String.valueOf(presented.getCredentials()));
            if (!keys.isFamiliar(sha256)) {
                failures.requireRoom(address);
            }
            return keys.bearer(sha256)
                    .doOnNext(bearer -> observer.authenticated(Credential.KEY, true))
                    .map(bearer -> authenticated(bearer.client(), sha256))
                    .switchIfEmpty(Mono.error(() -> refused(address)));
        });
    }

    private BadCredentialsException refused(String address) {
        failures.count(address);
        observer.authenticated(Credential.KEY, false);
        return new BadCredentialsException("The access key is not known");
    }

    /**
     * The client as Spring Security carries it; the roles are there for the health endpoint's details alone.
     *
     * @param sha256 of its key, so that a session can be asked whether the key is still in force; empty for a token
     */
    public static Authentication authenticated(Client client, String sha256) {
        List<SimpleGrantedAuthority> roles = client.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(client, sha256, roles);
    }
}
