package techflow.api.persistence;

import java.util.List;
import reactor.core.publisher.Mono;
import techflow.api.security.ApiKeys;

/** Access keys in PostgreSQL, by hash. */
public final class R2dbcApiKeys implements ApiKeys {
    private static final String OWNER = "select key_id from api_key where sha256 = $1 and revoked_at is null";

    private final Database database;

    public R2dbcApiKeys(Database database) {
        this.database = database;
    }

    @Override
    public Mono<String> owner(String sha256) {
        return database.row(OWNER, List.of(sha256), row -> SignalRows.value(row, "key_id", String.class));
    }
}
