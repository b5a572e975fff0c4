package techflow.api.persistence;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import techflow.api.security.key.TenantDirectory;

/** The table {@code tenant}. What was found once stays: tenants are added and never removed. */
public final class R2dbcTenantDirectory implements TenantDirectory {
    private static final String KNOWN = "select tenant_id from tenant where tenant_id = $1";

    private final Database database;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public R2dbcTenantDirectory(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> isKnown(String tenant) {
        if (known.contains(tenant)) {
            return Mono.just(true);
        }
        return database.row(KNOWN, List.of(tenant), row -> SignalRows.value(row, "tenant_id", String.class))
                .doOnNext(known::add)
                .hasElement();
    }
}
