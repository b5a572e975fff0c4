package techflow.api.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.api.application.ScoreRows.Row;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Scores a stream of rows while it comes: what goes out paces what comes in, so that memory stays flat however long it is.
 * The same stream under the same key again gives the scores that were given before and goes on from there.
 */
public final class ScoreBatch {
    private final ActiveModel activeModel;
    private final ScoreRows rows;
    private final BatchTerms terms;
    private final Clock clock;
    private final KeysAtWork atWork = new KeysAtWork();
    private final AtomicInteger running = new AtomicInteger();

    public ScoreBatch(ActiveModel activeModel, ScoreRows rows, BatchTerms terms, Clock clock) {
        this.clock = clock;
        this.activeModel = activeModel;
        this.rows = rows;
        this.terms = terms;
    }

    /** Batches at work now. */
    public int running() {
        return running.get();
    }

    /**
     * The lines to send, the trailer last. Fails before the first line with OVERLOADED when too many batches run, with
     * MODEL_UNAVAILABLE, or with IDEMPOTENCY_KEY_IN_USE; a stream that ends without a trailer was broken off.
     */
    public Flux<byte[]> score(Flux<byte[]> body, RequestKey key, ScoreCommand.Caller caller) {
        Flux<byte[]> lines = Mono.fromSupplier(activeModel::required)
                .flatMapMany(model -> withinLimits(lines(RowLines.of(body, terms.lineBytes()), key, caller)));
        return atWork.alone(caller.tenant(), key, lines);
    }

    private Flux<byte[]> withinLimits(Flux<byte[]> lines) {
        return Flux.using(
                this::enter, entered -> unlessStalled(lines, terms.stall()), entered -> running.decrementAndGet());
    }

    private Integer enter() {
        int now = running.incrementAndGet();
        if (now > terms.batches()) {
            running.decrementAndGet();
            throw new PlatformFault(ProblemCode.OVERLOADED, "Too many batches are at work", null);
        }
        return now;
    }

    private Flux<byte[]> lines(Flux<Row> all, RequestKey key, ScoreCommand.Caller caller) {
        return Flux.defer(() -> {
            RowTally tally = new RowTally();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            AtomicBoolean cut = new AtomicBoolean();
            Flux<Row> taken = all.map(row -> limited(row, cut)).takeUntil(row -> cut.get());
            return rows.score(taken, new ScoreRows.Order(key, caller, now, false))
                    .map(tally::line)
                    .concatWith(Mono.fromSupplier(() -> tally.trailer(!cut.get())));
        });
    }

    private Row limited(Row row, AtomicBoolean cut) {
        if (row.index() < terms.rows()) {
            return row;
        }
        cut.set(true);
        Violation violation = new Violation(
                "body",
                "must have at most " + terms.rows() + " rows",
                "more than " + terms.rows(),
                "send the rest, from this row on, in another request with another key");
        var fault = new RecordFault(ProblemCode.REQUEST_INVALID, "The batch is too long", List.of(violation));
        return new Row(row.index(), new byte[0], Optional.of(fault));
    }

    /** Breaks off what nobody reads or nobody sends any more. */
    private static Flux<byte[]> unlessStalled(Flux<byte[]> lines, Duration stall) {
        return Flux.defer(() -> {
            AtomicLong last = new AtomicLong(System.nanoTime());
            Mono<Long> stalled = Flux.interval(stall.dividedBy(4))
                    .onBackpressureDrop()
                    .filter(tick -> System.nanoTime() - last.get() > stall.toNanos())
                    .next()
                    .flatMap(tick -> Mono.error(new PlatformFault(
                            ProblemCode.DEADLINE_EXCEEDED, "No row could leave the batch for " + stall, null)));
            return lines.doOnNext(line -> last.set(System.nanoTime())).takeUntilOther(stalled);
        });
    }
}
