package techflow.api.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import techflow.api.security.token.FileJwkSource;
import techflow.api.security.token.HttpJwkSource;
import techflow.api.security.token.JwkSource;
import techflow.api.security.token.TokenRules;

/**
 * Whose tokens are taken. Off unless an issuer is set; then the audience and one source of keys are required.
 *
 * @param issuer the exact {@code iss} of the tokens
 * @param jwksUri where the issuer shows its public keys; https, or http on this machine
 * @param jwkSetFile a file with the keys instead
 * @param audience what the tokens must be for
 * @param algorithms that may sign
 * @param clockSkew by which clocks may differ, at most 5 minutes
 * @param clientClaims the first that is there names the client
 * @param tenantClaim names the tenant
 * @param tenant the tenant of every token, instead of the claim
 * @param rolesClaim list of roles, such as {@code realm_access.roles}
 * @param scopeClaims the first that is there lists the scopes
 * @param timeout longest wait for the issuer
 * @param grace how long keys go on while the issuer is silent
 * @param refetchPause shortest time between two fetches of keys
 */
@ConfigurationProperties("techflow.oauth2")
public record OAuth2Properties(
        @DefaultValue("") String issuer,
        @Nullable URI jwksUri,
        @Nullable Path jwkSetFile,
        @DefaultValue("") String audience,
        @DefaultValue({"RS256", "PS256", "ES256"}) Set<String> algorithms,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue({"client_id", "azp", "sub"}) List<String> clientClaims,
        @DefaultValue("tenant") String tenantClaim,
        @DefaultValue("") String tenant,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue({"scope", "scp"}) List<String> scopeClaims,
        @DefaultValue("3s") Duration timeout,
        @DefaultValue("1h") Duration grace,
        @DefaultValue("30s") Duration refetchPause) {
    /** Sound values only: a service that would take wrong tokens does not start. */
    public OAuth2Properties {
        if (!issuer.isEmpty()) {
            require((jwksUri == null) != (jwkSetFile == null), "jwks-uri or jwk-set-file must be set, one of them", "");
            require(jwksUri == null || isPrivate(jwksUri), "jwks-uri must be https, or http on this machine", jwksUri);
            require(timeout.toMillis() > 0 && timeout.toSeconds() <= 30, "timeout must lie in 1ms to 30s", timeout);
            require(!grace.isNegative(), "grace must not be negative", grace);
            require(!refetchPause.isNegative(), "refetch-pause must not be negative", refetchPause);
            rules(
                    issuer,
                    audience,
                    algorithms,
                    clockSkew,
                    claims(clientClaims, tenantClaim, tenant, rolesClaim, scopeClaims));
        }
    }

    boolean isOn() {
        return !issuer.isEmpty();
    }

    TokenRules rules() {
        return rules(
                issuer,
                audience,
                algorithms,
                clockSkew,
                claims(clientClaims, tenantClaim, tenant, rolesClaim, scopeClaims));
    }

    JwkSource keys() {
        return jwkSetFile != null
                ? new FileJwkSource(jwkSetFile)
                : new HttpJwkSource(java.util.Objects.requireNonNull(jwksUri), timeout);
    }

    private static TokenRules rules(
            String issuer, String audience, Set<String> algorithms, Duration skew, TokenRules.Claims claims) {
        try {
            return new TokenRules(issuer, audience, algorithms, skew, claims);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("techflow.oauth2." + e.getMessage(), e);
        }
    }

    private static TokenRules.Claims claims(
            List<String> client, String tenantClaim, String tenant, String roles, List<String> scopes) {
        return new TokenRules.Claims(
                client, tenantClaim, Optional.of(tenant).filter(name -> !name.isBlank()), roles, scopes);
    }

    private static boolean isPrivate(URI address) {
        if ("https".equalsIgnoreCase(address.getScheme())) {
            return true;
        }
        try {
            return "http".equalsIgnoreCase(address.getScheme())
                    && InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void require(boolean condition, String rule, @Nullable Object found) {
        if (!condition) {
            throw new IllegalArgumentException("techflow.oauth2." + rule + ", found " + found);
        }
    }
}
