package techflow.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Runs every contender over one population, each pass in a process of its own, the contenders in turns and in an order
 * that changes with the round. Wall and CPU seconds are those of the whole process, start and compilation included; memory
 * is its peak resident set.
 */
final class FileBenchmark {
    private static final double TOLERANCE = 1e-9;
    private static final Map<String, Contender> CONTENDERS = contenders();
    private static final String REFERENCE = "hand-written";

    private FileBenchmark() {}

    private static Map<String, Contender> contenders() {
        Map<String, Contender> all = new LinkedHashMap<>();
        all.put(REFERENCE, new HandWrittenLoop());
        all.put("engine-20", new EngineContender(false, 2));
        all.put("engine-all", new EngineContender(true, 2));
        all.put("duckdb-csv", new DuckDbContender(false, 2));
        all.put("duckdb-parquet", new DuckDbContender(true, 2));
        all.put("fastcsv-split", new FastCsvContender());
        all.put("decode", new DecodeContender());
        return all;
    }

    /** One pass in this process; writes what it found, and prints its wall and CPU seconds and its peak memory. */
    static void pass(String name, Path directory, int firms, Path result, PrintStream out) throws Exception {
        Contender contender = CONTENDERS.get(name);
        if (contender == null) {
            throw new IllegalArgumentException("a contender must be one of " + CONTENDERS.keySet() + ", found " + name);
        }
        double[] found = contender.run(directory, firms);
        long wall = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        double cpu = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseThrow()
                .toMillis();
        write(found, result);
        out.printf(Locale.ROOT, "%.3f %.3f %d%n", wall / 1e3, cpu / 1e3, peakMemory());
    }

    private record Cost(double wall, double cpu, long peakKilobytes) {}

    static void run(Path directory, int firms, int rounds, List<String> names, PrintStream out) throws Exception {
        List<String> chosen = names.isEmpty() ? List.copyOf(CONTENDERS.keySet()) : names;
        DuckDbContender.prepare(directory);
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        chosen.forEach(name -> costs.put(name, new ArrayList<>()));
        Random random = new Random(1);
        for (int round = 0; round < rounds; round++) {
            List<String> order = new ArrayList<>(chosen);
            Collections.shuffle(order, random);
            for (String name : order) {
                Cost cost = process(name, directory, firms);
                out.printf(Locale.ROOT, "round %d %s %s%n", round + 1, name, cost);
                costs.computeIfAbsent(name, key -> new ArrayList<>()).add(cost);
            }
        }
        table(costs, firms, bytes(directory), out);
        compare(chosen, directory, out);
    }

    private static Cost process(String name, Path directory, int firms) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx768m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Benchmarks.class.getName(),
                        "pass",
                        name,
                        directory.toString(),
                        Integer.toString(firms),
                        result(directory, name).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] told = new String(process.getInputStream().readAllBytes()).trim().split(" ");
        if (process.waitFor() != 0) {
            throw new IllegalStateException(name + " failed");
        }
        return new Cost(Double.parseDouble(told[0]), Double.parseDouble(told[1]), Long.parseLong(told[2]));
    }

    private static void table(Map<String, List<Cost>> costs, int firms, long bytes, PrintStream out) {
        double reference = median(costs.getOrDefault(REFERENCE, List.of()), Cost::cpu);
        out.printf(Locale.ROOT, "%n%d firms, %d MB of CSV, medians%n%n", firms, bytes >> 20);
        out.println("| contender | wall s | CPU s | CPU µs/firm | peak RSS MB | CPU × hand-written |");
        out.println("|---|---:|---:|---:|---:|---:|");
        costs.forEach((name, all) -> out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.1f | %.0f | %.2f |%n",
                name,
                median(all, Cost::wall),
                median(all, Cost::cpu),
                1e6 * median(all, Cost::cpu) / firms,
                median(all, cost -> cost.peakKilobytes / 1024.0),
                median(all, Cost::cpu) / reference));
    }

    private static double median(List<Cost> costs, java.util.function.ToDoubleFunction<Cost> value) {
        double[] sorted = costs.stream().mapToDouble(value).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** Every contender that computes must have found what the hand-written loop found. */
    private static void compare(List<String> names, Path directory, PrintStream out) throws IOException {
        double[] expected = read(result(directory, REFERENCE));
        for (String name : names) {
            double[] found = read(result(directory, name));
            if (found.length == 0 || name.equals(REFERENCE)) {
                continue;
            }
            int different = 0;
            for (int i = 0; i < expected.length; i++) {
                boolean same = Double.isNaN(expected[i])
                        ? Double.isNaN(found[i])
                        : Math.abs(expected[i] - found[i]) <= TOLERANCE * Math.max(1, Math.abs(expected[i]));
                if (!same && different++ < 5) {
                    out.println(name + " differs: firm " + i / ComparedFeatures.COUNT + " "
                            + ComparedFeatures.NAMES.get(i % ComparedFeatures.COUNT) + " " + expected[i] + " "
                            + found[i]);
                }
            }
            out.printf("%n%s: %d of %d cells differ by more than %s relative%n", name, different, expected.length, TOLERANCE);
        }
    }

    private static Path result(Path directory, String name) {
        return directory.resolve(name + ".found");
    }

    private static void write(double[] numbers, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
        bytes.asDoubleBuffer().put(numbers);
        Files.write(file, bytes.array());
    }

    private static double[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        double[] numbers = new double[bytes.capacity() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Peak resident set in kilobytes, as Linux tells it; 0 elsewhere. */
    private static long peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }
}
