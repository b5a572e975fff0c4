package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void data_survive_a_restart_and_are_written_through_to_disk() throws SQLException {
        Path data = folder.resolve("postgres");
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            execute(first.url(), "create table kept (n int)");
            execute(first.url(), "insert into kept values (42)");
            assertThat(query(first.url(), "show fsync")).isEqualTo("on");
            assertThat(query(first.url(), "show synchronous_commit")).isEqualTo("on");
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.start(data)) {
            assertThat(query(second.url(), "select n from kept")).isEqualTo("42");
        }
    }

    /** The orphan is made by a process of its own that is killed, as a user would; its library lock dies with it. */
    @Test
    void a_server_left_behind_by_a_killed_run_is_stopped_before_a_new_one_starts() throws Exception {
        Path data = folder.resolve("postgres");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orphan.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = "";
        while (!"ready".equals(line)) {
            line = Objects.requireNonNull(run.inputReader().readLine(), "the first run ended early");
        }
        long orphan = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().trim());
        run.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive)).contains(true);

        try (EmbeddedDatabase next = EmbeddedDatabase.start(data)) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(query(next.url(), "select count(*) from kept")).isEqualTo("0");
        }
    }

    /** Starts a server, says so and waits to be killed. */
    static final class Orphan {
        public static void main(String[] args) throws Exception {
            Path data = Path.of(args[0]);
            EmbeddedDatabase database = EmbeddedDatabase.start(data);
            execute(database.url(), "create table kept (n int)");
            System.out.println("ready");
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    @Test
    void migration_makes_every_table_and_may_run_twice() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgres"))) {
            database.url().migrate();
            database.url().migrate();
            assertThat(query(
                            database.url(),
                            "select count(*) from information_schema.tables where table_name in"
                                    + " ('signal', 'model_artifact', 'model_event', 'score_log', 'api_key')"))
                    .isEqualTo("5");
        }
    }

    private static void execute(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
