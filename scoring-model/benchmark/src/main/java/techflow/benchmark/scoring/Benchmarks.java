package techflow.benchmark.scoring;

import java.util.Arrays;
import java.util.List;

/** Runs a benchmark by its name; see the README of the module. */
public final class Benchmarks {
    private static final String USAGE = "trees [ROUNDS [TREES DEPTH]] | pipeline [ROUNDS]";

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        int rounds = rest.isEmpty() ? 24 : Integer.parseInt(rest.getFirst());
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "trees" -> {
                if (rest.size() > 2) {
                    TreeBenchmark.run(
                            Integer.parseInt(rest.get(1)), Integer.parseInt(rest.get(2)), rounds, System.out);
                } else {
                    TreeBenchmark.run(200, 4, rounds, System.out);
                    TreeBenchmark.run(300, 6, rounds, System.out);
                }
            }
            case "pipeline" -> {
                PipelineBenchmark.run(200, 4, rounds, System.out);
                PipelineBenchmark.run(300, 6, rounds, System.out);
            }
            default -> throw new IllegalArgumentException("give one of: " + USAGE);
        }
    }
}
