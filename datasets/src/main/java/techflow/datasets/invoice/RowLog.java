package techflow.datasets.invoice;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import techflow.problem.Violation;

/** Writes {@code rejects.csv} and {@code warnings.csv} while the rows go by. */
final class RowLog implements AutoCloseable {
    /** What is said of a row. */
    enum Kind {
        /** Not taken: it breaks a rule. */
        REJECTED,
        /** Not taken: equal to an earlier row. */
        DUPLICATE,
        /** Not taken: an earlier row tells the same invoice otherwise. */
        CONFLICT,
        /** Taken: its number was used by another invoice. */
        NUMBER_REUSED,
        /** Taken: amount and tax do not make the total. */
        TOTAL_DIFFERS,
        /** Taken: its outcome is not known. */
        OUTCOME_UNKNOWN
    }

    private final CsvWriter rejects;
    private final CsvWriter warnings;

    RowLog(Path directory) throws IOException {
        rejects = writer(directory.resolve("rejects.csv"));
        warnings = writer(directory.resolve("warnings.csv"));
    }

    /** A row that was not taken. */
    void reject(String file, long line, Kind kind, String reason) {
        rejects.writeRecord(file, String.valueOf(line), kind.name(), reason);
    }

    void reject(String file, long line, List<Violation> violations) {
        String reasons = violations.stream().map(Violation::describe).collect(Collectors.joining(" | "));
        reject(file, line, Kind.REJECTED, reasons);
    }

    /** A remark on a row that was taken. */
    void warn(String file, long line, Kind kind, String reason) {
        warnings.writeRecord(file, String.valueOf(line), kind.name(), reason);
    }

    @Override
    public void close() {
        try (rejects;
                warnings) {
            rejects.flush();
            warnings.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvWriter writer(Path file) throws IOException {
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        writer.writeRecord("file", "line", "kind", "reason");
        return writer;
    }
}
