package techflow.api.security.chain;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import techflow.api.security.Client;
import techflow.api.security.Scope;
import techflow.scoring.access.Role;

/**
 * Who may do one thing.
 *
 * @param method GET stands for HEAD too
 * @param path of the API, {@code **} for everything below
 * @param scope what a token must have been issued for
 * @param roles what the caller must be, one of them
 */
record AccessRule(HttpMethod method, PathPattern path, Scope scope, Set<Role> roles) {
    /** An administrator may do everything in its tenant, so the table does not repeat it. */
    static AccessRule of(HttpMethod method, String path, Scope scope, Role... roles) {
        Set<Role> all = new TreeSet<>(Set.of(roles));
        all.add(Role.ADMIN);
        return new AccessRule(method, PathPatternParser.defaultInstance.parse(path), scope, Set.copyOf(all));
    }

    boolean isOf(PathContainer asked) {
        return path.matches(asked);
    }

    boolean isOf(HttpMethod asked) {
        return method.equals(HttpMethod.HEAD.equals(asked) ? HttpMethod.GET : asked);
    }

    /** Roles and scopes each narrow; a client bears at least one of them. */
    boolean allows(Client client) {
        boolean byRole = client.roles().isEmpty() || client.roles().stream().anyMatch(roles::contains);
        boolean byScope = client.scopes().isEmpty() || client.scopes().contains(scope);
        return byRole && byScope;
    }
}
