package techflow.features.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import techflow.features.signal.SignalKind;

/** The table {@code signal_load}: every load of a file, what it did and how far it is. */
public final class LoadLedger {
    /** A running load holds an advisory lock; without one its process is gone. */
    private static final String SELECT = """
            select load_id, file_name, kind, sha256, bytes, application, strict,
                   case when status = 'RUNNING' and not exists (
                            select 1 from pg_locks
                            where locktype = 'advisory' and objsubid = 1 and granted
                              and database = (select oid from pg_database where datname = current_database())
                              and lpad(to_hex(classid::bigint), 8, '0') || lpad(to_hex(objid::bigint), 8, '0')
                                  = left(sha256, 16))
                        then 'INTERRUPTED' else status end as status,
                   started_at, finished_at, rows_read, inserted, duplicates, conflicts, rejected, warnings,
                   rejects_file, rejects_bytes, reason
            from signal_load
            """;

    private final DataSource dataSource;

    public LoadLedger(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The latest loads, the newest first.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the database does not answer
     */
    public List<LoadEntry> latest(int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT + "order by load_id desc limit ?")) {
            statement.setInt(1, limit);
            return entries(statement);
        } catch (SQLException e) {
            throw Unavailable.fault("read the ledger of loads", e);
        }
    }

    /**
     * The latest load that took the same bytes as the same kind to its end.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the database does not answer
     */
    public Optional<LoadEntry> done(LoadFile file) {
        try (Connection connection = dataSource.getConnection()) {
            return latest(connection, file, "status = 'DONE'");
        } catch (SQLException e) {
            throw Unavailable.fault("read the ledger of loads", e);
        }
    }

    /** The load of the file that has not ended, if there is one. */
    static Optional<LoadEntry> open(Connection connection, LoadFile file) throws SQLException {
        return latest(connection, file, "status in ('RUNNING', 'INTERRUPTED')");
    }

    static LoadEntry entry(Connection connection, long loadId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + "where load_id = ?")) {
            statement.setLong(1, loadId);
            return entries(statement).getFirst();
        }
    }

    private static Optional<LoadEntry> latest(Connection connection, LoadFile file, String condition)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                SELECT + "where sha256 = ? and kind = ? and " + condition + " order by load_id desc limit 1")) {
            statement.setString(1, file.sha256());
            statement.setString(2, file.kind().name());
            return entries(statement).stream().findFirst();
        }
    }

    private static List<LoadEntry> entries(PreparedStatement statement) throws SQLException {
        List<LoadEntry> entries = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entries.add(entry(rows));
            }
        }
        return entries;
    }

    private static LoadEntry entry(ResultSet row) throws SQLException {
        return new LoadEntry(
                row.getLong("load_id"),
                new LoadFile(
                        row.getString("file_name"),
                        SignalKind.valueOf(row.getString("kind")),
                        row.getString("sha256"),
                        row.getLong("bytes")),
                row.getString("application"),
                row.getBoolean("strict"),
                LoadStatus.valueOf(row.getString("status")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(LoadLedger::instant),
                new LoadCounts(
                        row.getLong("rows_read"),
                        row.getLong("inserted"),
                        row.getLong("duplicates"),
                        row.getLong("conflicts"),
                        row.getLong("rejected")),
                row.getLong("warnings"),
                new LoadEntry.Rejects(row.getString("rejects_file"), row.getLong("rejects_bytes")),
                row.getString("reason"));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
