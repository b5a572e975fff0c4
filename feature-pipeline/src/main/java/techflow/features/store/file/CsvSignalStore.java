package techflow.features.store.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.store.SignalStore;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/**
 * The signals of a directory. Its files must be sorted by {@code uscc}, as {@link CsvSignalWriter} leaves them when it is
 * given firms in order. Nothing is kept in memory: {@link #history} reads the files up to the firm, so ask
 * {@link #histories} or a database for many firms.
 */
public final class CsvSignalStore implements SignalStore {
    private final Path directory;

    public CsvSignalStore(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads each file from its start to the end of the firm's rows.
     *
     * @throws techflow.problem.RecordFault SIGNAL_MALFORMED or FILE_MALFORMED when a row read on the way is bad or out of
     *     order
     * @throws PlatformFault STORE_UNAVAILABLE when the directory or a file cannot be read
     */
    @Override
    public List<Signal> history(EnterpriseId enterprise) {
        try (Stream<Undecoded> stored = undecoded()) {
            return stored.takeWhile(history -> history.enterprise().compareTo(enterprise) <= 0)
                    .filter(history -> history.enterprise().equals(enterprise))
                    .findFirst()
                    .map(history -> history.decode().get().signals())
                    .orElse(List.of());
        }
    }

    /**
     * Merges the files in one pass; holds one firm at a time.
     *
     * @throws techflow.problem.RecordFault FILE_MALFORMED for a wrong header or a row out of order, SIGNAL_MALFORMED for a
     *     bad row, as it is reached
     * @throws PlatformFault STORE_UNAVAILABLE when the directory or a file cannot be read
     */
    @Override
    public Stream<History> histories() {
        return undecoded().map(history -> history.decode().get());
    }

    /** {@inheritDoc} Reading only looks for the ends of the rows; a bad row is told when its firm is decoded. */
    @Override
    public Stream<Undecoded> undecoded() {
        if (!Files.isDirectory(directory)) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "There is no directory " + directory.getFileName(), null);
        }
        MergedFiles merged = MergedFiles.open(directory);
        return StreamSupport.stream(merged, false).onClose(merged::close);
    }

    @Override
    public Stream<History> historiesAfter(EnterpriseId last) {
        return undecodedAfter(last).map(history -> history.decode().get());
    }

    /** {@inheritDoc} The rows before are split but not decoded. */
    @Override
    public Stream<Undecoded> undecodedAfter(EnterpriseId last) {
        return undecoded().dropWhile(history -> history.enterprise().compareTo(last) <= 0);
    }
}
