package techflow.features.store.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/** A file whose rows ascend by enterprise, read one firm at a time. */
final class SortedSignalFile implements AutoCloseable {
    private final Path file;
    private final CsvSignalReader reader;
    private Optional<Signal> ahead = Optional.empty();

    private SortedSignalFile(Path file, CsvSignalReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static SortedSignalFile open(Path file, SignalKind kind) {
        SortedSignalFile sorted = new SortedSignalFile(file, CsvSignalReader.open(file, kind));
        try {
            sorted.read();
            return sorted;
        } catch (RuntimeException e) {
            sorted.close();
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
        ahead = reader.hasNext() ? Optional.of(accepted(last, reader.next())) : Optional.empty();
    }

    private Signal accepted(Optional<Signal> last, SignalLine line) {
        return switch (line) {
            case SignalLine.Accepted accepted -> inOrder(last, accepted);
            case SignalLine.Rejected rejected ->
                throw new RecordFault(
                        ProblemCode.SIGNAL_MALFORMED,
                        file.getFileName() + " line " + rejected.line() + " breaks the contract of its kind",
                        rejected.violations());
        };
    }

    private Signal inOrder(Optional<Signal> last, SignalLine.Accepted row) {
        EnterpriseId enterprise = row.signal().enterprise();
        if (last.isPresent() && last.get().enterprise().compareTo(enterprise) > 0) {
            throw SignalFiles.malformed(
                    file,
                    "rows must ascend by uscc",
                    "line " + row.line() + ": " + enterprise.masked() + " after "
                            + last.get().enterprise().masked(),
                    "sort the file by uscc in ASCII order, header line first");
        }
        return row.signal();
    }

    @Override
    public void close() {
        reader.close();
    }
}
