package techflow.features.store.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalWriter;

/**
 * Writes signals to a directory, one file per kind, rows in the order given. Give them ascending by enterprise, firm by
 * firm, when a {@link CsvSignalStore} is to read them. Every kind gets a file, if only its header line. Not thread-safe.
 */
public final class CsvSignalWriter implements SignalWriter {
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
        return into(directory, false);
    }

    /**
     * As {@link #into(Path)}, the files compressed when asked for.
     *
     * @param gzip true for {@code .csv.gz}, false for {@code .csv}
     */
    public static CsvSignalWriter into(Path directory, boolean gzip) {
        CsvSignalWriter writer = new CsvSignalWriter(directory);
        try {
            Files.createDirectories(directory);
            for (SignalKind kind : SignalKind.values()) {
                Path path = gzip ? SignalFiles.compressed(directory, kind) : SignalFiles.plain(directory, kind);
                CsvWriter file = CsvWriter.builder()
                        .bufferSize(BUFFER)
                        .lineDelimiter(LineDelimiter.LF)
                        .build(text(path, gzip));
                writer.writers.put(kind, file);
                file.writeRecord(SignalFormat.of(kind).header());
            }
            return writer;
        } catch (IOException e) {
            writer.close();
            throw SignalFiles.unavailable(directory, e);
        }
    }

    private static Writer text(Path file, boolean gzip) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        return new OutputStreamWriter(gzip ? new GZIPOutputStream(bytes, BUFFER) : bytes, StandardCharsets.UTF_8);
    }

    @Override
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
