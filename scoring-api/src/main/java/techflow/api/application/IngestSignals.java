package techflow.api.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import techflow.api.application.SignalSink.Delivery;
import techflow.api.application.SignalSink.Fate;
import techflow.features.signal.Signal;
import techflow.features.store.file.SignalLine;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/**
 * Takes delivered signals in: every row goes through the one decoder, is stored once, and is accounted for. A delivery that
 * breaks off leaves the rows before; sent again it changes nothing of those.
 */
public final class IngestSignals {
    private static final int CHUNK = 500;

    private final SignalSink sink;
    private final Scheduler files;
    private final Clock clock;
    private final int listed;

    /** Decoded lines that hold a file open. */
    public interface Lines extends Iterator<SignalLine>, AutoCloseable {
        @Override
        void close();
    }

    /** What became of a delivery; load 0 was a rehearsal. */
    public record Ingested(long loadId, Delivery delivery, boolean rehearsed, SignalTally tally) {}

    /**
     * How deliveries are taken in.
     *
     * @param files where files are read; never the event loop
     * @param listed most rejects that are told one by one
     */
    public IngestSignals(SignalSink sink, Scheduler files, Clock clock, int listed) {
        this.sink = sink;
        this.files = files;
        this.clock = clock;
        this.listed = listed;
    }

    /** Takes all lines in. Fails with REQUEST_INVALID when they are no table of the kind, and with STORE_UNAVAILABLE. */
    public Mono<Ingested> ingest(Delivery delivery, Callable<Lines> open, boolean rehearsed) {
        Instant begin = clock.instant();
        SignalTally tally = new SignalTally(listed);
        return Flux.using(open, lines -> Flux.fromIterable(() -> lines), Lines::close)
                .subscribeOn(files)
                .buffer(CHUNK)
                .concatMap(lines -> store(lines, delivery, rehearsed, tally), 1)
                .then(Mono.defer(() -> rehearsed ? Mono.just(0L) : sink.enter(delivery, begin, tally)))
                .map(loadId -> new Ingested(loadId, delivery, rehearsed, tally))
                .onErrorMap(RecordFault.class, IngestSignals::sendersOwn);
    }

    /** A file of ours that cannot be read is our fault; a delivered one is its sender's. */
    private static RecordFault sendersOwn(RecordFault fault) {
        return fault.code() == ProblemCode.FILE_MALFORMED
                ? new RecordFault(ProblemCode.REQUEST_INVALID, "The body is no table of this kind", fault.violations())
                : fault;
    }

    private Mono<Void> store(List<SignalLine> lines, Delivery delivery, boolean rehearsed, SignalTally tally) {
        Map<Key, Integer> places = new HashMap<>();
        List<Signal> distinct = new ArrayList<>();
        List<SignalLine.Accepted> accepted = new ArrayList<>();
        for (SignalLine line : lines) {
            switch (line) {
                case SignalLine.Rejected rejected -> tally.reject(rejected.line(), rejected.violations());
                case SignalLine.Accepted row -> {
                    accepted.add(row);
                    if (places.putIfAbsent(Key.of(row.signal()), distinct.size()) == null) {
                        distinct.add(row.signal());
                    }
                }
            }
        }
        return distinct.isEmpty()
                ? Mono.empty()
                : sink.store(delivery.kind(), distinct, rehearsed)
                        .doOnNext(fates -> count(accepted, places, distinct, fates, tally))
                        .then();
    }

    /** A row that comes twice has the fate of the first, or contradicts it. */
    private static void count(
            List<SignalLine.Accepted> accepted,
            Map<Key, Integer> places,
            List<Signal> distinct,
            List<Fate> fates,
            SignalTally tally) {
        boolean[] told = new boolean[distinct.size()];
        for (SignalLine.Accepted row : accepted) {
            int place = places.getOrDefault(Key.of(row.signal()), 0);
            if (!told[place]) {
                told[place] = true;
                tally.count(row.line(), fates.get(place));
            } else {
                boolean same = distinct.get(place).equals(row.signal()) && fates.get(place) != Fate.CONFLICT;
                tally.count(row.line(), same ? Fate.DUPLICATE : Fate.CONFLICT);
            }
        }
    }

    private record Key(String enterprise, String naturalKey, Instant knownAt) {
        static Key of(Signal signal) {
            return new Key(signal.enterprise().code(), signal.naturalKey(), signal.knownAt());
        }
    }
}
