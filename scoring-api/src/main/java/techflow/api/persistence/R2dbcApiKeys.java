package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import techflow.api.security.ApiKeys;
import techflow.api.security.Client;
import techflow.api.security.Role;

/** Access keys in PostgreSQL, by hash. */
public final class R2dbcApiKeys implements ApiKeys {
    private static final String OWNER = "select key_id, tenant_id, roles from api_key"
            + " where sha256 = $1 and revoked_at is null and (expires_at is null or expires_at > now())";

    private final Database database;

    public R2dbcApiKeys(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Client> owner(String sha256) {
        return database.row(OWNER, List.of(sha256), R2dbcApiKeys::client);
    }

    private static Client client(Readable row) {
        return new Client(
                value(row, "key_id", String.class),
                value(row, "tenant_id", String.class),
                Arrays.stream(value(row, "roles", String[].class))
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
