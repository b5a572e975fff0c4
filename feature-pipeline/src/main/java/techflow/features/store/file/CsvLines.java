package techflow.features.store.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalKind;
import techflow.features.signal.TextCell;
import techflow.problem.Violation;

/** Rows of a file of one kind, decoded one by one. Not thread-safe. */
final class CsvLines {
    private final Path file;
    private final SignalKind kind;
    private final CsvColumns columns;
    private final CsvRows rows;
    private final Step next;
    private Optional<EnterpriseId> last = Optional.empty();

    CsvLines(Path file, SignalKind kind, CsvColumns columns, CsvRows rows) {
        this.file = file;
        this.kind = kind;
        this.columns = columns;
        this.rows = rows;
        this.next = rows::next;
    }

    /** Reads the header line, which tells where the columns stand. */
    static CsvColumns header(Path file, SignalKind kind, CsvRows rows) {
        boolean any = read(file, rows::next);
        return CsvColumns.of(
                file,
                kind,
                any ? Stream.of(rows.cells()).map(TextCell::toString).toList() : List.of());
    }

    /** Goes to the next row; false at the end. */
    boolean next() {
        return read(file, next);
    }

    /** What becomes of the row. */
    SignalLine line() {
        TextCell[] cells = rows.cells();
        if (cells.length != columns.size()) {
            return wrongLength(cells.length);
        }
        TextCell[] inOrder = columns.inOrder(cells);
        boolean sameFirm = last.isPresent() && last.get().code().equals(inOrder[0].toString());
        return switch (SignalDecoder.decode(kind, inOrder, sameFirm ? last : Optional.empty())) {
            case Decoded.Accepted accepted -> accepted(accepted.signal(), sameFirm);
            case Decoded.Rejected rejected -> new SignalLine.Rejected(rows.line(), rejected.violations());
        };
    }

    private SignalLine accepted(Signal signal, boolean sameFirm) {
        if (!sameFirm) {
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

    /** A step of reading that may meet bytes which are no CSV. */
    interface Step {
        boolean read() throws IOException;
    }

    /** Takes the step; what goes wrong becomes a fault that names the file. */
    static boolean read(Path file, Step step) {
        try {
            return step.read();
        } catch (CharacterCodingException e) {
            throw SignalFiles.malformed(file, "must be UTF-8", "other bytes", "save the file as UTF-8");
        } catch (CsvRows.BrokenCsv e) {
            throw SignalFiles.malformed(
                    file, "must be CSV with closed quotes", String.valueOf(e.getMessage()), "correct the line named");
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }
}
