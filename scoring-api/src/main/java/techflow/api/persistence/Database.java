package techflow.api.persistence;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/**
 * Runs one statement and collects its rows. A caller that goes away does not cancel the statement: cancelling a live
 * query can wedge its connection for the next user (r2dbc-postgresql issues 536, 661).
 */
public final class Database {
    private final ConnectionFactory connections;
    private final Limit limit;

    /**
     * How long an answer may stay out. The server ends a slow statement itself; when not even that arrives, nobody answers
     * at the other end of the socket.
     *
     * @param answer longest time from sending a statement to its last row
     * @param abandon gives up the sockets; called before the statement fails with DEADLINE_EXCEEDED
     */
    public record Limit(Duration answer, Runnable abandon) {}

    public Database(ConnectionFactory connections, Limit limit) {
        this.connections = connections;
        this.limit = limit;
    }

    /** All rows of a query. */
    public <T> Mono<List<T>> rows(String sql, List<?> values, Function<Readable, T> read) {
        return run(connection -> Flux.from(bound(connection, sql, values).execute())
                .concatMap(result -> result.map(read))
                .collectList());
    }

    /** The only row of a query that has at most one. */
    public <T> Mono<T> row(String sql, List<?> values, Function<Readable, T> read) {
        return rows(sql, values, read)
                .flatMap(rows -> Mono.justOrEmpty(rows.stream().findFirst()));
    }

    /** How many rows a change touched. */
    public Mono<Long> change(String sql, List<?> values) {
        return run(connection -> Flux.from(bound(connection, sql, values).execute())
                .concatMap(result -> result.getRowsUpdated())
                .reduce(0L, Long::sum));
    }

    private <T> Mono<T> run(Function<Connection, Mono<T>> work) {
        Mono<Optional<T>> complete = Mono.usingWhen(
                        connections.create(),
                        c -> limited(work.apply(c)),
                        Connection::close,
                        (c, error) -> c.close(),
                        Connection::close)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .onErrorMap(Database::isOfTheStore, Database::unavailable);
        return Mono.defer(() -> Mono.fromFuture(complete.toFuture(), true)).flatMap(Mono::justOrEmpty);
    }

    private <T> Mono<T> limited(Mono<T> statement) {
        return statement.timeout(limit.answer(), Mono.defer(() -> {
            limit.abandon().run();
            return Mono.error(new PlatformFault(
                    ProblemCode.DEADLINE_EXCEEDED,
                    "The database has not answered for " + limit.answer().toMillis() + " ms",
                    null));
        }));
    }

    private static Statement bound(Connection connection, String sql, List<?> values) {
        Statement statement = connection.createStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.bind(i, values.get(i));
        }
        return statement;
    }

    /** Driver and pool errors, and connections that break below the driver. */
    private static boolean isOfTheStore(Throwable error) {
        return error instanceof R2dbcException
                || error instanceof java.io.IOException
                || error instanceof java.util.concurrent.TimeoutException
                || error.getClass().getName().startsWith("reactor.pool.");
    }

    private static PlatformFault unavailable(Throwable cause) {
        return new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "The database does not answer", cause);
    }
}
