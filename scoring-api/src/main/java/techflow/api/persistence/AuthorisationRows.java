package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import techflow.api.application.Authorisation;
import techflow.api.application.Purpose;
import techflow.features.signal.EnterpriseId;

/** Rows of {@code authorisation} joined with {@code authorisation_revocation}. */
final class AuthorisationRows {
    private AuthorisationRows() {}

    static Authorisation read(Readable row) {
        return new Authorisation(
                value(row, "authorisation_id", String.class),
                value(row, "tenant_id", String.class),
                new Authorisation.Terms(
                        new EnterpriseId(value(row, "enterprise_id", String.class)),
                        value(row, "number", String.class),
                        Arrays.stream(value(row, "purposes", String[].class))
                                .map(Purpose::valueOf)
                                .toList(),
                        instant(row, "granted_at"),
                        instant(row, "expires_at"),
                        value(row, "evidence_sha256", String.class)),
                instant(row, "filed_at"),
                value(row, "filed_by", String.class),
                Optional.ofNullable(row.get("revoked_at", OffsetDateTime.class)).map(at -> revocation(at, row)));
    }

    private static Authorisation.Revocation revocation(OffsetDateTime at, Readable row) {
        return new Authorisation.Revocation(
                at.toInstant(), value(row, "revoked_by", String.class), value(row, "reason", String.class));
    }

    private static Instant instant(Readable row, String column) {
        return value(row, column, OffsetDateTime.class).toInstant();
    }
}
