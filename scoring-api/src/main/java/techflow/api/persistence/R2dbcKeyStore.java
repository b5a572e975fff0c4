package techflow.api.persistence;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import reactor.core.publisher.Mono;
import techflow.api.security.key.KeyStore;
import techflow.scoring.access.AccessKey;
import techflow.scoring.access.Role;

/** The administrator's view of the table {@code api_key}. */
public final class R2dbcKeyStore implements KeyStore {
    private static final String CREATE =
            "insert into api_key (key_id, tenant_id, roles, sha256, label, created_at, expires_at, created_by)"
                    + " values ($1, $2, $3, $4, $5, now(), $6, $7) returning " + KeyRows.COLUMNS;
    private static final String LIST =
            "select " + KeyRows.COLUMNS + " from api_key where tenant_id = $1 order by created_at, key_id";
    private static final String ROTATE =
            "select " + KeyRows.COLUMNS + " from rotate_api_key($1, $2, $3, make_interval(secs => $4::float8), $5, $6)";
    private static final String REVOKE = "update api_key set revoked_at = coalesce(revoked_at, now()),"
            + " revoked_by = coalesce(revoked_by, $3) where tenant_id = $1 and key_id = $2 returning "
            + KeyRows.COLUMNS;

    private final Database database;

    public R2dbcKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Entry> create(AccessKey key, Grant grant, String by) {
        String[] roles = grant.sortedRoles().stream().map(Role::name).toArray(String[]::new);
        Object ends = grant.ends()
                .<Object>map(end -> OffsetDateTime.ofInstant(end, ZoneOffset.UTC))
                .orElse(Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE));
        return database.row(
                CREATE,
                List.of(key.id(), grant.tenant(), roles, key.sha256(), grant.label(), ends, by),
                KeyRows::entry);
    }

    @Override
    public Mono<List<Entry>> list(String tenant) {
        return database.rows(LIST, List.of(tenant), KeyRows::entry);
    }

    @Override
    public Mono<Entry> rotate(String tenant, String keyId, AccessKey successor, Duration overlap, String by) {
        return database.row(
                ROTATE,
                List.of(keyId, successor.id(), successor.sha256(), (double) overlap.toSeconds(), by, tenant),
                KeyRows::entry);
    }

    @Override
    public Mono<Entry> revoke(String tenant, String keyId, String by) {
        return database.row(REVOKE, List.of(tenant, keyId, by), KeyRows::entry);
    }
}
