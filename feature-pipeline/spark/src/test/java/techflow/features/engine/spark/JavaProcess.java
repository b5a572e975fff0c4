package techflow.features.engine.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java program in a process of its own, whose lines are waited for. Closing it ends it and whatever it started. */
final class JavaProcess implements AutoCloseable {
    private static final long MINUTES = 5;

    private final Process process;
    private final Pattern expected;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Matcher> found = new CompletableFuture<>();

    private JavaProcess(Process process, Pattern expected) {
        this.process = process;
        this.expected = expected;
        Thread.ofPlatform().daemon().start(this::read);
    }

    /** @param expected a line to wait for with {@link #awaitLine} */
    static JavaProcess start(
            String classPath, Map<String, String> environment, Path directory, Pattern expected, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", classPath));
        command.addAll(words);
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            return new JavaProcess(builder.start(), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The match of the expected line; fails with all lines when the program ends without it. */
    Matcher awaitLine() {
        try {
            return found.get(MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError("no line matched " + expected + ":\n" + String.join("\n", lines), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("the program did not end:\n" + String.join("\n", lines));
        }
        return process.exitValue();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Like {@code kill -9} of the program and of whatever it started; returns how many processes that were. */
    int kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        // The parent first, so that it cannot start another child.
        all.reversed().forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
        return all.size();
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                Matcher matcher = expected.matcher(line);
                if (matcher.find()) {
                    found.complete(matcher);
                }
            }
        } catch (IOException e) {
            lines.add("the stream ended: " + e.getMessage());
        } finally {
            found.completeExceptionally(new IllegalStateException("the program ended"));
        }
    }
}
