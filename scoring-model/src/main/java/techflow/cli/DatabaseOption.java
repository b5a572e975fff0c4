package techflow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** The {@code --database} option that commands share, and what it means when it is not given: the embedded default. */
final class DatabaseOption {
    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "PostgreSQL to use, postgresql://user:password@host:port/database; without it the embedded one")
    private Optional<String> url = Optional.empty();

    /** A database that is up, and how to let go of it. */
    record Opened(DatabaseUrl url, Runnable release) implements AutoCloseable {
        @Override
        public void close() {
            release.run();
        }
    }

    /** Whether the user named a server. */
    boolean isGiven() {
        return url.isPresent();
    }

    /** The user's own server, the embedded one of a running {@code up}, or the embedded one started for this command. */
    Opened open(Workspace workspace) {
        Optional<DatabaseUrl> running = url.map(DatabaseUrl::parse).or(() -> runningEmbedded(workspace.postgres()));
        if (running.isPresent()) {
            return new Opened(running.get(), () -> {});
        }
        if (!Files.exists(workspace.postgres())) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "There is no embedded database yet: run ./techflow up once, or name your own with --database",
                    null);
        }
        return start(workspace);
    }

    /** Whether a database was named or the embedded one exists. */
    boolean isThere(Workspace workspace) {
        return url.isPresent() || Files.exists(workspace.postgres());
    }

    /** As {@link #open}, but the embedded server is made when it does not exist, and never shared with another run. */
    Opened openOrCreate(Workspace workspace) {
        return url.map(DatabaseUrl::parse).map(own -> new Opened(own, () -> {})).orElseGet(() -> start(workspace));
    }

    private static Opened start(Workspace workspace) {
        EmbeddedDatabase embedded = EmbeddedDatabase.start(workspace.postgres());
        return new Opened(embedded.url(), embedded::close);
    }

    /** Line 4 of postmaster.pid is the port. */
    private static Optional<DatabaseUrl> runningEmbedded(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            boolean alive = lines.size() > 3
                    && ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                            .map(ProcessHandle::isAlive)
                            .orElse(false);
            return alive
                    ? Optional.of(new DatabaseUrl(
                            "localhost", Integer.parseInt(lines.get(3).trim()), "postgres", "postgres", ""))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // half-written at the moment of a start or a stop
        }
    }
}
