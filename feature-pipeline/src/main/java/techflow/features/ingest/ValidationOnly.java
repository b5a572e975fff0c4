package techflow.features.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import techflow.features.store.postgres.ChunkOutcome;
import techflow.features.store.postgres.LoadChunk;
import techflow.features.store.postgres.LoadCounts;
import techflow.features.store.postgres.LoadEntry;
import techflow.features.store.postgres.LoadFile;
import techflow.features.store.postgres.LoadStatus;
import techflow.features.store.postgres.PreparedChunk;
import techflow.features.store.postgres.SignalLoad;

/** A dry run without a database: what keeps the contract counts as new, since nobody can say what is there already. */
final class ValidationOnly implements SignalLoad {
    private final LoadFile file;
    private final IngestOptions options;
    private LoadCounts counts = LoadCounts.NOTHING;

    ValidationOnly(LoadFile file, IngestOptions options) {
        this.file = file;
        this.options = options;
    }

    @Override
    public LoadEntry entry() {
        return entry(LoadStatus.RUNNING, "");
    }

    @Override
    public PreparedChunk prepare(LoadChunk chunk) {
        return PreparedChunk.unprepared(chunk);
    }

    @Override
    public ChunkOutcome add(PreparedChunk prepared, Recorder recorder) {
        LoadChunk chunk = prepared.chunk();
        long good = chunk.rows().size();
        ChunkOutcome outcome =
                new ChunkOutcome(new LoadCounts(good + chunk.rejected(), good, 0, 0, chunk.rejected()), List.of());
        recorder.record(outcome);
        counts = counts.plus(outcome.counts());
        return outcome;
    }

    @Override
    public void refer(LoadChunk skipped) {}

    @Override
    public Unknowns unknowns(int limit) {
        return new Unknowns(0, List.of());
    }

    @Override
    public LoadEntry finish(long warnings, long rejectsBytes) {
        return entry(LoadStatus.DONE, "");
    }

    @Override
    public LoadEntry fail(String reason, LoadCounts seen, long rejectsBytes) {
        return entry(LoadStatus.FAILED, reason);
    }

    private LoadEntry entry(LoadStatus status, String reason) {
        return new LoadEntry(
                0,
                file,
                options.application(),
                options.strict(),
                status,
                Instant.EPOCH,
                Optional.empty(),
                counts,
                0,
                new LoadEntry.Rejects("", 0),
                reason);
    }

    @Override
    public void close() {}
}
