package techflow.features.store.postgres;

import java.util.List;

/** A chunk and what could be made of it without the database, so that a thread that waits for the database need not. */
public final class PreparedChunk {
    private final LoadChunk chunk;
    private final EncodedRows rows;
    private final ReferredRows.Uses uses;

    private PreparedChunk(LoadChunk chunk, EncodedRows rows, ReferredRows.Uses uses) {
        this.chunk = chunk;
        this.rows = rows;
        this.uses = uses;
    }

    /** Nothing made of it: for a chunk that will not be stored. */
    public static PreparedChunk unprepared(LoadChunk chunk) {
        return new PreparedChunk(chunk, new EncodedRows(List.of()), ReferredRows.Uses.NONE);
    }

    /** @throws techflow.problem.RecordFault SIGNAL_MALFORMED for a text that PostgreSQL cannot hold */
    static PreparedChunk of(LoadChunk chunk, List<SignalReference> references) {
        return new PreparedChunk(chunk, new EncodedRows(chunk.rows()), ReferredRows.Uses.of(chunk, references));
    }

    public LoadChunk chunk() {
        return chunk;
    }

    EncodedRows rows() {
        return rows;
    }

    ReferredRows.Uses uses() {
        return uses;
    }
}
