package techflow.api.security.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;
import techflow.scoring.access.AccessKey;
import techflow.scoring.access.Role;

/** The keys of a tenant as its administrator sees them: everything but the secret. */
public interface KeyStore {
    /** @param by id of the administrator's own key */
    Mono<Entry> create(AccessKey key, Grant grant, String by);

    /** Oldest first. */
    Mono<List<Entry>> list(String tenant);

    /** The successor; empty when the tenant has no such key in force, or it was rotated before. */
    Mono<Entry> rotate(String tenant, String keyId, AccessKey successor, Duration overlap, String by);

    /** Ends a key, the first time counts; empty when the tenant has no such key. */
    Mono<Entry> revoke(String tenant, String keyId, String by);

    /** What a key allows, and until when. @param ends empty when it does not end by itself */
    record Grant(String tenant, Set<Role> roles, String label, Optional<Instant> ends) {
        public Grant {
            roles = Set.copyOf(roles);
        }

        /** The roles in their own order. */
        public List<Role> sortedRoles() {
            return roles.stream().sorted(Comparator.naturalOrder()).toList();
        }
    }

    /** A key without its secret. */
    record Entry(
            String id,
            Grant grant,
            Instant created,
            String createdBy,
            Optional<Instant> revoked,
            Optional<String> replacedBy,
            Optional<Instant> lastUsed) {}
}
