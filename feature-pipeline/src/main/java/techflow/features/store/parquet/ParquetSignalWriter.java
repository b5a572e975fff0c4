package techflow.features.store.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalWriter;
import techflow.problem.PlatformFault;

/**
 * Writes signals to a directory, one Parquet file per kind, rows in the order given. Give them ascending by enterprise,
 * firm by firm, when a {@link ParquetSignalStore} is to read them. Every kind gets a file, if only an empty one. Not
 * thread-safe.
 */
public final class ParquetSignalWriter implements SignalWriter {
    private final Map<SignalKind, KindFile> files = new EnumMap<>(SignalKind.class);

    private ParquetSignalWriter() {}

    /**
     * Makes the directory when it is missing and starts every file anew; what stood there under these names is lost.
     *
     * @throws PlatformFault STORE_UNAVAILABLE when a file cannot be made
     */
    public static ParquetSignalWriter into(Path directory) {
        ParquetSignalWriter writer = new ParquetSignalWriter();
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw ParquetFaults.unavailable(directory, e);
        }
        for (SignalKind kind : SignalKind.values()) {
            SignalColumns columns = new SignalColumns(kind);
            ParquetTableWriter table = ParquetTableWriter.create(
                    directory.resolve(kind.fileStem() + ParquetParts.EXTENSION),
                    columns.columns(),
                    Map.of("techflow.kind", kind.name()));
            writer.files.put(kind, new KindFile(columns, table));
        }
        return writer;
    }

    private record KindFile(SignalColumns columns, ParquetTableWriter table) {}

    @Override
    public void write(Signal signal) {
        KindFile file = files.get(signal.kind());
        if (file == null) {
            throw new IllegalStateException("the writer is closed");
        }
        file.table().write(file.columns().row(signal));
    }

    /** {@inheritDoc} Whichever of them fails, the others are ended. */
    @Override
    public void close() {
        PlatformFault failure = null;
        for (KindFile file : files.values()) {
            try {
                file.table().close();
            } catch (PlatformFault e) {
                failure = e;
            }
        }
        files.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
