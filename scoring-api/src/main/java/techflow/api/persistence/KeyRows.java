package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import techflow.api.security.key.KeyStore;
import techflow.scoring.access.Role;

/** Rows of the table {@code api_key}, never with the hash. */
final class KeyRows {
    /** The columns that {@link #entry} reads. */
    static final String COLUMNS = "key_id, tenant_id, roles, label, created_at, created_by, expires_at, revoked_at,"
            + " replaced_by, last_used_at";

    private KeyRows() {}

    static KeyStore.Entry entry(Readable row) {
        return new KeyStore.Entry(
                value(row, "key_id", String.class),
                new KeyStore.Grant(
                        value(row, "tenant_id", String.class),
                        roles(row),
                        value(row, "label", String.class),
                        instant(row, "expires_at")),
                instant(row, "created_at").orElseThrow(),
                value(row, "created_by", String.class),
                instant(row, "revoked_at"),
                Optional.ofNullable(row.get("replaced_by", String.class)),
                instant(row, "last_used_at"));
    }

    static Set<Role> roles(Readable row) {
        return Arrays.stream(value(row, "roles", String[].class))
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Instant> instant(Readable row, String column) {
        return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
