package techflow.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.access.AccessKey;
import techflow.scoring.access.Role;

/** Access keys in the database, by hash. What is no key in force, or no tenant, fails with KEY_UNKNOWN or REQUEST_INVALID. */
final class ApiKeyTable {
    private static final String COLUMNS =
            "key_id, tenant_id, roles, label, created_at, expires_at, revoked_at, replaced_by, last_used_at";
    private static final String FOREIGN_KEY_MISSING = "23503";

    private final DatabaseUrl database;

    ApiKeyTable(DatabaseUrl database) {
        this.database = database;
    }

    /** Who may do what until when. */
    record Grant(String tenant, Set<Role> roles, String label, Optional<Instant> expires) {}

    /** A row without its hash. */
    record Row(
            String id,
            Grant grant,
            Instant created,
            Optional<Instant> revoked,
            Optional<String> replacedBy,
            Optional<Instant> lastUsed) {
        /** In one word: active, rotated (works until it expires), expired or revoked. */
        String state(Instant now) {
            if (revoked.isPresent()) {
                return "revoked";
            }
            if (grant.expires().filter(end -> !end.isAfter(now)).isPresent()) {
                return "expired";
            }
            return replacedBy.isPresent() ? "rotated" : "active";
        }
    }

    void create(AccessKey key, Grant grant, String who) {
        String insert =
                "insert into api_key (key_id, tenant_id, roles, sha256, label, created_at, expires_at, created_by)"
                        + " values (?, ?, ?::text[], ?, ?, now(), ?, ?) returning " + COLUMNS;
        rows(insert, statement -> {
            statement.setString(1, key.id());
            statement.setString(2, grant.tenant());
            statement.setString(3, "{" + grant.roles().stream().map(Role::name).collect(Collectors.joining(",")) + "}");
            statement.setString(4, key.sha256());
            statement.setString(5, grant.label());
            statement.setObject(6, grant.expires().map(ApiKeyTable::utc).orElse(null));
            statement.setString(7, who);
        });
    }

    /** The successor of a key in force; the predecessor ends after the overlap. */
    Row rotate(String id, AccessKey successor, Duration overlap, String who) {
        String rotate = "select " + COLUMNS + " from rotate_api_key(?, ?, ?, make_interval(secs => ?), ?)";
        return one(id, rows(rotate, statement -> {
            statement.setString(1, id);
            statement.setString(2, successor.id());
            statement.setString(3, successor.sha256());
            statement.setDouble(4, overlap.toSeconds());
            statement.setString(5, who);
        }));
    }

    /** Ends a key now; the first time counts. */
    Row revoke(String id, String who) {
        String revoke =
                "update api_key set revoked_at = coalesce(revoked_at, now()), revoked_by = coalesce(revoked_by, ?)"
                        + " where key_id = ? returning " + COLUMNS;
        return one(id, rows(revoke, statement -> {
            statement.setString(1, who);
            statement.setString(2, id);
        }));
    }

    /** Oldest first. @param tenant empty for all of them */
    List<Row> list(Optional<String> tenant) {
        String select = "select " + COLUMNS + " from api_key where ?::text is null or tenant_id = ?"
                + " order by created_at, key_id";
        return rows(select, statement -> {
            statement.setString(1, tenant.orElse(null));
            statement.setString(2, tenant.orElse(null));
        });
    }

    /** Whether some administrator's key is in force. */
    boolean hasAdministrator() {
        return list(Optional.empty()).stream()
                .anyMatch(row -> row.grant().roles().contains(Role.ADMIN)
                        && Set.of("active", "rotated").contains(row.state(Instant.now())));
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<Row> rows(String sql, Binding binding) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet found = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        } catch (SQLException e) {
            if (FOREIGN_KEY_MISSING.equals(e.getSQLState())) {
                throw unknownTenant();
            }
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "The access keys cannot be reached: " + e.getMessage(), e);
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        String[] roles = (String[]) found.getArray("roles").getArray();
        Grant grant = new Grant(
                found.getString("tenant_id"),
                Arrays.stream(roles)
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))),
                found.getString("label"),
                instant(found, "expires_at"));
        return new Row(
                found.getString("key_id"),
                grant,
                instant(found, "created_at").orElseThrow(),
                instant(found, "revoked_at"),
                Optional.ofNullable(found.getString("replaced_by")),
                instant(found, "last_used_at"));
    }

    private static Optional<Instant> instant(ResultSet found, String column) throws SQLException {
        @Nullable OffsetDateTime time = found.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Row one(String id, List<Row> rows) {
        return rows.stream()
                .findFirst()
                .orElseThrow(() -> new RecordFault(
                        ProblemCode.KEY_UNKNOWN,
                        "No access key " + id + " is in force; ./techflow api-keys list shows which are"));
    }

    private static RecordFault unknownTenant() {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The tenant is not known",
                List.of(new Violation(
                        "--tenant",
                        "must be a tenant of the table",
                        "another one",
                        "./techflow tenants list; tenants add")));
    }
}
