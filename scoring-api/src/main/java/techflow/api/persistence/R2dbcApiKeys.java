package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.security.Client;
import techflow.api.security.key.ApiKeys;

/** Access keys in PostgreSQL, by hash. */
public final class R2dbcApiKeys implements ApiKeys {
    private static final String BEARER = "select key_id, tenant_id, roles, expires_at,"
            + " last_used_at is null or last_used_at < now() - interval '1 hour' as use_is_news"
            + " from api_key where sha256 = $1 and revoked_at is null and (expires_at is null or expires_at > now())";
    /** Of many instances that saw the key at the same time one writes. */
    private static final String USED = "update api_key set last_used_at = now() where key_id = $1"
            + " and (last_used_at is null or last_used_at < now() - interval '1 hour')";

    private final Database database;

    public R2dbcApiKeys(Database database) {
        this.database = database;
    }

    private record Found(Bearer bearer, boolean useIsNews) {}

    @Override
    public Mono<Bearer> bearer(String sha256) {
        return database.row(BEARER, List.of(sha256), R2dbcApiKeys::found)
                .flatMap(found -> found.useIsNews()
                        ? noteUse(found.bearer()).thenReturn(found.bearer())
                        : Mono.just(found.bearer()));
    }

    /** A note that cannot be written keeps nobody out. */
    private Mono<Long> noteUse(Bearer bearer) {
        return database.change(USED, List.of(bearer.client().id())).onErrorComplete();
    }

    private static Found found(Readable row) {
        Client client = new Client(
                value(row, "key_id", String.class), value(row, "tenant_id", String.class), KeyRows.roles(row));
        var ends =
                Optional.ofNullable(row.get("expires_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        return new Found(new Bearer(client, ends), value(row, "use_is_news", Boolean.class));
    }
}
