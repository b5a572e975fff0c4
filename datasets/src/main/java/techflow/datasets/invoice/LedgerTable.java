package techflow.datasets.invoice;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** A CSV file with a header line, whose columns are asked for by name. */
final class LedgerTable implements AutoCloseable {
    private final Path file;
    private final LedgerEncoding encoding;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> rows;
    private final List<String> header;
    private final Map<String, Integer> positions = new HashMap<>();

    private LedgerTable(Path file, LedgerEncoding encoding, CsvReader<CsvRecord> csv) {
        this.file = file;
        this.encoding = encoding;
        this.csv = csv;
        rows = csv.iterator();
        header = rows.hasNext()
                ? rows.next().getFields().stream().map(String::strip).toList()
                : List.of();
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(header.get(i), i);
        }
    }

    /**
     * Opens a file.
     *
     * @throws RecordFault FILE_MALFORMED when the file is absent or lacks a column; every missing column is listed
     * @throws PlatformFault STORE_UNAVAILABLE when it cannot be read
     */
    static LedgerTable open(Path file, String... required) {
        if (!Files.isRegularFile(file)) {
            throw new RecordFault(ProblemCode.FILE_MALFORMED, "There is no file " + file);
        }
        try {
            LedgerEncoding encoding = LedgerEncoding.open(file);
            CsvReader<CsvRecord> csv = CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(encoding.reader());
            try {
                LedgerTable table = new LedgerTable(file, encoding, csv);
                table.refuseMissing(required);
                return table;
            } catch (CsvParseException e) {
                csv.close();
                throw notCsv(file, e);
            } catch (RuntimeException e) {
                csv.close();
                throw e;
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    /** Hands on every data row, to the end of the file. */
    void forEach(Consumer<LedgerLine> taker) {
        try {
            rows.forEachRemaining(row -> taker.accept(new LedgerLine(this, row)));
        } catch (CsvParseException e) {
            throw notCsv(file, e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    String encoding() {
        return encoding.charset().name();
    }

    int width() {
        return header.size();
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }

    int position(String column) {
        return Optional.ofNullable(positions.get(column)).orElseThrow();
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private void refuseMissing(String... required) {
        List<Violation> violations = new ArrayList<>();
        for (String column : required) {
            if (!header.contains(column)) {
                violations.add(new Violation(
                        column,
                        "the header must have this column",
                        String.join(",", header),
                        "check which file this is"));
            }
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.FILE_MALFORMED,
                    file.getFileName() + " lacks "
                            + String.join(
                                    ", ",
                                    violations.stream().map(Violation::field).toList())
                            + "; its header is " + String.join(",", header),
                    violations);
        }
    }

    private static RecordFault notCsv(Path file, CsvParseException cause) {
        return new RecordFault(
                ProblemCode.FILE_MALFORMED,
                file.getFileName() + " is not CSV: " + cause.getMessage() + "; check the quotes");
    }

    private static PlatformFault unreadable(Path file, Exception cause) {
        return new PlatformFault(ProblemCode.STORE_UNAVAILABLE, file + " cannot be read: " + cause.getMessage(), cause);
    }
}
