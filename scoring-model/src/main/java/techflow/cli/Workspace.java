package techflow.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/**
 * The folders that the launcher names: where the built program stands and where {@code techflow up} keeps its state.
 *
 * @param root the project's folder
 * @param state the state's folder, created when missing
 */
record Workspace(Path root, Path state) {
    /** From the launcher's settings; without a launcher, the current folder and {@code .techflow} in it. */
    static Workspace fromLauncher() {
        Path root = Path.of(System.getProperty("techflow.root", "")).toAbsolutePath();
        return new Workspace(
                root,
                Path.of(System.getProperty(
                                "techflow.state", root.resolve(".techflow").toString()))
                        .toAbsolutePath());
    }

    Path postgres() {
        return state.resolve("postgres");
    }

    Path syntheticData() {
        return state.resolve("data").resolve("synthetic");
    }

    Path reports() {
        return state.resolve("reports");
    }

    Path models() {
        return state.resolve("models");
    }

    Path logs() {
        return state.resolve("logs");
    }

    Path apiKeyFile() {
        return state.resolve("api-key");
    }

    /** The extracted service that the build left. */
    Path apiFolder() {
        return root.resolve(".techflow").resolve("build").resolve("api");
    }

    /** Held while {@code up} runs, so that two never share one state folder. */
    FileLock lock() {
        try {
            Files.createDirectories(state);
            FileChannel channel =
                    FileChannel.open(state.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            channel.close();
        } catch (IOException | OverlappingFileLockException e) {
            throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "The state folder cannot be used: " + state, e);
        }
        throw new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE,
                "techflow up already runs on " + state
                        + ": use that one, stop it, or set TECHFLOW_STATE to another folder",
                null);
    }
}
