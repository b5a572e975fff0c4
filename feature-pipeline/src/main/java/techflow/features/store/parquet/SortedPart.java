package techflow.features.store.parquet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;

/** An open file whose rows ascend by enterprise, read one firm at a time. */
final class SortedPart implements AutoCloseable {
    private final Path file;
    private final ParquetSignalReader reader;
    private Optional<Signal> ahead = Optional.empty();

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
        return ahead.map(Signal::enterprise);
    }

    /** Adds the rows of the firm if it is the next one. */
    void take(EnterpriseId enterprise, List<Signal> signals) {
        while (ahead.isPresent() && ahead.get().enterprise().equals(enterprise)) {
            signals.add(ahead.get());
            read();
        }
    }

    private void read() {
        Optional<Signal> last = ahead;
        ahead = reader.next() ? Optional.of(inOrder(last, reader.signal())) : Optional.empty();
    }

    private Signal inOrder(Optional<Signal> last, Signal signal) {
        if (last.isPresent() && last.get().enterprise().compareTo(signal.enterprise()) > 0) {
            throw ParquetFaults.malformed(
                    file,
                    "rows must ascend by uscc",
                    "row " + reader.row() + ": " + signal.enterprise().masked() + " after "
                            + last.get().enterprise().masked(),
                    "sort the file by uscc in ASCII order");
        }
        return signal;
    }

    @Override
    public void close() {
        reader.close();
    }
}
