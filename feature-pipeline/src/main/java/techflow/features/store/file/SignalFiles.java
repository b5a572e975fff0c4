package techflow.features.store.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import techflow.features.signal.SignalKind;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Names and faults of signal files. */
final class SignalFiles {
    private static final int BUFFER = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private SignalFiles() {}

    static Path plain(Path directory, SignalKind kind) {
        return directory.resolve(kind.fileStem() + ".csv");
    }

    static Path compressed(Path directory, SignalKind kind) {
        return directory.resolve(kind.fileStem() + ".csv.gz");
    }

    /**
     * The file of a kind, empty when the directory has none.
     *
     * @throws RecordFault FILE_MALFORMED when both forms stand there: which one counts cannot be told
     */
    static Optional<Path> find(Path directory, SignalKind kind) {
        List<Path> found = Stream.of(plain(directory, kind), compressed(directory, kind))
                .filter(Files::exists)
                .toList();
        if (found.size() > 1) {
            throw malformed(
                    found.getLast(),
                    "only one of " + kind.fileStem() + ".csv and .csv.gz may exist",
                    "both",
                    "remove one");
        }
        return found.stream().findFirst();
    }

    static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            return file.toString().endsWith(".gz")
                    ? new GZIPInputStream(bytes, BUFFER)
                    : new BufferedInputStream(bytes, BUFFER);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The file without the mark of byte order that some programs put before the text. */
    static InputStream openText(Path file) throws IOException {
        PushbackInputStream start = new PushbackInputStream(open(file), BYTE_ORDER_MARK.length);
        byte[] head = start.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(head, BYTE_ORDER_MARK)) {
            start.unread(head);
        }
        return start;
    }

    static RecordFault malformed(Path file, String rule, String found, String advice) {
        return malformed(file, List.of(new Violation(String.valueOf(file.getFileName()), rule, found, advice)));
    }

    static RecordFault malformed(Path file, List<Violation> violations) {
        return new RecordFault(
                ProblemCode.FILE_MALFORMED, file.getFileName() + " is not the table it should be", violations);
    }

    static PlatformFault unavailable(Path file, Exception cause) {
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE,
                "The file " + file.getFileName() + " cannot be read or written",
                cause,
                Parameter.safe("file", file.getFileName()));
    }
}
