package techflow.api.application;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;

/** Where delivered signals go. An observation is known by enterprise, kind, natural key and known_at; the first one stays. */
public interface SignalSink {
    /**
     * Stores rows of one kind in one statement.
     *
     * @param signals no two with one key
     * @param rehearsed true to change nothing and say what would happen
     */
    Mono<List<Fate>> store(SignalKind kind, List<Signal> signals, boolean rehearsed);

    /**
     * Writes the entry of a delivery into the ledger of loads, unless the same bytes stand there as loaded already; the
     * entry's number either way.
     */
    Mono<Long> enter(Delivery delivery, Instant startedAt, SignalTally tally);

    /** What becomes of a row, in the order of the rows. */
    enum Fate {
        INSERTED,
        /** There already, and the same. */
        DUPLICATE,
        /** There already, and different; what is stored stays. */
        CONFLICT
    }

    /**
     * What is delivered.
     *
     * @param name as the sender calls it, without a folder
     * @param kind what its rows are
     * @param sha256 of its bytes
     * @param bytes its length
     * @param client who delivers
     */
    record Delivery(String name, SignalKind kind, String sha256, long bytes, String client) {}
}
