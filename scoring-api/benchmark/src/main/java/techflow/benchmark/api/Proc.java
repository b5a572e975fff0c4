package techflow.benchmark.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time of processes, from {@code /proc}, in microseconds. */
final class Proc {
    /** Linux counts in hundredths of a second. */
    private static final long MICROS_PER_TICK = 10_000;

    private Proc() {}

    /** CPU of one process so far, 0 when it is gone. */
    static long cpuMicros(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_PER_TICK;
        } catch (IOException e) {
            return 0;
        }
    }

    /** CPU of all children of this process that have ended, such as wrk. */
    static long cpuMicrosOfEndedChildren() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MICROS_PER_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU of the living children of a process, the sessions of a database server. */
    static long cpuMicrosOfChildren(long parent) {
        try (Stream<ProcessHandle> children = ProcessHandle.of(parent).stream().flatMap(ProcessHandle::children)) {
            return children.mapToLong(child -> cpuMicros(child.pid())).sum();
        }
    }

    /** Resident memory now, in MiB. */
    static long residentMib(long pid) {
        try {
            String statm = Files.readString(Path.of("/proc", String.valueOf(pid), "statm"));
            return Long.parseLong(statm.split(" ")[1]) * 4_096 >> 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
