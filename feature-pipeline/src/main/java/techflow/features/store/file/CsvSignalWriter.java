package techflow.features.store.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;

/**
 * Writes signals to a directory, one file per kind, rows in the order given. Give them ascending by enterprise, firm by
 * firm, when a {@link CsvSignalStore} is to read them. Every kind gets a file, if only its header line. Not thread-safe.
 */
public final class CsvSignalWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path directory;
    private final Map<SignalKind, CsvWriter> writers = new EnumMap<>(SignalKind.class);

    private CsvSignalWriter(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the directory when it is missing and starts every file anew; what stood there under these names is lost.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when a file cannot be made
     */
    public static CsvSignalWriter into(Path directory) {
        CsvSignalWriter writer = new CsvSignalWriter(directory);
        try {
            Files.createDirectories(directory);
            for (SignalKind kind : SignalKind.values()) {
                CsvWriter file = CsvWriter.builder()
                        .bufferSize(BUFFER)
                        .lineDelimiter(LineDelimiter.LF)
                        .build(
                                SignalFiles.plain(directory, kind),
                                StandardCharsets.UTF_8,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE);
                writer.writers.put(kind, file);
                file.writeRecord(SignalFormat.of(kind).header());
            }
            return writer;
        } catch (IOException e) {
            writer.close();
            throw SignalFiles.unavailable(directory, e);
        }
    }

    /** @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the file cannot be written */
    public void write(Signal signal) {
        CsvWriter writer = writers.get(signal.kind());
        if (writer == null) {
            throw new IllegalStateException("the writer is closed");
        }
        try {
            writer.writeRecord(SignalDecoder.encode(signal));
        } catch (UncheckedIOException e) {
            throw SignalFiles.unavailable(SignalFiles.plain(directory, signal.kind()), e);
        }
    }

    /** Ends every file, whichever of them fails. */
    @Override
    public void close() {
        IOException failure = null;
        for (CsvWriter writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        writers.clear();
        if (failure != null) {
            throw SignalFiles.unavailable(directory, failure);
        }
    }
}
