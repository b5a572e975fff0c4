package techflow.features.store;

import java.util.List;
import java.util.stream.Stream;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;

/** Histories of signals by enterprise. Every version of every observation is kept; nothing is ever overwritten. */
public interface SignalStore {
    /** The whole history of one enterprise, in no particular order; empty when nothing is known of it. */
    List<Signal> history(EnterpriseId enterprise);

    /**
     * All histories in ascending order of enterprise. The stream holds resources: close it. Memory does not grow with
     * the number of enterprises.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the store does not answer
     */
    Stream<History> histories();

    /**
     * The histories after one enterprise, in ascending order: where an interrupted run goes on. Close the stream.
     *
     * @param last the enterprise done last; it is not read again
     */
    default Stream<History> historiesAfter(EnterpriseId last) {
        return histories().dropWhile(history -> history.enterprise().compareTo(last) <= 0);
    }

    /**
     * Everything known about one enterprise, to whatever instant.
     *
     * @param enterprise whose
     * @param signals all its signals, in no particular order
     */
    record History(EnterpriseId enterprise, List<Signal> signals) {
        public History {
            signals = List.copyOf(signals);
        }
    }
}
