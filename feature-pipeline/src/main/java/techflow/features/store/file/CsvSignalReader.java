package techflow.features.store.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalKind;
import techflow.problem.Violation;

/** Reads the rows of one file of one kind, each accepted or rejected with its line. Not thread-safe; close it. */
public final class CsvSignalReader implements Iterator<SignalLine>, AutoCloseable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final SignalKind kind;
    private final CloseableIterator<CsvRecord> records;
    private final CsvColumns columns;

    private CsvSignalReader(Path file, SignalKind kind, CloseableIterator<CsvRecord> records) {
        this.file = file;
        this.kind = kind;
        this.records = records;
        this.columns = CsvColumns.of(file, kind, hasRecord() ? nextRecord().getFields() : List.of());
    }

    /**
     * Opens a file, plain or {@code .gz}, and reads its header line.
     *
     * @throws techflow.problem.RecordFault FILE_MALFORMED when columns are missing, unknown or doubled
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the file cannot be read
     */
    public static CsvSignalReader open(Path file, SignalKind kind) {
        try {
            InputStream bytes = SignalFiles.open(file);
            try {
                InputStreamReader text =
                        new InputStreamReader(withoutByteOrderMark(bytes), StandardCharsets.UTF_8.newDecoder());
                return new CsvSignalReader(file, kind, csv().ofCsvRecord(text).iterator());
            } catch (IOException | RuntimeException e) {
                bytes.close();
                throw e;
            }
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }

    private static CsvReader.CsvReaderBuilder csv() {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /** @throws techflow.problem.RecordFault FILE_MALFORMED when the file is not UTF-8 or its quotes do not match */
    @Override
    public boolean hasNext() {
        return hasRecord();
    }

    @Override
    public SignalLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file has no more rows");
        }
        CsvRecord row = nextRecord();
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != columns.size()) {
            return new SignalLine.Rejected(
                    line,
                    List.of(new Violation(
                            "row",
                            "must have " + columns.size() + " cells like the header line",
                            row.getFieldCount() + " cells",
                            "check the separators and the quotes of this line")));
        }
        return switch (SignalDecoder.decode(kind, columns.inOrder(row.getFields()))) {
            case Decoded.Accepted accepted -> new SignalLine.Accepted(line, accepted.signal());
            case Decoded.Rejected rejected -> new SignalLine.Rejected(line, rejected.violations());
        };
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }

    private boolean hasRecord() {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private CsvRecord nextRecord() {
        try {
            return records.next();
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private RuntimeException unreadable(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return SignalFiles.malformed(file, "must be UTF-8", "other bytes", "save the file as UTF-8");
            }
            if (cause instanceof IOException io) {
                return SignalFiles.unavailable(file, io);
            }
        }
        return SignalFiles.malformed(
                file, "must be CSV with closed quotes", String.valueOf(failure.getMessage()), "correct the line named");
    }

    private static InputStream withoutByteOrderMark(InputStream bytes) throws IOException {
        PushbackInputStream start = new PushbackInputStream(bytes, BYTE_ORDER_MARK.length);
        byte[] head = start.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(head, BYTE_ORDER_MARK)) {
            start.unread(head);
        }
        return start;
    }
}
