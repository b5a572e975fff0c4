package techflow.features.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.store.SignalStore.History;
import techflow.features.store.SignalStore.Undecoded;

/**
 * Cuts one long, ordered COPY out of the database into histories, whose rows stay as the server sent them until they are
 * decoded. Holds one history and the row after it; the server waits while nobody reads.
 */
final class HistoryCopy extends Spliterators.AbstractSpliterator<Undecoded> implements AutoCloseable {
    private final Connection connection;
    private final CopyOut copy;
    private boolean begun;

    /** The first row of the next history, read already; empty at the end. */
    private Optional<CopiedRow> ahead = Optional.empty();

    private HistoryCopy(Connection connection, CopyOut copy) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
        this.connection = connection;
        this.copy = copy;
    }

    /** @param rest of the query, after the columns and the table: which rows, and their order by enterprise */
    static HistoryCopy open(DataSource dataSource, String rest) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                CopyOut copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select " + CopiedRow.COLUMNS + " from signal " + rest
                                + ") to stdout with (format binary)");
                return new HistoryCopy(connection, copy);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Unavailable.fault("read the histories", e);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super Undecoded> action) {
        List<CopiedRow> rows = new ArrayList<>();
        try {
            if (!begun) {
                begun = true;
                ahead = read(true);
            }
            while (ahead.isPresent() && (rows.isEmpty() || ahead.get().isOfFirmOf(rows.getFirst()))) {
                rows.add(ahead.get());
                ahead = read(false);
            }
        } catch (SQLException e) {
            throw Unavailable.fault("read the histories", e);
        }
        if (rows.isEmpty()) {
            return false;
        }
        EnterpriseId enterprise = new EnterpriseId(rows.getFirst().enterprise());
        action.accept(new Undecoded(enterprise, () -> decode(enterprise, rows)));
        return true;
    }

    private static History decode(EnterpriseId enterprise, List<CopiedRow> rows) {
        List<Signal> signals = new ArrayList<>(rows.size());
        for (CopiedRow row : rows) {
            signals.add(row.signal(enterprise));
        }
        return new History(enterprise, signals);
    }

    /** Every message holds one row; the format's header stands before the first one, its trailer is a message of its own. */
    private Optional<CopiedRow> read(boolean first) throws SQLException {
        byte[] message = copy.readFromCopy();
        if (message == null) {
            return Optional.empty();
        }
        int start = first ? CopiedRow.afterHeader(message) : 0;
        if (start == message.length) {
            return read(false);
        }
        // After the trailer comes the end of the COPY, which has to be read as well.
        return CopiedRow.isTrailer(message, start) ? read(false) : Optional.of(new CopiedRow(message, start));
    }

    /**
     * A connection that was left half read is given up: after a cancelled COPY the driver takes the rest of its answer for
     * that of the next statement (seen with pgjdbc 42.7.13).
     */
    @Override
    public void close() {
        try (connection) {
            if (copy.isActive()) {
                connection.abort(Runnable::run);
                return;
            }
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw Unavailable.fault("end the reading of the histories", e);
        }
    }
}
