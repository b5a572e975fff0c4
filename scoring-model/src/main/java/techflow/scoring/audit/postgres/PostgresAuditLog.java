package techflow.scoring.audit.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.audit.AuditAnchor;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditLink.Chain;
import techflow.scoring.audit.AuditLink.Head;
import techflow.scoring.audit.Verification;

/** The audit log in PostgreSQL, read in one snapshot, so that scores may be given while it is verified. */
public final class PostgresAuditLog {
    private static final String APPEND = "insert into audit_event (event) values (?)";
    private static final String HEADS =
            "select month, lane, seq, encode(hash, 'hex') from audit_chain order by month, lane";

    private final DataSource database;

    /** @param database migrated to V10 or later */
    public PostgresAuditLog(DataSource database) {
        this.database = database;
    }

    /** Writes an event in the transaction of the change that it tells of, so that neither stands without the other. */
    public static void append(Connection connection, AuditEvent event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, event.json());
            insert.executeUpdate();
        }
    }

    /** The heads of all chains. */
    public AuditAnchor heads(Instant now) {
        return ask(connection -> new AuditAnchor(
                AuditAnchor.FORMAT, now, new ArrayList<>(heads(connection).values())));
    }

    /** Walks every chain; with an anchor, also that what it names is still there. */
    public Verification verify(Optional<AuditAnchor> anchor) {
        return ask(connection -> new LogWalk(
                        heads(connection), anchor.map(AuditAnchor::byChain).orElseGet(TreeMap::new))
                .over(connection));
    }

    private static SortedMap<Chain, Head> heads(Connection connection) throws SQLException {
        SortedMap<Chain, Head> heads = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(HEADS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Chain chain = new Chain(rows.getString(1), rows.getInt(2));
                heads.put(chain, new Head(chain, rows.getLong(3), rows.getString(4)));
            }
        }
        return heads;
    }

    private <T> T ask(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            T found = work.on(connection);
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "The audit log does not answer: " + e.getMessage(), e);
        }
    }

    /** A question to the database. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
