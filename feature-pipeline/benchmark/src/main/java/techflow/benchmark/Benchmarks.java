package techflow.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs a benchmark by its name; see the README of the module. */
public final class Benchmarks {
    private static final String USAGE =
            "generate DIR FIRMS | files DIR FIRMS ROUNDS [CONTENDER…] | kernels [JMH ARGUMENT…]";

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "generate" -> SyntheticPopulation.write(Path.of(rest.get(0)), Integer.parseInt(rest.get(1)));
            case "files" ->
                FileBenchmark.run(
                        Path.of(rest.get(0)),
                        Integer.parseInt(rest.get(1)),
                        Integer.parseInt(rest.get(2)),
                        rest.subList(3, rest.size()),
                        System.out);
            case "pass" ->
                FileBenchmark.pass(
                        rest.get(0),
                        Path.of(rest.get(1)),
                        Integer.parseInt(rest.get(2)),
                        Path.of(rest.get(3)),
                        System.out);
            case "kernels" -> org.openjdk.jmh.Main.main(rest.toArray(String[]::new));
            default -> throw new IllegalArgumentException("give one of: " + USAGE);
        }
    }
}
