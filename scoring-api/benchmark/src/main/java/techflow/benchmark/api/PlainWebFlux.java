package techflow.benchmark.api;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import techflow.testing.TestDatabase;

/** The peer: WebFlux and R2DBC, a POST that reads one indexed row of 900 bytes and answers with it. No security, no log. */
public final class PlainWebFlux {
    static final int ROWS = 100_000;
    private static final int POOL = 16;

    private PlainWebFlux() {}

    /** Arguments: its port, and the database's port and name. */
    public static void main(String[] arguments) {
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(
                        new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                                .host("localhost")
                                .port(Integer.parseInt(arguments[1]))
                                .database(arguments[2])
                                .username(TestDatabase.USER)
                                .build()))
                .initialSize(0)
                .maxSize(POOL)
                .build());
        var route = RouterFunctions.route(
                RequestPredicates.POST("/row"),
                request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(row(pool), String.class));
        HttpServer.create()
                .host("localhost")
                .port(Integer.parseInt(arguments[0]))
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(route)))
                .bindNow()
                .onDispose()
                .block();
    }

    private static Mono<String> row(ConnectionPool pool) {
        return Mono.usingWhen(
                pool.create(),
                connection -> Flux.from(connection
                                .createStatement("select body from peer_row where id = $1")
                                .bind(0, ThreadLocalRandom.current().nextInt(ROWS))
                                .execute())
                        .concatMap(result -> result.map(row -> Objects.requireNonNull(row.get(0, String.class))))
                        .single(),
                Connection::close);
    }
}
