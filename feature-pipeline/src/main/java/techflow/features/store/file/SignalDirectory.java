package techflow.features.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalStore;
import techflow.features.store.SignalWriter;
import techflow.features.store.parquet.ParquetSignalStore;
import techflow.features.store.parquet.ParquetSignalWriter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** A directory of signal files, whose form is told by what it holds. */
public final class SignalDirectory {
    private static final int BUFFER = 1 << 16;

    /** The form of the files. */
    public enum Format {
        /** {@code .csv} or {@code .csv.gz}. */
        CSV,
        /** {@code .parquet}, a file or a directory of files. */
        PARQUET
    }

    private SignalDirectory() {}

    /**
     * The store that reads the directory.
     *
     * @throws techflow.problem.RecordFault FILE_MALFORMED when it holds no signal file, or files of both forms
     * @throws PlatformFault STORE_UNAVAILABLE when there is no such directory
     */
    public static SignalStore open(Path directory) {
        return switch (format(directory)) {
            case CSV -> new CsvSignalStore(directory);
            case PARQUET -> new ParquetSignalStore(directory);
        };
    }

    /**
     * A writer that fills the directory.
     *
     * @param gzip compresses CSV; Parquet is compressed anyway
     */
    public static SignalWriter writer(Path directory, Format format, boolean gzip) {
        return switch (format) {
            case CSV -> CsvSignalWriter.into(directory, gzip);
            case PARQUET -> ParquetSignalWriter.into(directory);
        };
    }

    /** The form of the files; throws as {@link #open} does. */
    public static Format format(Path directory) {
        Set<Format> found = EnumSet.noneOf(Format.class);
        files(directory).forEach(file -> found.add(isParquet(file) ? Format.PARQUET : Format.CSV));
        if (found.size() > 1) {
            throw SignalFiles.malformed(
                    directory,
                    "must hold signal files of one form",
                    "both CSV and Parquet",
                    "move the files of one form elsewhere");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> SignalFiles.malformed(
                        directory,
                        "must hold at least one signal file",
                        "none",
                        "name a file after its kind, such as patent.csv, patent.csv.gz or patent.parquet; kinds: "
                                + stems()));
    }

    /**
     * Every file or directory of files of the kinds, in the order of the kinds; the rest of the directory is nobody's.
     *
     * @throws PlatformFault STORE_UNAVAILABLE when there is no such directory
     */
    public static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "There is no directory " + directory.getFileName(), null);
        }
        return Arrays.stream(SignalKind.values())
                .flatMap(kind -> Stream.of(
                        SignalFiles.plain(directory, kind),
                        SignalFiles.compressed(directory, kind),
                        directory.resolve(kind.fileStem() + ".parquet"),
                        directory.resolve(kind.fileStem())))
                .filter(SignalDirectory::isThere)
                .toList();
    }

    /** About how many firms the directory holds, by the rows of their profiles; empty when it has no profiles. */
    public static OptionalLong firms(Path directory) {
        long rows = switch (format(directory)) {
            case CSV ->
                SignalFiles.find(directory, SignalKind.ENTERPRISE_PROFILE)
                        .map(file -> lines(file) - 1)
                        .orElse(0L);
            case PARQUET -> new ParquetSignalStore(directory).rows(SignalKind.ENTERPRISE_PROFILE);
        };
        return rows > 0 ? OptionalLong.of(rows) : OptionalLong.empty();
    }

    private static long lines(Path file) {
        try (InputStream bytes = SignalFiles.open(file)) {
            byte[] buffer = new byte[BUFFER];
            long lines = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }

    private static boolean isThere(Path path) {
        if (!Files.isDirectory(path)) {
            return Files.exists(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.anyMatch(file -> file.toString().endsWith(".parquet"));
        } catch (IOException e) {
            throw SignalFiles.unavailable(path, e);
        }
    }

    private static boolean isParquet(Path path) {
        return Files.isDirectory(path) || path.toString().endsWith(".parquet");
    }

    private static String stems() {
        return Arrays.stream(SignalKind.values()).map(SignalKind::fileStem).collect(Collectors.joining(", "));
    }
}
