package techflow.api.security.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import techflow.api.security.Client;
import techflow.api.security.Scope;
import techflow.scoring.access.Role;

/** Reads the bearer from the claims of a token that was found good. */
final class TokenClient {
    private static final int LONGEST_NAME = 100;

    private final TokenRules.Claims names;

    TokenClient(TokenRules.Claims names) {
        this.names = names;
    }

    /** Empty when a token names no client or tenant, or bears neither a role nor a scope that means something here. */
    Optional<Client> of(JWTClaimsSet token) {
        Map<String, Object> claims = token.getClaims();
        Optional<String> client = names.client().stream()
                .flatMap(name -> text(claims, name).stream())
                .findFirst();
        Optional<String> tenant = names.tenantOfAll().or(() -> text(claims, names.tenant()));
        Set<Role> roles = roles(words(claims, names.roles()));
        Set<Scope> scopes = scopes(names.scopes().stream()
                .map(name -> words(claims, name))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of()));
        if (client.isEmpty() || tenant.isEmpty() || (roles.isEmpty() && scopes.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Client("oauth2:" + client.get(), tenant.get(), roles, scopes));
    }

    /** Both {@code OFFICER} and {@code techflow-officer} are the role; others are of other services. */
    private static Set<Role> roles(List<String> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words) {
            String name = word.toUpperCase(Locale.ROOT).replaceFirst("^TECHFLOW[-_:]", "");
            Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(name))
                    .forEach(roles::add);
        }
        return roles;
    }

    private static Set<Scope> scopes(List<String> words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        words.stream().map(Scope::of).flatMap(Optional::stream).forEach(scopes::add);
        return scopes;
    }

    private static Optional<String> text(Map<String, Object> claims, String path) {
        return at(claims, path)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_NAME)
                .filter(text -> text.codePoints().noneMatch(Character::isISOControl));
    }

    /** A list of strings, or words with spaces between them (RFC 8693 §4.2). */
    private static List<String> words(Map<String, Object> claims, String path) {
        Optional<Object> value = at(claims, path);
        if (value.isPresent() && value.get() instanceof Collection<?> list) {
            return list.stream().filter(Objects::nonNull).map(String::valueOf).toList();
        }
        return value.filter(String.class::isInstance)
                .map(text -> List.of(String.valueOf(text).trim().split(" +")))
                .orElse(List.of());
    }

    private static Optional<Object> at(Map<String, Object> claims, String path) {
        @Nullable Object value = claims.get(path);
        if (value != null) {
            return Optional.of(value); // a claim may have dots in its own name, such as a URL
        }
        Object inside = claims;
        for (String step : path.split("\\.")) {
            if (!(inside instanceof Map<?, ?> object) || object.get(step) == null) {
                return Optional.empty();
            }
            inside = Objects.requireNonNull(object.get(step));
        }
        return Optional.of(inside);
    }
}
