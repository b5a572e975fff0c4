package techflow.features.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * A load that stands in the ledger. Every chunk is one transaction together with its counts, or the whole file is one when
 * the load is strict. A session lock on the file's hash keeps a second load of the same bytes out and ends with the
 * process, however it ends.
 */
public final class PostgresSignalLoad implements SignalLoad {
    private static final String WAIT = "10s";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final boolean strict;
    private final long loadId;
    private final ChunkWriter writer;
    private final List<SignalReference> references;
    private final ReferredRows referred;
    private LoadEntry entry;
    private LoadCounts counts;
    private boolean ended;

    private PostgresSignalLoad(Connection connection, LoadEntry entry) throws SQLException {
        this.connection = connection;
        this.entry = entry;
        this.strict = entry.strict();
        this.loadId = entry.loadId();
        this.counts = entry.counts();
        this.writer = new ChunkWriter(connection, ChunkWriter.Target.SIGNAL);
        this.references = SignalReference.of(entry.file().kind());
        this.referred = new ReferredRows(connection, references);
        connection.setAutoCommit(false);
    }

    /**
     * Begins a load, or goes on with the interrupted one of the same file.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the database fails or another process is loading the
     *     same file
     * @throws RecordFault REQUEST_INVALID when a strict load should go on with one that was not
     */
    public static PostgresSignalLoad begin(DataSource dataSource, LoadFile file, LoadTerms terms) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                lock(connection, file);
                return new PostgresSignalLoad(connection, entry(connection, file, terms));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Unavailable.fault("begin the load of " + file.name(), e);
        }
    }

    private static void lock(Connection connection, LoadFile file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // A moment of patience: the server may still be noticing that a killed process is gone.
            statement.execute("set lock_timeout = '" + WAIT + "'");
            statement.execute("select pg_advisory_lock(" + file.lockKey() + ")");
            statement.execute("set lock_timeout = 0");
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new PlatformFault(
                        ProblemCode.STORE_UNAVAILABLE,
                        "Another process is loading " + file.name() + " at this moment; wait for its end",
                        e);
            }
            throw e;
        }
    }

    private static LoadEntry entry(Connection connection, LoadFile file, LoadTerms terms) throws SQLException {
        Optional<LoadEntry> open = LoadLedger.open(connection, file);
        if (open.isPresent() && terms.again()) {
            execute(
                    connection,
                    "update signal_load set status = 'FAILED', finished_at = clock_timestamp(), reason ="
                            + " 'given up for a load from the first row' where load_id = "
                            + open.get().loadId());
        } else if (open.isPresent()) {
            return resume(connection, open.get(), terms);
        }
        String sql =
                "insert into signal_load (file_name, kind, sha256, bytes, application, strict, rejects_file, status)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'RUNNING') returning load_id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, file.name());
            statement.setString(2, file.kind().name());
            statement.setString(3, file.sha256());
            statement.setLong(4, file.bytes());
            statement.setString(5, terms.application());
            statement.setBoolean(6, terms.strict());
            statement.setString(7, terms.rejectsFile());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return LoadLedger.entry(connection, row.getLong(1));
            }
        }
    }

    private static LoadEntry resume(Connection connection, LoadEntry open, LoadTerms terms) throws SQLException {
        if (terms.strict() && open.counts().read() > 0) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "A load that began without --strict cannot end with it",
                    List.of(new Violation(
                            "--strict",
                            "must be given from the first row on",
                            "load " + open.loadId() + " has accounted for "
                                    + open.counts().read() + " rows",
                            "finish it without --strict, or begin anew with --again --strict")));
        }
        execute(
                connection,
                "update signal_load set status = 'RUNNING', strict = " + terms.strict() + " where load_id = "
                        + open.loadId());
        return LoadLedger.entry(connection, open.loadId());
    }

    @Override
    public LoadEntry entry() {
        return entry;
    }

    @Override
    public PreparedChunk prepare(LoadChunk chunk) {
        return PreparedChunk.of(chunk, references);
    }

    @Override
    public ChunkOutcome add(PreparedChunk chunk, Recorder recorder) {
        try {
            ChunkOutcome outcome = writer.write(chunk);
            referred.add(chunk.uses());
            LoadCounts after = counts.plus(outcome.counts());
            long rejectsBytes = recorder.record(outcome);
            if (!strict) {
                write(after, rejectsBytes);
                connection.commit();
            }
            counts = after;
            return outcome;
        } catch (SQLException e) {
            throw Unavailable.fault(
                    "store rows; the same command goes on after row "
                            + entry.counts().read() + " or later",
                    e);
        }
    }

    @Override
    public void refer(LoadChunk skipped) {
        try {
            referred.add(ReferredRows.Uses.of(skipped, references));
            connection.commit();
        } catch (SQLException e) {
            throw Unavailable.fault("look up what the rows refer to", e);
        }
    }

    @Override
    public Unknowns unknowns(int limit) {
        try {
            return referred.unknowns(limit, List.of());
        } catch (SQLException e) {
            throw Unavailable.fault("look up what the rows refer to", e);
        }
    }

    @Override
    public LoadEntry finish(long warnings, long rejectsBytes) {
        return end(LoadStatus.DONE, "", warnings, rejectsBytes);
    }

    @Override
    public LoadEntry fail(String reason, LoadCounts seen, long rejectsBytes) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw Unavailable.fault("undo a load", e);
        }
        if (strict) {
            counts = seen;
        }
        return end(LoadStatus.FAILED, reason, 0, rejectsBytes);
    }

    private LoadEntry end(LoadStatus status, String reason, long warnings, long rejectsBytes) {
        String sql = "update signal_load set status = ?, reason = ?, warnings = ?, finished_at = clock_timestamp()"
                + " where load_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            write(counts, rejectsBytes);
            statement.setString(1, status.name());
            statement.setString(2, reason);
            statement.setLong(3, warnings);
            statement.setLong(4, loadId);
            statement.executeUpdate();
            connection.commit();
            ended = true;
            entry = LoadLedger.entry(connection, loadId);
            return entry;
        } catch (SQLException e) {
            throw Unavailable.fault("end a load", e);
        }
    }

    private void write(LoadCounts now, long rejectsBytes) throws SQLException {
        String sql = "update signal_load set rows_read = ?, inserted = ?, duplicates = ?, conflicts = ?, rejected = ?,"
                + " rejects_bytes = ? where load_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, now.read());
            statement.setLong(2, now.inserted());
            statement.setLong(3, now.duplicates());
            statement.setLong(4, now.conflicts());
            statement.setLong(5, now.rejected());
            statement.setLong(6, rejectsBytes);
            statement.setLong(7, loadId);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            if (!ended) {
                execute(connection, "update signal_load set status = 'INTERRUPTED' where load_id = " + loadId);
            }
            execute(connection, "select pg_advisory_unlock(" + entry.file().lockKey() + ")");
        } catch (SQLException e) {
            // The ledger's readers see by the missing lock that the load was interrupted; the fault on the way is told.
            System.getLogger(PostgresSignalLoad.class.getName())
                    .log(System.Logger.Level.DEBUG, "a load could not be closed", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
