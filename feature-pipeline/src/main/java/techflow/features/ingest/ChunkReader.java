package techflow.features.ingest;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads and decodes one chunk ahead in a thread of its own, so that the database and the decoder work at the same time. */
final class ChunkReader implements AutoCloseable {
    private final SignalSource.Rows rows;
    private final int chunkRows;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ingest-reader").factory());

    /** Rows that end a chunk wherever they end: what is accounted for already is told apart from what is not. */
    private final long boundary;

    private long position;
    private Future<RowChunk> ahead;

    ChunkReader(SignalSource source, int chunkRows, long boundary) {
        this.rows = source.rows();
        this.chunkRows = chunkRows;
        this.boundary = boundary;
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
        long limit = position < boundary ? Math.min(chunkRows, boundary - position) : chunkRows;
        RowChunk chunk = RowChunk.read(rows, limit);
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
