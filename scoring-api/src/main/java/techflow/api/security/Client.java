package techflow.api.security;

import java.security.Principal;
import java.util.Set;

/**
 * Who calls, as authentication found out.
 *
 * @param id of the access key, or the client of the token
 * @param tenant whose queries and scores it sees
 * @param roles at least one
 */
public record Client(String id, String tenant, Set<Role> roles) implements Principal {
    public Client {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return id;
    }
}
