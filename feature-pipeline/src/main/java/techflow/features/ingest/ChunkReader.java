package techflow.features.ingest;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import techflow.features.store.postgres.LoadChunk;
import techflow.features.store.postgres.PreparedChunk;

/**
 * Reads, decodes and prepares one chunk ahead in a thread of its own, so that all of it goes on while the database works.
 */
final class ChunkReader implements AutoCloseable {
    private final SignalSource.Rows rows;
    private final int chunkRows;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ingest-reader").factory());

    /**
     * Rows that end a chunk wherever they end: what is accounted for already is told apart from what is not, and is not
     * prepared.
     */
    private final long boundary;

    private final Function<LoadChunk, PreparedChunk> prepare;

    private long position;
    private Future<RowChunk> ahead;

    ChunkReader(SignalSource source, int chunkRows, long boundary, Function<LoadChunk, PreparedChunk> prepare) {
        this.rows = source.rows();
        this.chunkRows = chunkRows;
        this.boundary = boundary;
        this.prepare = prepare;
        this.ahead = thread.submit(this::read);
    }

    /** The next chunk, empty after the last row. */
    Optional<RowChunk> next() {
        RowChunk chunk = await(ahead);
        if (chunk.read() == 0) {
            return Optional.empty();
        }
        ahead = thread.submit(this::read);
        return Optional.of(chunk);
    }

    /** Runs in the reader's thread only. */
    private RowChunk read() {
        boolean skipped = position < boundary;
        long limit = skipped ? Math.min(chunkRows, boundary - position) : chunkRows;
        RowChunk chunk = RowChunk.read(rows, limit, skipped ? PreparedChunk::unprepared : prepare);
        position += chunk.read();
        return chunk;
    }

    private static RowChunk await(Future<RowChunk> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("reading broke off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted while reading");
        }
    }

    /** Waits for the chunk that is being read, which ends by itself. */
    @Override
    public void close() {
        thread.execute(rows::close);
        thread.close();
    }
}
