package techflow.api.security.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Mono;
import techflow.api.security.Client;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.access.AccessKey;
import techflow.scoring.access.Role;

/** What an administrator does with the keys of its own tenant; those of others do not exist for it. */
public final class ManageKeys {
    private final KeyStore store;
    private final RandomGenerator random;

    /** @param random of cryptographic strength */
    public ManageKeys(KeyStore store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    /** A key in the only answer that shows it. */
    public record Fresh(KeyStore.Entry entry, String secret) {}

    /** A new key of the administrator's tenant. */
    public Mono<Fresh> create(Client administrator, Set<Role> roles, String label, Optional<Instant> ends) {
        AccessKey key = AccessKey.random(random);
        var grant = new KeyStore.Grant(administrator.tenant(), roles, label, ends);
        return store.create(key, grant, administrator.id()).map(entry -> new Fresh(entry, key.secret()));
    }

    /** Every key of the tenant, oldest first. */
    public Mono<List<KeyStore.Entry>> list(Client administrator) {
        return store.list(administrator.tenant());
    }

    /** A successor with the same roles, label and length of life. Fails with KEY_UNKNOWN. @param overlap 0 or longer */
    public Mono<Fresh> rotate(Client administrator, String keyId, Duration overlap) {
        AccessKey successor = AccessKey.random(random);
        return store.rotate(administrator.tenant(), keyId, successor, overlap, administrator.id())
                .switchIfEmpty(Mono.error(ManageKeys::unknown))
                .map(entry -> new Fresh(entry, successor.secret()));
    }

    /** Ends a key. Fails with KEY_UNKNOWN. */
    public Mono<KeyStore.Entry> revoke(Client administrator, String keyId) {
        return store.revoke(administrator.tenant(), keyId, administrator.id())
                .switchIfEmpty(Mono.error(ManageKeys::unknown));
    }

    private static RecordFault unknown() {
        return new RecordFault(
                ProblemCode.KEY_UNKNOWN, "No access key with this id is in force here; GET /v1/api-keys lists yours");
    }
}
