package techflow.features.store;

import techflow.features.signal.Signal;

/** Writes signals to files that a store reads back. Give them ascending by enterprise, firm by firm; close it. */
public interface SignalWriter extends AutoCloseable {
    /** @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the file cannot be written */
    void write(Signal signal);

    /** Ends every file; before that none of them is whole. */
    @Override
    void close();
}
