package techflow.features.store.file;

import java.util.List;
import techflow.features.signal.Signal;
import techflow.problem.Violation;

/** What became of one row of a file. */
public sealed interface SignalLine {
    /** The number of the row's first line in the file, from 1; the header line is 1. */
    long line();

    /**
     * The row keeps its contract.
     *
     * @param line its first line
     * @param signal what it says
     */
    record Accepted(long line, Signal signal) implements SignalLine {}

    /**
     * The row breaks its contract.
     *
     * @param line its first line
     * @param violations every broken rule
     */
    record Rejected(long line, List<Violation> violations) implements SignalLine {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }
}
