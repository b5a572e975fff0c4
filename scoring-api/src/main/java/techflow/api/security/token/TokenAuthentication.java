package techflow.api.security.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import reactor.core.publisher.Mono;
import techflow.api.security.Client;
import techflow.api.security.SecurityObserver;
import techflow.api.security.SecurityObserver.Credential;
import techflow.api.security.key.KeyAuthentication;
import techflow.api.security.key.TenantDirectory;
import techflow.api.security.limit.FailureLimit;

/** Turns a signed token of the bank's identity provider into its bearer, or refuses it. The token is not kept. */
public final class TokenAuthentication {
    private static final Logger LOG = LoggerFactory.getLogger(TokenAuthentication.class);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final TokenRules rules;
    private final KeySets keySets;
    private final Set<JWSAlgorithm> algorithms;
    private final DefaultJWTClaimsVerifier<SecurityContext> claims;
    private final TokenClient reader;
    private final Ports ports;

    /** What it works with. */
    public record Ports(
            JwkSource keys, TenantDirectory tenants, FailureLimit failures, SecurityObserver observer, Clock clock) {}

    /**
     * @param grace how long keys that were fetched go on while the issuer is silent
     * @param pause shortest time between two fetches of keys
     */
    public TokenAuthentication(TokenRules rules, Duration grace, Duration pause, Ports ports) {
        this.rules = rules;
        this.ports = ports;
        this.keySets = new KeySets(ports.keys(), new KeySets.Age(FRESH, grace, pause), ports.clock());
        this.algorithms = rules.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        this.reader = new TokenClient(rules.claims());
        this.claims =
                new DefaultJWTClaimsVerifier<>(
                        rules.audience(),
                        new JWTClaimsSet.Builder().issuer(rules.issuer()).build(),
                        Set.of("exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(ports.clock().instant());
                    }
                };
        this.claims.setMaxClockSkew((int) rules.skew().toSeconds());
    }

    /** @param presented the token as its credentials, the remote address as its details */
    public Mono<Authentication> authenticate(Authentication presented) {
        String address = String.valueOf(presented.getDetails());
        return Mono.defer(() -> {
                    ports.failures().requireRoom(address);
                    return bearer(String.valueOf(presented.getCredentials()));
                })
                .doOnError(BadCredentialsException.class, refused -> {
                    ports.failures().count(address);
                    ports.observer().authenticated(Credential.TOKEN, false);
                    LOG.info("a token is refused: {}", refused.getMessage());
                })
                .doOnNext(client -> ports.observer().authenticated(Credential.TOKEN, true))
                .map(client -> KeyAuthentication.authenticated(client, ""));
    }

    private Mono<Client> bearer(String text) {
        SignedJWT token = parse(text);
        return keySets.having(token.getHeader().getKeyID())
                .map(keys -> judge(token, keys))
                .flatMap(client -> ports.tenants()
                        .isKnown(client.tenant())
                        .filter(known -> known)
                        .map(known -> client)
                        .switchIfEmpty(Mono.error(() -> new BadCredentialsException("its tenant is not known here"))));
    }

    /** Refuses what is not a signed token of a listed algorithm before any key is fetched. */
    private SignedJWT parse(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!algorithms.contains(token.getHeader().getAlgorithm())) {
                throw new BadCredentialsException("its algorithm is not on the list");
            }
            return token;
        } catch (ParseException | IllegalArgumentException e) {
            throw new BadCredentialsException("it is no signed JWT");
        }
    }

    private Client judge(SignedJWT token, JWKSet keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier(claims);
        try {
            JWTClaimsSet found = processor.process(token, null);
            return reader.of(found)
                    .orElseThrow(() -> new BadCredentialsException(
                            "it names no client, no tenant, or no role or scope of " + rules.audience()));
        } catch (BadJOSEException | JOSEException e) {
            throw new BadCredentialsException(reason(e));
        }
    }

    /** The library's sentence about the rule that was broken; it holds no part of the token but issuer and times. */
    private static String reason(Exception fault) {
        @Nullable String message = fault.getMessage();
        return message == null ? "its signature or claims are not good" : message;
    }
}
