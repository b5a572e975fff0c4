package techflow.api.security.token;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token must be.
 *
 * @param issuer the exact {@code iss}
 * @param audience must stand in {@code aud}
 * @param algorithms that may sign; asymmetric ones only
 * @param skew by which clocks may differ, at most 5 minutes
 * @param claims where a token says who bears it
 */
public record TokenRules(String issuer, String audience, Set<String> algorithms, Duration skew, Claims claims) {
    private static final Duration LONGEST_SKEW = Duration.ofMinutes(5);
    private static final Set<String> ASYMMETRIC =
            JWSAlgorithm.Family.SIGNATURE.stream().map(JWSAlgorithm::getName).collect(Collectors.toUnmodifiableSet());

    /** @throws IllegalArgumentException that names the rule */
    public TokenRules {
        algorithms = Set.copyOf(algorithms);
        require(!issuer.isBlank(), "issuer must be set", issuer);
        require(!audience.isBlank(), "audience must be set: a token for another service must not be taken", audience);
        require(
                !algorithms.isEmpty() && ASYMMETRIC.containsAll(algorithms),
                "algorithms must be asymmetric signatures such as RS256, PS256 or ES256",
                algorithms);
        require(!skew.isNegative() && skew.compareTo(LONGEST_SKEW) <= 0, "clock-skew must lie in 0 to 5m", skew);
    }

    /**
     * The claims that say who bears a token; a dot leads into an object, as in {@code realm_access.roles}.
     *
     * @param client the first of these that is there names the client
     * @param tenant names the tenant
     * @param tenantOfAll the tenant of every token, instead of a claim
     * @param roles list or words of roles
     * @param scopes list or words of scopes; the first of these that is there
     */
    public record Claims(
            List<String> client, String tenant, Optional<String> tenantOfAll, String roles, List<String> scopes) {
        public Claims {
            client = List.copyOf(client);
            scopes = List.copyOf(scopes);
        }
    }

    private static void require(boolean condition, String rule, Object found) {
        if (!condition) {
            throw new IllegalArgumentException(rule + ", found " + found);
        }
    }
}
