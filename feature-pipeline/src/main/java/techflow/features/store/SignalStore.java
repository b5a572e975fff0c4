package techflow.features.store;

import java.util.List;
import java.util.function.Supplier;
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
     * As {@link #histories()}, but each is decoded only when it is asked for, by whichever thread asks: reading in order is
     * the work of one thread, decoding of many. What was read may be decoded after the stream went on, not after it was
     * closed.
     */
    default Stream<Undecoded> undecoded() {
        return histories().map(history -> new Undecoded(history.enterprise(), () -> history));
    }

    /** As {@link #undecoded()}, after one enterprise. */
    default Stream<Undecoded> undecodedAfter(EnterpriseId last) {
        return historiesAfter(last).map(history -> new Undecoded(history.enterprise(), () -> history));
    }

    /**
     * A history as it was read.
     *
     * @param enterprise whose
     * @param decode gives the history; throws {@link techflow.problem.RecordFault} when a row breaks its contract
     */
    record Undecoded(EnterpriseId enterprise, Supplier<History> decode) {}

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
