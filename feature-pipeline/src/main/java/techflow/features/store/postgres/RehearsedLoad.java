package techflow.features.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A load that says what would happen: the rows go into a temporary table, and neither {@code signal} nor the ledger changes. */
public final class RehearsedLoad implements SignalLoad {
    private final Connection connection;
    private final ChunkWriter writer;
    private final List<SignalReference> references;
    private final ReferredRows referred;
    private final LoadEntry begin;
    private LoadCounts counts = LoadCounts.NOTHING;

    private RehearsedLoad(Connection connection, LoadEntry begin) throws SQLException {
        this.connection = connection;
        this.begin = begin;
        this.writer = new ChunkWriter(connection, ChunkWriter.Target.PENDING);
        this.references = SignalReference.of(begin.file().kind());
        this.referred = new ReferredRows(connection, references);
        connection.setAutoCommit(false);
    }

    /** @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the database fails */
    public static RehearsedLoad begin(DataSource dataSource, LoadFile file, LoadTerms terms) {
        LoadEntry entry = new LoadEntry(
                0,
                file,
                terms.application(),
                terms.strict(),
                LoadStatus.RUNNING,
                Instant.EPOCH,
                Optional.empty(),
                LoadCounts.NOTHING,
                0,
                new LoadEntry.Rejects(terms.rejectsFile(), 0),
                "");
        try {
            Connection connection = dataSource.getConnection();
            try {
                return new RehearsedLoad(connection, entry);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Unavailable.fault("rehearse the load of " + file.name(), e);
        }
    }

    @Override
    public LoadEntry entry() {
        return begin;
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
            recorder.record(outcome);
            connection.commit();
            counts = counts.plus(outcome.counts());
            return outcome;
        } catch (SQLException e) {
            throw Unavailable.fault("rehearse a load", e);
        }
    }

    @Override
    public void refer(LoadChunk skipped) {
        throw new IllegalStateException("a rehearsal skips nothing");
    }

    @Override
    public Unknowns unknowns(int limit) {
        try {
            return referred.unknowns(limit, List.of("pending"));
        } catch (SQLException e) {
            throw Unavailable.fault("look up what the rows refer to", e);
        }
    }

    @Override
    public LoadEntry finish(long warnings, long rejectsBytes) {
        return entry(LoadStatus.DONE, "", warnings);
    }

    @Override
    public LoadEntry fail(String reason, LoadCounts seen, long rejectsBytes) {
        return entry(LoadStatus.FAILED, reason, 0);
    }

    private LoadEntry entry(LoadStatus status, String reason, long warnings) {
        return new LoadEntry(
                begin.loadId(),
                begin.file(),
                begin.application(),
                begin.strict(),
                status,
                begin.startedAt(),
                begin.finishedAt(),
                counts,
                warnings,
                begin.rejects(),
                reason);
    }

    /** The temporary tables go with the connection. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw Unavailable.fault("end a rehearsal", e);
        }
    }
}
