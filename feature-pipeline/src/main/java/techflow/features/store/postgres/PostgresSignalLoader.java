package techflow.features.store.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import techflow.features.signal.Signal;

/**
 * Loads signals in bulk by COPY, in one transaction, one load at a time. Readers go on meanwhile, but for the first load of
 * an empty table, for whose end they wait.
 *
 * <p>Into an empty table a stream that ascends by enterprise is copied directly. From the first signal out of that order
 * on, or when the table holds rows already, the signals are copied into a temporary table first, and what is new among
 * them is inserted: slower by half, the same result.
 */
public final class PostgresSignalLoader {
    private final DataSource dataSource;

    public PostgresSignalLoader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Loads a stream once; memory does not grow with its length.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the database fails; nothing is stored then
     * @throws techflow.problem.RecordFault SIGNAL_MALFORMED for a text that holds NUL; nothing is stored then
     */
    public LoadResult load(Stream<? extends Signal> signals) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            LoadResult result = load(connection, new SignalsAhead(signals.iterator()));
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw Unavailable.fault("load signals", e);
        }
    }

    private static LoadResult load(Connection connection, SignalsAhead signals) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table signal in share row exclusive mode");
            // One load runs at a time, and its sort should stay in memory.
            statement.execute("set local work_mem = '64MB'");
            boolean empty = number(statement, "select count(*) from (select 1 from signal limit 1) one") == 0;
            if (empty) {
                // A table emptied in this transaction is copied into without a log where wal_level is minimal.
                statement.execute("truncate signal");
            }
            LoadResult direct = empty ? loadAscending(connection, signals) : LoadResult.NOTHING;
            return signals.hasNext() ? direct.plus(loadNew(connection, statement, signals)) : direct;
        }
    }

    /** Copies straight into the empty table; stops before the first signal out of order. */
    private static LoadResult loadAscending(Connection connection, SignalsAhead signals) throws SQLException {
        AscendingSignals order = new AscendingSignals();
        long inserted = 0;
        long duplicates = 0;
        long conflicts = 0;
        try (SignalCopy copy = SignalCopy.into("signal", connection)) {
            while (signals.hasNext() && order.isInOrder(signals.peek())) {
                Signal signal = signals.next();
                switch (order.judge(signal)) {
                    case NEW -> {
                        copy.add(signal);
                        inserted++;
                    }
                    case DUPLICATE -> duplicates++;
                    case CONFLICT -> conflicts++;
                }
            }
            copy.end();
        }
        return new LoadResult(inserted + duplicates + conflicts, inserted, duplicates + conflicts, conflicts);
    }

    private static LoadResult loadNew(Connection connection, Statement statement, SignalsAhead signals)
            throws SQLException {
        statement.execute("create temp table staging (like signal) on commit drop");
        long read = copy(connection, signals);
        // Sorted, so that the primary key grows from left to right.
        long inserted = statement.executeLargeUpdate("insert into signal (" + SignalCopy.COLUMNS + ") select "
                + SignalCopy.COLUMNS + " from staging order by enterprise_id, kind, natural_key, known_at"
                + " on conflict do nothing");
        long conflicts = read == inserted ? 0 : number(statement, """
                select count(*) from staging s join signal t using (enterprise_id, kind, natural_key, known_at)
                where (s.occurred_at, s.source, s.cells) is distinct from (t.occurred_at, t.source, t.cells)""");
        return new LoadResult(read, inserted, read - inserted, conflicts);
    }

    private static long copy(Connection connection, SignalsAhead signals) throws SQLException {
        try (SignalCopy copy = SignalCopy.into("staging", connection)) {
            while (signals.hasNext()) {
                copy.add(signals.next());
            }
            return copy.end();
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
