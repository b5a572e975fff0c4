package techflow.features.store.postgres;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import techflow.features.signal.Signal;

/**
 * The rows of a chunk, ready to be copied, and found by what identifies a stored row: the bytes of the key. Rows are told
 * by their place in the chunk.
 */
final class EncodedRows {
    /** What a row takes as a rule; there is no harm in more. */
    private static final int ROW_SIZE = 224;

    private static final int NONE = -1;
    private static final long MIX = 0x9E3779B97F4A7C15L; // 2^64 divided by the golden ratio
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final List<LoadChunk.Row> rows;
    private final RowEncoder encoder;

    /** Where each row begins, and after the last one where that ends. */
    private final int[] starts;

    private final int[] keyEnds;

    /** For every row the first one with its key; empty when every row is the first. */
    private int[] firsts = {};

    /** First rows by hash, open addressing, {@link #NONE} where there is none; empty until it is needed. */
    private int[] table = {};

    private int distinct;

    /** @throws techflow.problem.RecordFault SIGNAL_MALFORMED for a text that PostgreSQL cannot hold */
    EncodedRows(List<LoadChunk.Row> rows) {
        int count = rows.size();
        this.rows = rows;
        this.encoder = new RowEncoder(ROW_SIZE * (count + 1));
        this.starts = new int[count + 1];
        this.keyEnds = new int[count];
        boolean ascending = true;
        for (int i = 0; i < count; i++) {
            starts[i] = encoder.length();
            keyEnds[i] = encoder.add(rows.get(i).signal());
            starts[i + 1] = encoder.length();
            ascending &= i == 0 || isBehindTheOneBefore(i);
        }
        this.distinct = count;
        if (!ascending) {
            index();
        }
    }

    /** Keys that ascend, in whatever order, are all different: so it is in files sorted by firm and month. */
    private boolean isBehindTheOneBefore(int row) {
        byte[] bytes = encoder.bytes();
        return Arrays.compareUnsigned(bytes, starts[row - 1], keyEnds[row - 1], bytes, starts[row], keyEnds[row]) < 0;
    }

    private void index() {
        distinct = 0;
        firsts = new int[size()];
        table = new int[4 * Integer.highestOneBit(size() + 1)];
        Arrays.fill(table, NONE);
        for (int row = 0; row < size(); row++) {
            int slot = slot(encoder.bytes(), starts[row], keyEnds[row]);
            if (table[slot] == NONE) {
                table[slot] = row;
                distinct++;
            }
            firsts[row] = table[slot];
        }
    }

    LoadChunk.Row row(int index) {
        return rows.get(index);
    }

    int size() {
        return rows.size();
    }

    /** How many different keys there are. */
    int distinct() {
        return distinct;
    }

    /** Whether no row before has its key. */
    boolean isFirst(int row) {
        return first(row) == row;
    }

    /** The first row with the key of this one. */
    int first(int row) {
        return firsts.length == 0 ? row : firsts[row];
    }

    /**
     * The first row with the key of a signal.
     *
     * @throws IllegalStateException when no row has it
     */
    int find(Signal signal) {
        if (table.length == 0) {
            index();
        }
        RowEncoder one = new RowEncoder(ROW_SIZE);
        int row = table[slot(one.bytes(), 0, one.key(signal))];
        if (row == NONE) {
            throw new IllegalStateException(
                    "a key that is not of this chunk: " + signal.kind() + " " + signal.naturalKey());
        }
        return row;
    }

    /** Sends the first row of every key, in the order of the file. */
    void copyFirsts(SignalCopy copy) throws SQLException {
        int from = 0;
        while (from < size()) {
            int to = from;
            while (to < size() && isFirst(to)) {
                to++;
            }
            copy.add(encoder.bytes(), starts[from], starts[to]);
            from = to + 1;
        }
    }

    /** Where the key stands in the table, or would. */
    private int slot(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & (table.length - 1);
        while (table[slot] != NONE && !isKey(table[slot], bytes, from, to)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean isKey(int row, byte[] bytes, int from, int to) {
        return Arrays.equals(encoder.bytes(), starts[row], keyEnds[row], bytes, from, to);
    }

    private static int hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (Long.rotateLeft(hash, 23) ^ (long) LONG.get(bytes, at)) * MIX;
        }
        for (; at < to; at++) {
            hash = (Long.rotateLeft(hash, 23) ^ bytes[at]) * MIX;
        }
        return (int) (hash >>> Integer.SIZE);
    }
}
