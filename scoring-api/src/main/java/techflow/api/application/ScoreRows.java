package techflow.api.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import techflow.api.answer.AnswerJson;
import techflow.problem.ModelFault;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.TechflowException;

/** Scores rows, a few at a time, in their order; a fault of one row is that row's outcome, a model fault ends it all. */
public final class ScoreRows {
    private static final int PATIENCE = 8;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ScoreOnce scoreOnce;
    private final RowReader reader;
    private final int parallel;

    /**
     * One row as it came.
     *
     * @param index from 0
     * @param line its bytes
     * @param fault of a row that could not even be taken in, empty for the others
     */
    public record Row(int index, byte[] line, Optional<RecordFault> fault) {}

    /**
     * What all rows have in common.
     *
     * @param key each row has its own by its index
     * @param caller who asks
     * @param at what is now for every row
     * @param patient true when a row that the platform could not score is to be tried again later: its fault then ends the
     *     stream instead of being the row's outcome
     */
    public record Order(RequestKey key, ScoreCommand.Caller caller, Instant at, boolean patient) {}

    /** @param parallel rows at work at once: what is done ahead of a slow row is held, and no more is begun */
    public ScoreRows(ScoreOnce scoreOnce, RowReader reader, int parallel) {
        this.scoreOnce = scoreOnce;
        this.reader = reader;
        this.parallel = parallel;
    }

    /** One outcome for each row, in their order. */
    public Flux<RowOutcome> score(Flux<Row> rows, Order order) {
        return rows.flatMapSequential(row -> score(row, order), parallel, 1);
    }

    private Mono<RowOutcome> score(Row row, Order order) {
        return Mono.fromSupplier(() -> command(row, order))
                .flatMap(scoreOnce::score)
                .retryWhen(Retry.backoff(PATIENCE, PAUSE)
                        .filter(ScoreRows::isOverload)
                        .onRetryExhaustedThrow((spec, last) -> last.failure()))
                .map(given -> answered(row, given))
                .onErrorResume(TechflowException.class, fault -> failed(row, fault, order));
    }

    private ScoreCommand command(Row row, Order order) {
        row.fault().ifPresent(fault -> {
            throw fault;
        });
        String fingerprint = RequestKey.fingerprint("ROW", order.key().scope(), row.line());
        return reader.read(row.line(), order.caller(), order.at())
                .once(order.key().row(row.index(), fingerprint));
    }

    /** The queue is full for a moment; a row can wait where a caller could not. */
    private static boolean isOverload(Throwable fault) {
        return fault instanceof PlatformFault platform && platform.code() == ProblemCode.OVERLOADED;
    }

    private static RowOutcome answered(Row row, ScoreOnce.Given given) {
        String answer = given.entry().answer();
        RowOutcome.Status status =
                RowOutcome.Status.valueOf(AnswerJson.status(answer).name());
        return new RowOutcome(
                row.index(), status, answer, Optional.of(given.entry().scoreId()), given.replayed());
    }

    private Mono<RowOutcome> failed(Row row, TechflowException fault, Order order) {
        return switch (fault) {
            case ModelFault model -> Mono.error(model);
            case RecordFault own -> Mono.just(problem(row, own, order));
            case PlatformFault platform ->
                order.patient() ? Mono.error(platform) : Mono.just(problem(row, platform, order));
        };
    }

    private RowOutcome problem(Row row, TechflowException fault, Order order) {
        return new RowOutcome(
                row.index(), RowOutcome.Status.FAILED, reader.problem(fault, order.caller()), Optional.empty(), false);
    }
}
