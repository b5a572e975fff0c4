package techflow.features.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.store.SignalStore;

/** The signals of the table {@code signal}. Thread-safe when the data source is. */
public final class PostgresSignalStore implements SignalStore {
    private final DataSource dataSource;

    public PostgresSignalStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the database does not answer
     * @throws techflow.problem.RecordFault SIGNAL_MALFORMED when a stored row no longer keeps its contract
     */
    @Override
    public List<Signal> history(EnterpriseId enterprise) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select " + CopiedRow.COLUMNS + " from signal where enterprise_id = ?")) {
            statement.setString(1, enterprise.code());
            try (ResultSet rows = statement.executeQuery()) {
                SignalRows signals = new SignalRows(rows);
                List<Signal> history = new ArrayList<>();
                while (signals.next()) {
                    history.add(signals.signal());
                }
                return history;
            }
        } catch (SQLException e) {
            throw Unavailable.fault("read a history", e);
        }
    }

    /**
     * Reads in one transaction, so that loads that run meanwhile are not seen, and holds one connection until the stream
     * is closed.
     */
    @Override
    public Stream<History> histories() {
        return undecoded().map(history -> history.decode().get());
    }

    /** {@inheritDoc} In one transaction, as {@link #histories}; a bad row is told when its firm is decoded. */
    @Override
    public Stream<Undecoded> undecoded() {
        return open("");
    }

    /** {@inheritDoc} Earlier rows are not read: the primary key begins with the enterprise. */
    @Override
    public Stream<History> historiesAfter(EnterpriseId last) {
        return undecodedAfter(last).map(history -> history.decode().get());
    }

    /** {@inheritDoc} Earlier rows are not read: the primary key begins with the enterprise. */
    @Override
    public Stream<Undecoded> undecodedAfter(EnterpriseId last) {
        // An EnterpriseId holds 18 digits and capital letters, so that it needs no escape.
        return open("where enterprise_id collate \"C\" > '" + last.code() + "' ");
    }

    private Stream<Undecoded> open(String condition) {
        HistoryCopy copy = HistoryCopy.open(dataSource, condition + "order by enterprise_id collate \"C\"");
        return StreamSupport.stream(copy, false).onClose(copy::close);
    }
}
