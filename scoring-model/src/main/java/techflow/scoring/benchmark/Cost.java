package techflow.scoring.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

/**
 * What a piece of work took.
 *
 * @param cpuSeconds of the whole process, garbage collection and compilation included; NaN where the JVM does not tell
 * @param peakMib greatest resident memory of the whole process meanwhile, empty where Linux does not tell
 */
public record Cost(double cpuSeconds, OptionalDouble peakMib) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    /** Work and what it took. */
    public record Measured<T>(T result, Cost cost) {}

    /** Works and measures. */
    public static <T> Measured<T> of(Callable<T> work) throws Exception {
        forgetPeak();
        double start = cpu();
        T result = work.call();
        double seconds = (cpu() - start) / 1e9;
        return new Measured<>(result, new Cost(seconds, peak()));
    }

    private static double cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : Double.NaN;
    }

    /** Linux sets the peak back to what is resident now when 5 is written; elsewhere nothing is measured. */
    private static void forgetPeak() {
        try {
            if (Files.isWritable(CLEAR)) {
                Files.writeString(CLEAR, "5");
            }
        } catch (IOException e) {
            // The peak then is the process's, which is more than was asked for, never less.
        }
    }

    private static OptionalDouble peak() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst();
    }
}
