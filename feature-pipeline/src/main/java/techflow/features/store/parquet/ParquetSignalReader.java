package techflow.features.store.parquet;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Reads the rows of one file of one kind; {@link SignalDecoder} judges each. A file may leave out an optional column: its
 * cells are empty then. Not thread-safe; close it.
 *
 * <pre>{@code
 * while (reader.next()) {
 *     Decoded row = reader.decoded();
 * }
 * }</pre>
 */
public final class ParquetSignalReader implements AutoCloseable {
    private static final int HEADER = SignalFormat.HEADER_COLUMNS.size();
    private static final int LEFT_OUT = -1;

    private final Path file;
    private final SignalKind kind;
    private final ParquetTableReader table;
    private final int[] positions;
    private Optional<EnterpriseId> last = Optional.empty();

    private ParquetSignalReader(Path file, SignalKind kind, ParquetTableReader table) {
        this.file = file;
        this.kind = kind;
        this.table = table;
        List<String> found = table.columns();
        List<Violation> violations = SignalColumns.violations(kind, found);
        if (!violations.isEmpty()) {
            throw ParquetFaults.malformed(file, violations);
        }
        List<String> header = SignalFormat.of(kind).header();
        List<String> present = header.stream().filter(found::contains).toList();
        this.positions = header.stream().mapToInt(present::indexOf).toArray();
        table.select(present);
    }

    /**
     * Opens a file.
     *
     * @throws RecordFault FILE_MALFORMED when it is not a Parquet file, or columns are unknown, unreadable or
     *     required and missing
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when it cannot be read
     */
    public static ParquetSignalReader open(Path file, SignalKind kind) {
        ParquetTableReader table = ParquetTableReader.open(file);
        try {
            return new ParquetSignalReader(file, kind, table);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** Skips row groups that hold no firm after this one; a sorted file then continues near the next firm. */
    void skipTo(String after) {
        table.skipTo(SignalFormat.HEADER_COLUMNS.getFirst(), after);
    }

    /** Goes to the next row; false at the end. Throws as {@link ParquetTableReader#next} does. */
    public boolean next() {
        return table.next();
    }

    /** Number of the current row in the file, from 1. */
    public long row() {
        return table.row();
    }

    /** The current row, accepted or rejected with every broken rule. */
    public Decoded decoded() {
        return taken().decode();
    }

    /** The current row, to be judged later, on any thread. */
    Taken taken() {
        Optional<SignalHeader> header = header();
        return new Taken(this, row(), header, cells(header.isPresent() ? HEADER : 0));
    }

    /**
     * A row as it was read.
     *
     * @param reader who read it
     * @param row its number in the file, from 1
     * @param header its header, empty when something is wrong with it, which the decoder then tells in full
     * @param cells the cells that the header does not hold
     */
    record Taken(ParquetSignalReader reader, long row, Optional<SignalHeader> header, List<String> cells) {
        Decoded decode() {
            return header.map(typed -> SignalDecoder.decode(reader.kind, typed, cells))
                    .orElseGet(() -> SignalDecoder.decode(reader.kind, cells));
        }

        /** The signal of a row that must keep its contract. */
        Signal signal() {
            return switch (decode()) {
                case Decoded.Accepted accepted -> accepted.signal();
                case Decoded.Rejected rejected ->
                    throw new RecordFault(
                            ProblemCode.SIGNAL_MALFORMED,
                            reader.file.getFileName() + " row " + row + " breaks the contract of its kind",
                            rejected.violations());
            };
        }

        /** Whose row it is; of a row that does not tell, the fault with all that is wrong with it. */
        EnterpriseId enterprise() {
            return header.map(SignalHeader::enterprise).orElseGet(() -> signal().enterprise());
        }
    }

    /** The cells of the current row in the order of {@link SignalFormat#header()}, as the decoder judges them. */
    public List<String> texts() {
        return cells(0);
    }

    /** The header from typed values; empty when something is wrong with it, which the decoder then tells in full. */
    private Optional<SignalHeader> header() {
        try {
            String source = table.text(3);
            return source.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new SignalHeader(
                            enterprise(table.text(0)),
                            table.day(1).orElseGet(() -> LocalDate.parse(table.text(1))),
                            table.instant(2).orElseGet(() -> Instant.parse(table.text(2))),
                            source));
        } catch (IllegalArgumentException | java.time.DateTimeException | RecordFault e) {
            return Optional.empty();
        }
    }

    /** A firm's rows stand together, and checking a code costs more than comparing it. */
    private EnterpriseId enterprise(String code) {
        EnterpriseId id = last.filter(known -> known.code().equals(code)).orElseGet(() -> new EnterpriseId(code));
        last = Optional.of(id);
        return id;
    }

    private List<String> cells(int from) {
        List<String> cells = new ArrayList<>(positions.length - from);
        for (int i = from; i < positions.length; i++) {
            cells.add(positions[i] == LEFT_OUT ? "" : table.text(positions[i]));
        }
        return cells;
    }

    @Override
    public void close() {
        table.close();
    }
}
