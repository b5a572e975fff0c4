package techflow.features.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import javax.sql.DataSource;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.store.SignalStore.History;

/** Cuts one long, ordered query into histories; holds one history and one fetch of rows at a time. */
final class HistoryCursor extends Spliterators.AbstractSpliterator<History> implements AutoCloseable {
    private final Connection connection;
    private final SignalRows rows;

    /** The first row of the next history, read already; empty at the end. */
    private Optional<Signal> ahead;

    private HistoryCursor(Connection connection, SignalRows rows) throws SQLException {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
        this.connection = connection;
        this.rows = rows;
        this.ahead = read();
    }

    static HistoryCursor open(DataSource dataSource, String query, int fetchSize) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                // Without auto-commit PostgreSQL sends the rows fetch by fetch instead of all at once.
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                PreparedStatement statement = connection.prepareStatement(query);
                statement.setFetchSize(fetchSize);
                return new HistoryCursor(connection, new SignalRows(statement.executeQuery()));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Unavailable.fault("read the histories", e);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super History> action) {
        if (ahead.isEmpty()) {
            return false;
        }
        Signal first = ahead.get();
        EnterpriseId enterprise = first.enterprise();
        List<Signal> signals = new ArrayList<>(List.of(first));
        try {
            ahead = read();
            while (ahead.isPresent() && ahead.get().enterprise().equals(enterprise)) {
                signals.add(ahead.get());
                ahead = read();
            }
        } catch (SQLException e) {
            throw Unavailable.fault("read the histories", e);
        }
        action.accept(new History(enterprise, signals));
        return true;
    }

    private Optional<Signal> read() throws SQLException {
        return rows.next() ? Optional.of(rows.signal()) : Optional.empty();
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw Unavailable.fault("end the reading of the histories", e);
        }
    }
}
