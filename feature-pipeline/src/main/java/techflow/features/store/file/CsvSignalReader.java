package techflow.features.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import techflow.features.signal.SignalKind;

/** Reads the rows of one file of one kind, each accepted or rejected with its line. Not thread-safe; close it. */
public final class CsvSignalReader implements Iterator<SignalLine>, AutoCloseable {
    private final Path file;
    private final InputStream bytes;
    private final CsvLines lines;

    /** True when {@code lines} stands at a row that {@link #next} has not told yet. */
    private boolean ahead;

    private CsvSignalReader(Path file, SignalKind kind, InputStream bytes) {
        CsvRows rows = new CsvRows(bytes);
        this.file = file;
        this.bytes = bytes;
        this.lines = new CsvLines(file, kind, CsvLines.header(file, kind, rows), rows);
    }

    /**
     * Opens a file, plain or {@code .gz}, and reads its header line.
     *
     * @throws techflow.problem.RecordFault FILE_MALFORMED when columns are missing, unknown or doubled
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the file cannot be read
     */
    public static CsvSignalReader open(Path file, SignalKind kind) {
        try {
            InputStream bytes = SignalFiles.openText(file);
            try {
                return new CsvSignalReader(file, kind, bytes);
            } catch (RuntimeException e) {
                bytes.close();
                throw e;
            }
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }

    /** @throws techflow.problem.RecordFault FILE_MALFORMED when the file is not UTF-8 or its quotes do not match */
    @Override
    public boolean hasNext() {
        ahead = ahead || lines.next();
        return ahead;
    }

    @Override
    public SignalLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file has no more rows");
        }
        ahead = false;
        return lines.line();
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }
}
