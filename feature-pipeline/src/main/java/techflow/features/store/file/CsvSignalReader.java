package techflow.features.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalKind;
import techflow.problem.Violation;

/** Reads the rows of one file of one kind, each accepted or rejected with its line. Not thread-safe; close it. */
public final class CsvSignalReader implements Iterator<SignalLine>, AutoCloseable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final SignalKind kind;
    private final InputStream bytes;
    private final CsvRows rows;
    private final CsvColumns columns;

    /** True when {@code rows} stands at a row that {@link #next} has not told yet. */
    private boolean ahead;

    private Optional<EnterpriseId> last = Optional.empty();

    private CsvSignalReader(Path file, SignalKind kind, InputStream bytes) {
        this.file = file;
        this.kind = kind;
        this.bytes = bytes;
        this.rows = new CsvRows(bytes);
        this.columns = CsvColumns.of(file, kind, header());
    }

    private List<String> header() {
        return advance() ? rows.cells().stream().map(CharSequence::toString).toList() : List.of();
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
                return new CsvSignalReader(file, kind, withoutByteOrderMark(bytes));
            } catch (IOException | RuntimeException e) {
                bytes.close();
                throw e;
            }
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }

    /** @throws techflow.problem.RecordFault FILE_MALFORMED when the file is not UTF-8 or its quotes do not match */
    @Override
    public boolean hasNext() {
        ahead = ahead || advance();
        return ahead;
    }

    @Override
    public SignalLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file has no more rows");
        }
        ahead = false;
        List<CharSequence> cells = rows.cells();
        if (cells.size() != columns.size()) {
            return wrongLength(cells.size());
        }
        return switch (SignalDecoder.decode(kind, columns.inOrder(cells), last)) {
            case Decoded.Accepted accepted -> accepted(accepted.signal());
            case Decoded.Rejected rejected -> new SignalLine.Rejected(rows.line(), rejected.violations());
        };
    }

    private SignalLine accepted(Signal signal) {
        if (last.isEmpty() || !last.get().equals(signal.enterprise())) {
            last = Optional.of(signal.enterprise());
        }
        return new SignalLine.Accepted(rows.line(), signal);
    }

    private SignalLine wrongLength(int found) {
        return new SignalLine.Rejected(
                rows.line(),
                List.of(new Violation(
                        "row",
                        "must have " + columns.size() + " cells like the header line",
                        found + " cells",
                        "check the separators and the quotes of this line")));
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }

    private boolean advance() {
        try {
            return rows.next();
        } catch (CharacterCodingException e) {
            throw SignalFiles.malformed(file, "must be UTF-8", "other bytes", "save the file as UTF-8");
        } catch (CsvRows.BrokenCsv e) {
            throw SignalFiles.malformed(
                    file, "must be CSV with closed quotes", String.valueOf(e.getMessage()), "correct the line named");
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
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
