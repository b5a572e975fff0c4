package techflow.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import reactor.core.publisher.Mono;

/** Turns an access key into its owner. The key itself does not stay in memory after that. */
final class AccessKeyAuthentication implements ReactiveAuthenticationManager {
    private final ApiKeys keys;

    AccessKeyAuthentication(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication presented) {
        return keys.owner(sha256(String.valueOf(presented.getCredentials())))
                .map(AccessKeyAuthentication::authenticated)
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("The access key is not known")));
    }

    private static Authentication authenticated(Client owner) {
        return UsernamePasswordAuthenticationToken.authenticated(
                owner, "", owner.roles().stream().map(Role::authority).toList());
    }

    static String sha256(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
