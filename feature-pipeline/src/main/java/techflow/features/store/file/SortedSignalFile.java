package techflow.features.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/**
 * A file whose rows ascend by enterprise. One thread takes the rows of one firm after the other, not decoded; any thread
 * decodes what was taken.
 */
final class SortedSignalFile implements AutoCloseable {
    private static final int CODE = 0;

    private final Path file;
    private final SignalKind kind;
    private final InputStream bytes;
    private final CsvRows rows;
    private final CsvColumns columns;

    /** Decoders that no thread uses now: what they remember makes them worth keeping. */
    private final Queue<Decoder> idle = new ConcurrentLinkedQueue<>();

    private final CsvLines.Step nextWhole;

    private Optional<EnterpriseId> ahead = Optional.empty();

    /** Bytes of the firm before: the next one needs about as many. */
    private int lastLength = 1 << 9;

    private record Decoder(CsvRows rows, CsvLines lines) {}

    private SortedSignalFile(Path file, SignalKind kind, InputStream bytes) {
        this.file = file;
        this.kind = kind;
        this.bytes = bytes;
        this.rows = new CsvRows(bytes);
        this.columns = CsvLines.header(file, kind, rows);
        this.nextWhole = () -> rows.nextWhole(columns.position(CODE));
        advance();
    }

    static SortedSignalFile open(Path file, SignalKind kind) {
        try {
            InputStream bytes = SignalFiles.openText(file);
            try {
                return new SortedSignalFile(file, kind, bytes);
            } catch (RuntimeException e) {
                bytes.close();
                throw e;
            }
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }

    /** The firm whose rows come next, empty at the end. */
    Optional<EnterpriseId> firm() {
        return ahead;
    }

    /** The rows of the firm if it is the next one. */
    Optional<FirmRows> take(EnterpriseId enterprise) {
        if (ahead.isEmpty() || !ahead.get().equals(enterprise)) {
            return Optional.empty();
        }
        FirmRows taken = new FirmRows(rows.line(), lastLength + lastLength / 4 + 1);
        while (ahead.isPresent() && ahead.get().equals(enterprise)) {
            rows.copyTo(taken);
            advance();
        }
        lastLength = taken.length();
        return Optional.of(taken);
    }

    /** Adds the signals of rows taken before; on any thread. */
    void decode(FirmRows taken, List<Signal> signals) {
        Decoder decoder = Optional.ofNullable(idle.poll()).orElseGet(this::decoder);
        taken.into(decoder.rows);
        while (decoder.lines.next()) {
            signals.add(accepted(decoder.lines.line()));
        }
        idle.add(decoder);
    }

    private Decoder decoder() {
        CsvRows own = new CsvRows(InputStream.nullInputStream());
        return new Decoder(own, new CsvLines(file, kind, columns, own));
    }

    private Signal accepted(SignalLine line) {
        return switch (line) {
            case SignalLine.Accepted accepted -> accepted.signal();
            case SignalLine.Rejected rejected ->
                throw new RecordFault(
                        ProblemCode.SIGNAL_MALFORMED,
                        file.getFileName() + " line " + rejected.line() + " breaks the contract of its kind",
                        rejected.violations());
        };
    }

    private void advance() {
        Optional<EnterpriseId> last = ahead;
        boolean any = CsvLines.read(file, nextWhole);
        if (!any || last.isEmpty() || !last.get().code().equals(rows.key().toString())) {
            ahead = any ? Optional.of(firm(last, rows.key().toString())) : Optional.empty();
        }
    }

    private EnterpriseId firm(Optional<EnterpriseId> last, String text) {
        if (!EnterpriseId.violations("uscc", text).isEmpty()) {
            throw refused();
        }
        EnterpriseId enterprise = new EnterpriseId(text);
        if (last.isPresent() && last.get().compareTo(enterprise) > 0) {
            throw SignalFiles.malformed(
                    file,
                    "rows must ascend by uscc",
                    "line " + rows.line() + ": " + enterprise.masked() + " after "
                            + last.get().masked(),
                    "sort the file by uscc in ASCII order, header line first");
        }
        return enterprise;
    }

    /** The fault of a row whose firm cannot be told, with all that is wrong with it. */
    private RuntimeException refused() {
        FirmRows row = new FirmRows(rows.line(), lastLength);
        rows.copyTo(row);
        Decoder decoder = decoder();
        row.into(decoder.rows);
        decoder.lines.next();
        accepted(decoder.lines.line());
        return new IllegalStateException("a row without a valid code was accepted");
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }
}
