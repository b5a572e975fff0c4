package techflow.features.store.postgres;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import techflow.features.signal.Signal;

/**
 * One running COPY of signals into a table, in the binary format of {@link RowEncoder}. Closing before {@link #end}
 * cancels it.
 */
final class SignalCopy implements AutoCloseable {
    static final String COLUMNS = RowEncoder.COLUMNS;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final byte[] HEADER = ByteBuffer.allocate(SIGNATURE.length + 2 * Integer.BYTES)
            .put(SIGNATURE)
            .putInt(0)
            .putInt(0)
            .array();
    private static final byte[] TRAILER = {-1, -1};

    /** Bytes sent in one message. */
    private static final int MESSAGE = 1 << 16;

    private final CopyIn copy;
    private final RowEncoder rows = new RowEncoder(2 * MESSAGE);

    private SignalCopy(CopyIn copy) throws SQLException {
        this.copy = copy;
        copy.writeToCopy(HEADER, 0, HEADER.length);
    }

    static SignalCopy into(String table, Connection connection) throws SQLException {
        return new SignalCopy(connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + COLUMNS + ") from stdin with (format binary)"));
    }

    /** @throws techflow.problem.RecordFault SIGNAL_MALFORMED for a text that PostgreSQL cannot hold */
    void add(Signal signal) throws SQLException {
        rows.add(signal);
        if (rows.length() >= MESSAGE) {
            flush();
        }
    }

    /** Adds rows that are encoded already. */
    void add(byte[] encoded, int from, int to) throws SQLException {
        flush();
        for (int at = from; at < to; at += MESSAGE) {
            copy.writeToCopy(encoded, at, Math.min(MESSAGE, to - at));
        }
    }

    /** Ends the COPY and returns the number of rows that the server took. */
    long end() throws SQLException {
        flush();
        copy.writeToCopy(TRAILER, 0, TRAILER.length);
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        if (rows.length() > 0) {
            copy.writeToCopy(rows.bytes(), 0, rows.length());
            rows.clear();
        }
    }
}
