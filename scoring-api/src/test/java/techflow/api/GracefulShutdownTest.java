package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestFirms;
import techflow.api.testing.TestRequests;

/** A service that stops finishes what it took. */
class GracefulShutdownTest {
    private static final String HELD_UP = "select count(*) from pg_locks where locktype = 'advisory' and not granted"
            + " and database = (select oid from pg_database where datname = current_database())";

    @Test
    void requests_that_were_taken_are_answered_before_the_service_ends() throws SQLException {
        RunningService service =
                RunningService.ready("techflow.database.statement-timeout=60s", "techflow.database.answer-timeout=70s");
        service.sql("create function wait_for_test() returns trigger language plpgsql as $$"
                + " begin perform pg_advisory_xact_lock_shared(42); return new; end $$");
        service.sql("create trigger wait_for_test before insert on score_log"
                + " for each row execute function wait_for_test()");
        try (Connection gate = service.database().dataSource().getConnection();
                Statement statement = gate.createStatement()) {
            statement.execute("select pg_advisory_lock(42)");
            List<CompletableFuture<Integer>> answers = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> post(service), Thread::startVirtualThread))
                    .limit(4)
                    .toList();
            service.await("all of them held up", () -> service.number(HELD_UP) == 4);
            CompletableFuture<Void> end = CompletableFuture.runAsync(service::close, Thread::startVirtualThread);
            service.await("no longer open to new callers", () -> isClosed(service));
            assertThat(answers).noneMatch(CompletableFuture::isDone);
            statement.execute("select pg_advisory_unlock(42)");
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(201));
            end.join();
        }
    }

    private static boolean isClosed(RunningService service) {
        try (var socket = new java.net.Socket()) {
            java.net.URI uri = java.net.URI.create(service.url("/"));
            socket.connect(new java.net.InetSocketAddress(uri.getHost(), uri.getPort()), 1000);
            return false;
        } catch (java.io.IOException e) {
            return true;
        }
    }

    private static int post(RunningService service) {
        return service.client()
                .post()
                .uri("/v1/scores")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(TestRequests.json(TestFirms.SOUND))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }
}
