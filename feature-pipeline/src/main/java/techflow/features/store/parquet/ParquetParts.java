package techflow.features.store.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import techflow.features.signal.SignalKind;

/** The files of a kind: {@code <stem>.parquet}, or every {@code .parquet} below a directory of that name or of the stem. */
final class ParquetParts {
    static final String EXTENSION = ".parquet";

    private ParquetParts() {}

    /**
     * The files in the order of their names; empty when the kind has none. Names that begin with a dot or an underscore
     * are the bookkeeping of other systems.
     *
     * @throws techflow.problem.RecordFault FILE_MALFORMED when a file and a directory of the kind stand there
     */
    static List<Path> of(Path directory, SignalKind kind) {
        List<Path> found = Stream.of(kind.fileStem() + EXTENSION, kind.fileStem())
                .map(directory::resolve)
                .filter(Files::exists)
                .toList();
        if (found.size() > 1) {
            throw ParquetFaults.malformed(
                    found.getLast(),
                    "only one of " + kind.fileStem() + ".parquet and " + kind.fileStem() + "/ may exist",
                    "both",
                    "remove one");
        }
        return found.stream().flatMap(path -> files(path).stream()).toList();
    }

    private static List<Path> files(Path path) {
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(EXTENSION))
                    .filter(file -> !isHidden(path, file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ParquetFaults.unavailable(path, e);
        }
    }

    private static boolean isHidden(Path root, Path file) {
        for (Path name : root.relativize(file)) {
            if (name.toString().startsWith("_") || name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
