package techflow.features.ingest;

import java.util.Iterator;
import techflow.features.store.file.SignalLine;

/** The rows of one file, of whatever format, from the first one on, as often as asked. */
public interface SignalSource {
    /** Each call begins anew; the same file gives the same rows in the same order. */
    Rows rows();

    /** The text of rows as the sender wrote them. */
    Texts texts();

    /** Rows, each accepted or rejected. */
    interface Rows extends Iterator<SignalLine>, AutoCloseable {
        @Override
        void close();
    }

    /** Texts of rows by line, or by row number where there are no lines, asked for in ascending order. */
    interface Texts extends AutoCloseable {
        /** The row that begins in this line. */
        String at(long line);

        @Override
        void close();
    }
}
