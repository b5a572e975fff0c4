package techflow.scoring.registry.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** Keeps those apart who change one directory, and turns what the disk says into a fault of the store. */
record RegistryLock(Path directory) {
    /** A file lock keeps processes apart but not threads, so all registries of a process take turns. */
    private static final Object PROCESS = new Object();

    /** Threads of this process wait for the monitor, other processes for the lock file. */
    <T> T held(Action<T> action) {
        synchronized (PROCESS) {
            return io(() -> alone(action));
        }
    }

    <T> T io(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "The model registry in " + directory + " does not answer: " + e.getMessage(),
                    e,
                    Parameter.safe("directory", directory));
        }
    }

    private <T> T alone(Action<T> action) throws IOException {
        Files.createDirectories(directory);
        Path lock = directory.resolve("lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            return held.isValid() ? action.run() : unreachable();
        }
    }

    private static <T> T unreachable() throws IOException {
        throw new IOException("the registry's lock is lost");
    }

    /** Something that touches the disk. */
    interface Action<T> {
        T run() throws IOException;
    }
}
