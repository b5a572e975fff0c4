package techflow.features.store.parquet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalKind;
import techflow.features.store.parquet.ParquetSignalReader.Taken;

/** An open file whose rows ascend by enterprise, read one firm at a time. */
final class SortedPart implements AutoCloseable {
    private final Path file;
    private final ParquetSignalReader reader;
    private Optional<Taken> ahead = Optional.empty();

    private SortedPart(Path file, ParquetSignalReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** @param after read only firms whose code is greater; the empty text for all */
    static SortedPart open(Path file, SignalKind kind, String after) {
        SortedPart part = new SortedPart(file, ParquetSignalReader.open(file, kind));
        try {
            part.reader.skipTo(after);
            do {
                part.read();
            } while (part.ahead.isPresent()
                    && part.ahead.get().enterprise().code().compareTo(after) <= 0);
            return part;
        } catch (RuntimeException e) {
            part.close();
            throw e;
        }
    }

    /** The firm whose rows come next, empty at the end. */
    Optional<EnterpriseId> firm() {
        return ahead.map(Taken::enterprise);
    }

    /** Adds the rows of the firm if it is the next one. */
    void take(EnterpriseId enterprise, List<Taken> rows) {
        while (ahead.isPresent() && ahead.get().enterprise().equals(enterprise)) {
            rows.add(ahead.get());
            read();
        }
    }

    private void read() {
        Optional<Taken> last = ahead;
        ahead = reader.next() ? Optional.of(inOrder(last, reader.taken())) : Optional.empty();
    }

    private Taken inOrder(Optional<Taken> last, Taken row) {
        EnterpriseId firm = row.enterprise();
        if (last.isPresent() && last.get().enterprise().compareTo(firm) > 0) {
            throw ParquetFaults.malformed(
                    file,
                    "rows must ascend by uscc",
                    "row " + row.row() + ": " + firm.masked() + " after "
                            + last.get().enterprise().masked(),
                    "sort the file by uscc in ASCII order");
        }
        return row;
    }

    @Override
    public void close() {
        reader.close();
    }
}
