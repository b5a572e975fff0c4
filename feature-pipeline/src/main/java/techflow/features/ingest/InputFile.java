package techflow.features.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import techflow.features.signal.SignalKind;
import techflow.features.store.postgres.LoadFile;

/**
 * A file that has been looked at and may be ingested.
 *
 * @param path where it lies
 * @param file what the ledger will say of it
 * @param rows about how many rows it has, for progress; a row may take several lines
 * @param source its rows
 */
public record InputFile(Path path, LoadFile file, long rows, SignalSource source) {
    private static final String PARQUET = ".parquet";
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", PARQUET);

    /**
     * Looks at a CSV or Parquet file: hash, encoding, kind.
     *
     * @param kind what it holds; empty to find out from its name and columns
     * @throws techflow.problem.RecordFault FILE_MALFORMED when it is missing, not UTF-8 or not whole, or of an unknown kind
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when it cannot be read
     */
    public static InputFile examine(Path path, Optional<SignalKind> kind) {
        return path.toString().endsWith(PARQUET) ? parquet(path, kind) : csv(path, kind);
    }

    private static InputFile csv(Path path, Optional<SignalKind> kind) {
        Inspection seen = Inspection.of(path);
        SignalKind found = kind.orElseGet(() -> KindDetection.of(path, CsvSource.header(path)));
        return new InputFile(path, seen.file(path, found), Math.max(0, seen.lines() - 1), new CsvSource(path, found));
    }

    private static InputFile parquet(Path path, Optional<SignalKind> kind) {
        Inspection seen = Inspection.ofBinary(path);
        ParquetSource.Footer footer = ParquetSource.Footer.of(path);
        SignalKind found = kind.orElseGet(() -> KindDetection.of(path, footer.columns()));
        return new InputFile(path, seen.file(path, found), footer.rows(), new ParquetSource(path, found));
    }

    /**
     * The files that a list of files and folders means: a folder stands for the files of signals in it, rejects files
     * aside, by name.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when a folder cannot be read
     */
    public static List<Path> find(List<Path> filesAndFolders) {
        return filesAndFolders.stream()
                .flatMap(one -> Files.isDirectory(one) ? within(one).stream() : Stream.of(one))
                .distinct()
                .toList();
    }

    /** Firms before what refers to them, patents before their events: the order of the kinds. */
    public static Comparator<InputFile> order() {
        return Comparator.comparing((InputFile input) -> input.file().kind())
                .thenComparing(input -> input.file().name());
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                    .filter(file -> !file.toString().endsWith(RejectsFile.ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Refusal.unreadable(folder, e);
        }
    }
}
