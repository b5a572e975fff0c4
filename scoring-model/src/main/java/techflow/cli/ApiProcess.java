package techflow.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** The service as a process of its own: this command line starts its jar and knows nothing of its inside. */
final class ApiProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 50;
    private static final long GRACE_SECONDS = 35;

    private final Process process;
    private final URI address;
    private final Path log;

    private ApiProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** Throws {@link PlatformFault} STORE_UNAVAILABLE with what to do when the port is taken. */
    static void requireFree(int port) {
        if (port < 1 || port > 65_535) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The port cannot be used",
                    List.of(new Violation(
                            "--port", "must lie in 1 to 65535", String.valueOf(port), "choose another one")));
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "Port " + port + " is taken by another program: choose one with --port",
                    e,
                    Parameter.safe("port", port));
        }
    }

    static ApiProcess start(Workspace workspace, DatabaseUrl database, int port) {
        Path log = workspace.logs().resolve("api.log");
        try {
            Files.createDirectories(workspace.logs());
            ProcessBuilder builder = new ProcessBuilder(commandLine(workspace, port))
                    .directory(workspace.state().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("TECHFLOW_DATABASE_URL", database.withoutPassword());
            builder.environment().put("TECHFLOW_DATABASE_PASSWORD", database.password());
            return new ApiProcess(builder.start(), URI.create("http://localhost:" + port), log);
        } catch (IOException e) {
            throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "The service could not be started", e);
        }
    }

    private static List<String> commandLine(Workspace workspace, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + workspace.apiFolder().resolveSibling("api.jsa"));
        command.add("-Xlog:cds=off");
        command.add("-Xlog:cds+dynamic=off");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Duser.timezone=UTC");
        command.add("-jar");
        command.add(jar(workspace.apiFolder()).toString());
        command.add("--server.port=" + port);
        command.add("--techflow.exit-with-parent=true");
        return command;
    }

    private static Path jar(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar in " + folder));
        } catch (IOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "The built service is missing in " + folder + ": remove .techflow/build and run ./techflow again",
                    e);
        }
    }

    /** Waits until the service takes requests. */
    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + READY.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                if (ready(client)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
        throw new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE,
                "The service did not get ready"
                        + (process.isAlive() ? " in time" : ": it ended with exit code " + process.exitValue())
                        + "; its log: " + log + "\n" + lastLines(),
                null);
    }

    private boolean ready(HttpClient client) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    URI address() {
        return address;
    }

    Path log() {
        return log;
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Lets the service finish what it took, then ends it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
