package techflow.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** A real PostgreSQL from Maven whose data stay in a folder, for first runs; production points at a server by URL. */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts the server on a free port; a server that an interrupted run left on the same data is stopped first. */
    static EmbeddedDatabase start(Path data) {
        try {
            stopOrphan(data);
            Files.createDirectories(data.toAbsolutePath().getParent());
            return new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(START)
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("wal_level", "minimal") // no replica: a first load needs no log to be durable
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("fsync", "on") // the library's default trades durability for the speed of tests
                    .setServerConfig("synchronous_commit", "on")
                    .setRegisterShutdownHook(
                            false) // the order of the end is ours: first the service, then the database
                    .start());
        } catch (IOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "The embedded PostgreSQL did not start in " + data + ": " + e.getMessage()
                            + "; use --database URL to bring your own",
                    e,
                    Parameter.safe("data", data));
        }
    }

    DatabaseUrl url() {
        return new DatabaseUrl("localhost", postgres.getPort(), "postgres", "postgres", "");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "The embedded PostgreSQL did not stop", e);
        }
    }

    /** After a kill -9 the server lives on; talking to it by accident or starting beside it would both go wrong. */
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (orphan.isPresent()) {
            orphan.get().destroy();
            awaitEnd(orphan.get(), data);
        }
    }

    private static void awaitEnd(ProcessHandle process, Path data) {
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "A PostgreSQL left behind by an interrupted run still works on " + data + " as process "
                            + process.pid() + "; stop it and try again",
                    e);
        }
    }
}
