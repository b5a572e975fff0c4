package techflow.features.store.postgres;

import java.util.List;

/** A load of one file that is under way: chunks go in, in the order of the file, and then it ends in one of two ways. */
public interface SignalLoad extends AutoCloseable {
    /** What is accounted for already: zero, or the rows that an interrupted load has stored and that must be skipped. */
    LoadEntry entry();

    /** Does what needs no database; another thread may call it while this one {@link #add}s. */
    PreparedChunk prepare(LoadChunk chunk);

    /**
     * Stores a chunk. What the recorder writes belongs to the chunk: its file is as long as the ledger says, or longer.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the database fails; the chunk is not stored then
     */
    ChunkOutcome add(PreparedChunk chunk, Recorder recorder);

    /** Notes whom the rows refer to; {@link #add} does this by itself, rows that are skipped need it. */
    void refer(LoadChunk skipped);

    /** What the rows refer to and is not stored, ascending by the line of the first such row; at most {@code limit}. */
    Unknowns unknowns(int limit);

    /** Everything is in. */
    LoadEntry finish(long warnings, long rejectsBytes);

    /**
     * The file is refused. What a lenient load has stored stays, as the ledger says; a strict one has stored nothing.
     *
     * @param seen what a strict load has to say of the rows, since none of them is stored
     */
    LoadEntry fail(String reason, LoadCounts seen, long rejectsBytes);

    /** Lets go of the database; a load that has not ended can be resumed. */
    @Override
    void close();

    /** Writes what is to be told of a chunk before it is stored for good. */
    interface Recorder {
        /** Writes durably and answers with the length of the file after it. */
        long record(ChunkOutcome outcome);
    }

    /**
     * What rows refer to and is not stored.
     *
     * @param rows how many rows refer to something unknown
     * @param first some of what is unknown
     */
    record Unknowns(long rows, List<Unknown> first) {
        public Unknowns {
            first = List.copyOf(first);
        }
    }

    /**
     * Something unknown.
     *
     * @param reference which reference it is
     * @param value the code that is not known
     * @param line the first row that refers to it
     * @param rows how many rows do
     */
    record Unknown(SignalReference reference, String value, long line, long rows) {}
}
