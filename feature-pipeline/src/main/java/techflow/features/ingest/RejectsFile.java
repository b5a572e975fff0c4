package techflow.features.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * The rows of a file that are told of, with line, rule, value and the row itself. It exists only when there is such a row.
 * What is appended is on disk when the call returns.
 */
final class RejectsFile implements AutoCloseable {
    static final String ENDING = ".rejects.csv";
    private static final List<String> HEADER = List.of("line", "outcome", "field", "rule", "found", "advice", "row");

    private final Optional<Path> file;
    private Optional<FileChannel> channel = Optional.empty();
    private long length;

    private RejectsFile(Optional<Path> file, long length) {
        this.file = file;
        this.length = length;
    }

    /** {@code patent.csv.gz} → {@code patent.rejects.csv}, beside it or in the folder. */
    static Path of(Path input, Optional<Path> folder) {
        Path beside = input.toAbsolutePath().getParent();
        Path home = folder.orElse(beside == null ? Path.of("") : beside);
        return home.resolve(KindDetection.fileStem(input) + ENDING);
    }

    /**
     * Goes on after {@code length} bytes; what stands behind them belongs to a chunk that was not stored. With 0 the file
     * of an earlier load goes away.
     *
     * @throws RecordFault FILE_MALFORMED when the file is shorter
     */
    static RejectsFile goOn(Path file, long length) {
        RejectsFile rejects = new RejectsFile(Optional.of(file), length);
        try {
            if (length == 0) {
                Files.deleteIfExists(file);
            } else {
                rejects.cutBack(file);
            }
            return rejects;
        } catch (IOException e) {
            throw Refusal.unreadable(file, e);
        }
    }

    /** Writes nothing at all. */
    static RejectsFile nowhere() {
        return new RejectsFile(Optional.empty(), 0);
    }

    private void cutBack(Path file) throws IOException {
        long found = Files.exists(file) ? Files.size(file) : 0;
        if (found < length) {
            throw new RecordFault(
                    ProblemCode.FILE_MALFORMED,
                    "The interrupted load cannot go on",
                    List.of(new Violation(
                            String.valueOf(file.getFileName()),
                            "must hold the " + length + " bytes that the interrupted load wrote",
                            found + " bytes",
                            "put the file back, or load from the first row with --again")));
        }
        channel(file).truncate(length);
        channel(file).force(true);
    }

    /** Appends and returns the length afterwards. */
    long append(List<Reject> rejects, SignalSource.Texts texts) {
        if (rejects.isEmpty() || file.isEmpty()) {
            return length;
        }
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        if (length == 0) {
            csv.writeRecord(HEADER);
        }
        long line = 0;
        String row = "";
        for (Reject reject : rejects) {
            if (reject.line() != line) {
                line = reject.line();
                row = texts.at(line);
            }
            csv.writeRecord(cells(reject, row));
        }
        return write(file.get(), text.toString());
    }

    private static List<String> cells(Reject reject, String row) {
        return List.of(
                Long.toString(reject.line()),
                reject.outcome().name().toLowerCase(java.util.Locale.ROOT),
                reject.violation().field(),
                reject.violation().rule(),
                reject.violation().found(),
                reject.violation().advice(),
                row);
    }

    private long write(Path to, String text) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try {
            FileChannel open = channel(to);
            while (bytes.hasRemaining()) {
                length += open.write(bytes, length);
            }
            open.force(true);
            return length;
        } catch (IOException e) {
            throw Refusal.unreadable(to, e);
        }
    }

    private FileChannel channel(Path file) throws IOException {
        if (channel.isEmpty()) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            channel = Optional.of(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        }
        return channel.get();
    }

    /** The file, if anything was written. */
    Optional<Path> written() {
        return file.filter(path -> length > 0);
    }

    long length() {
        return length;
    }

    @Override
    public void close() {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException e) {
            throw Refusal.unreadable(file.orElse(Path.of("rejects")), e);
        }
    }
}
