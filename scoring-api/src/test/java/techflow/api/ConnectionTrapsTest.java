package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import techflow.api.persistence.Database;
import techflow.api.testing.RunningService;
import techflow.api.testing.ScoreCalls;
import techflow.api.testing.ScoreCalls.Reply;
import techflow.api.testing.StallingProxy;
import techflow.api.testing.TestFirms;

/** The traps of a reactive pool: whatever happens to its sockets, no request hangs and the service recovers by itself. */
class ConnectionTrapsTest {
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final String POOL = "techflow.database.pool.";

    @Test
    void sockets_at_whose_other_end_nobody_is_are_given_up_together() {
        try (StallingProxy proxy = new StallingProxy(RunningService.databaseServerPort());
                RunningService service = RunningService.readyThrough(
                        proxy.port(),
                        "techflow.database.statement-timeout=1s",
                        "techflow.database.answer-timeout=2s")) {
            ScoreCalls calls = new ScoreCalls(service);
            assertThat(calls.sendAll(8)).allMatch(Reply::isScore);

            assertThat(proxy.stallOpenOnes()).isGreaterThan(1);
            List<Reply> stalled = calls.sendAll(8);
            assertThat(stalled).anyMatch(reply -> !reply.isScore());
            assertThat(stalled).allMatch(ConnectionTrapsTest::isScoreOrRefusal);
            assertThat(stalled).allMatch(reply -> reply.took().compareTo(RECOVERY) < 0);
            assertThat(calls.sendAll(8)).as("right after the first refusals").allMatch(Reply::isScore);
        }
    }

    @Test
    void a_database_that_accepts_and_then_says_nothing_makes_no_request_hang() {
        try (StallingProxy proxy = new StallingProxy(RunningService.databaseServerPort());
                RunningService service = RunningService.readyThrough(
                        proxy.port(),
                        "techflow.database.statement-timeout=1s",
                        "techflow.database.answer-timeout=2s",
                        POOL + "connect-timeout=1s",
                        POOL + "acquire-timeout=1s")) {
            ScoreCalls calls = new ScoreCalls(service);
            proxy.stallNewOnes(true);
            proxy.stallOpenOnes();
            for (int round = 0; round < 2; round++) {
                List<Reply> replies = calls.sendAll(12);
                assertThat(replies).allMatch(ConnectionTrapsTest::isRefusal);
                assertThat(replies).allMatch(reply -> reply.took().compareTo(RECOVERY) < 0);
            }
            proxy.stallNewOnes(false);
            recovers(calls);
        }
    }

    @Test
    void callers_who_go_away_in_mid_request_leave_no_connection_behind() throws IOException {
        try (RunningService service = RunningService.ready(POOL + "size=4")) {
            ScoreCalls calls = new ScoreCalls(service);
            assertThat(calls.sendAll(4)).allMatch(Reply::isScore);
            for (int i = 0; i < 300; i++) {
                sendAndLeave(service);
            }
            recovers(calls);
            assertThat(calls.sendAll(40)).allMatch(Reply::isScore);
            service.await("idle", () -> metric(service, "techflow_db_pool_acquired") == 0);
        }
    }

    @Test
    void connections_that_the_server_ends_under_load_fail_their_requests_and_no_others() throws Exception {
        try (RunningService service = RunningService.ready()) {
            ScoreCalls calls = new ScoreCalls(service);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 20; i++) {
                    endAllSessions(service);
                }
                over.set(true);
            });
            while (!over.get()) {
                assertThat(calls.sendAll(8)).allMatch(ConnectionTrapsTest::isScoreOrRefusal);
            }
            killer.get();
            recovers(calls);
            assertThat(calls.sendAll(40)).allMatch(Reply::isScore);
        }
    }

    @Test
    void an_exhausted_pool_refuses_fast_and_recovers() throws SQLException {
        try (RunningService service = RunningService.ready(
                POOL + "size=2", POOL + "acquire-timeout=300ms", "techflow.scoring.key-cache=1h")) {
            ScoreCalls calls = new ScoreCalls(service);
            assertThat(calls.sendAll(2)).allMatch(Reply::isScore);
            List<Reply> replies;
            try (Connection holder = service.database().dataSource().getConnection();
                    Statement statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                statement.execute("lock table signal in access exclusive mode");
                replies = calls.sendAll(20);
                holder.rollback();
            }
            assertThat(replies).allMatch(ConnectionTrapsTest::isRefusal);
            assertThat(replies.stream().filter(reply -> reply.took().compareTo(Duration.ofSeconds(3)) < 0))
                    .as("refused without waiting for a statement")
                    .hasSizeGreaterThanOrEqualTo(18);
            recovers(calls);
            assertThat(calls.sendAll(20)).allMatch(reply -> reply.isScore() || isRefusal(reply));
        }
    }

    @Test
    void connections_are_spread_over_the_event_loops() {
        try (RunningService service = RunningService.ready(POOL + "size=8")) {
            Database database = service.context().getBean(Database.class);
            Set<String> loops = new TreeSet<>();
            Objects.requireNonNull(Flux.range(0, 8)
                            .flatMap(i -> database.rows(
                                    "select pg_sleep(0.1)::text",
                                    List.of(),
                                    row -> Thread.currentThread().getName()))
                            .collectList()
                            .block())
                    .forEach(loops::addAll);
            assertThat(loops).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private static void recovers(ScoreCalls calls) {
        long begin = System.nanoTime();
        while (!calls.send(TestFirms.SOUND).join().isScore()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(RECOVERY);
        }
    }

    private static boolean isScoreOrRefusal(Reply reply) {
        return reply.isScore() || isRefusal(reply);
    }

    private static boolean isRefusal(Reply reply) {
        return (reply.status() == 503 || reply.status() == 504)
                && reply.body().matches("(?s).*(STORE_UNAVAILABLE|OVERLOADED|DEADLINE_EXCEEDED).*");
    }

    /** Sends a request and closes the socket before the answer. */
    private static void sendAndLeave(RunningService service) throws IOException {
        URI address = URI.create(service.url("/v1/scores"));
        String body = ScoreCalls.body(TestFirms.SOUND);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/scores HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + RunningService.KEY
                            + "\r\nIdempotency-Key: " + UUID.randomUUID()
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private static void endAllSessions(RunningService service) {
        service.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid()");
    }

    private static double metric(RunningService service, String name) {
        String text = String.valueOf(service.anonymous()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
