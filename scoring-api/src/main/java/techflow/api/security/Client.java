package techflow.api.security;

import java.security.Principal;
import java.util.Set;
import techflow.scoring.access.Role;

/**
 * Who calls, as authentication found out.
 *
 * @param id of the access key, or the client of the token
 * @param tenant whose queries and scores it sees
 * @param roles what it is; empty only for a token that bears scopes alone
 * @param scopes what its token was issued for; empty for keys, and for tokens that say nothing of it. Roles and scopes
 *     each narrow: where both are given, both must allow
 */
public record Client(String id, String tenant, Set<Role> roles, Set<Scope> scopes) implements Principal {
    /** @throws IllegalArgumentException with neither role nor scope */
    public Client {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        if (roles.isEmpty() && scopes.isEmpty()) {
            throw new IllegalArgumentException("a client must bear a role or a scope, " + id + " has neither");
        }
    }

    /** The bearer of a key. */
    public Client(String id, String tenant, Set<Role> roles) {
        this(id, tenant, roles, Set.of());
    }

    @Override
    public String getName() {
        return id;
    }
}
