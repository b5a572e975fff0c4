package techflow.features.store.parquet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalStore;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/**
 * The signals of a directory of Parquet files, {@code <file stem>.parquet} or {@code <file stem>/*.parquet}. Every file
 * must be sorted by {@code uscc}; several files of a kind may overlap, though files that follow one another need less
 * memory. A kind without a file has no signals.
 */
public final class ParquetSignalStore implements SignalStore {
    private final Path directory;

    public ParquetSignalStore(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads only the row groups that can hold the firm, by the files' statistics.
     *
     * @throws techflow.problem.RecordFault SIGNAL_MALFORMED when a row of the firm is bad, FILE_MALFORMED when one read on the
     *     way is out of order
     * @throws PlatformFault STORE_UNAVAILABLE when the directory or a file cannot be read
     */
    @Override
    public List<Signal> history(EnterpriseId enterprise) {
        String code = enterprise.code();
        try (Stream<Undecoded> stored = stream(code.substring(0, code.length() - 1))) {
            return stored.takeWhile(history -> history.enterprise().compareTo(enterprise) <= 0)
                    .filter(history -> history.enterprise().equals(enterprise))
                    .findFirst()
                    .map(history -> history.decode().get().signals())
                    .orElse(List.of());
        }
    }

    /**
     * Merges the files in one pass; holds one firm and one row group per open file at a time.
     *
     * @throws techflow.problem.RecordFault FILE_MALFORMED for a file that is no such table or a row out of order,
     *     SIGNAL_MALFORMED for a bad row, as it is reached
     * @throws PlatformFault STORE_UNAVAILABLE when the directory or a file cannot be read
     */
    @Override
    public Stream<History> histories() {
        return undecoded().map(history -> history.decode().get());
    }

    /** {@inheritDoc} A row whose own cells are bad is told when its firm is decoded. */
    @Override
    public Stream<Undecoded> undecoded() {
        return stream("");
    }

    /** {@inheritDoc} Row groups that end before are not read. */
    @Override
    public Stream<History> historiesAfter(EnterpriseId last) {
        return undecodedAfter(last).map(history -> history.decode().get());
    }

    @Override
    public Stream<Undecoded> undecodedAfter(EnterpriseId last) {
        return stream(last.code());
    }

    /** Rows of one kind by the files' footers: every version of every observation. */
    public long rows(SignalKind kind) {
        return ParquetParts.of(directory, kind).stream()
                .mapToLong(ParquetSignalStore::rows)
                .sum();
    }

    private static long rows(Path file) {
        try (ParquetTableReader table = ParquetTableReader.open(file)) {
            return table.rows();
        }
    }

    private Stream<Undecoded> stream(String after) {
        if (!Files.isDirectory(directory)) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "There is no directory " + directory.getFileName(), null);
        }
        ParquetHistories histories = ParquetHistories.open(directory, after);
        return StreamSupport.stream(histories, false).onClose(histories::close);
    }
}
