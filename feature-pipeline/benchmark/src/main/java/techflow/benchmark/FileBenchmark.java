package techflow.benchmark;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
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
        contender.run(directory, firms, result);
        long wall = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        double cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        out.printf(Locale.ROOT, "%.3f %.3f %d%n", wall / 1e3, cpu / 1e3, peakMemory());
    }

    private record Cost(double wall, double cpu, long peakKilobytes) {}

    static void run(Path directory, int firms, int rounds, List<String> names, PrintStream out) throws Exception {
        List<String> chosen = names.isEmpty() ? List.copyOf(CONTENDERS.keySet()) : names;
        if (chosen.contains("duckdb-parquet")) {
            DuckDbContender.prepare(directory);
        }
        for (String name : CONTENDERS.keySet()) {
            Files.deleteIfExists(result(directory, name)); // of an earlier run
        }
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
                        "-XX:+UseParallelGC", // as the launcher of the command line sets it
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
        String[] told =
                new String(process.getInputStream().readAllBytes()).trim().split(" ");
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
        long cells = Cells.count(result(directory, REFERENCE));
        for (String name : names) {
            Path found = result(directory, name);
            if (name.equals(REFERENCE) || Cells.count(found) == 0) {
                continue;
            }
            long different = Math.abs(cells - Cells.count(found));
            try (DataInputStream one = Cells.from(result(directory, REFERENCE));
                    DataInputStream other = Cells.from(found)) {
                for (long i = 0; i < Math.min(cells, Cells.count(found)); i++) {
                    double expected = one.readDouble();
                    double value = other.readDouble();
                    if (!isSame(expected, value) && different++ < 5) {
                        String feature = ComparedFeatures.NAMES.get((int) (i % ComparedFeatures.COUNT));
                        out.println(name + " differs: firm " + i / ComparedFeatures.COUNT + " " + feature + " "
                                + expected + " " + value);
                    }
                }
            }
            out.printf("%n%s: %d of %d cells differ by more than %s relative%n", name, different, cells, TOLERANCE);
        }
    }

    private static boolean isSame(double expected, double value) {
        return Double.isNaN(expected)
                ? Double.isNaN(value)
                : Math.abs(expected - value) <= TOLERANCE * Math.max(1, Math.abs(expected));
    }

    private static Path result(Path directory, String name) {
        return directory.resolve(name + ".found");
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
