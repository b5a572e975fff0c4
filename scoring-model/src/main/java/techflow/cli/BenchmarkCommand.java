package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.scoring.benchmark.BenchmarkJson;
import techflow.scoring.benchmark.BenchmarkMarkdown;
import techflow.scoring.benchmark.BenchmarkRun;
import techflow.scoring.benchmark.BenchmarkTable;
import techflow.scoring.benchmark.BenchmarkTable.SetResult;
import techflow.scoring.benchmark.OpenSet;
import techflow.scoring.benchmark.OpenSetReader;

/** {@code techflow benchmark}: our trainers beside others. */
@Command(name = "benchmark", description = "Measures trainers beside their peers", mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to measure on: data");
    }

    @Command(
            name = "data",
            description = "Runs our trainers on open data with fixed folds, beside the peers' figures",
            mixinStandardHelpOptions = true)
    int data(
            @Parameters(arity = "1..*", paramLabel = "DIR", description = "a data set folder, or a folder of them")
                    List<Path> places,
            @Option(
                            names = "--trainers",
                            split = ",",
                            paramLabel = "NAME",
                            description = "scorecard, boosted, additive, smile-boosted (default: all)")
                    List<String> trainers,
            @Option(names = "--sets", split = ",", paramLabel = "NAME", description = "only these data sets")
                    List<String> sets,
            @Option(
                            names = "--budget",
                            defaultValue = "12",
                            paramLabel = "N|N\"s\"",
                            description = "settings tried per fold, as a number or as seconds (default: 12)")
                    String budget,
            @Option(
                            names = "--seed",
                            defaultValue = "20261101",
                            paramLabel = "N",
                            description = "of every random choice")
                    long seed,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "DIR",
                            description = "folder for benchmark.md and benchmark.json")
                    Path out)
            throws Exception {
        BenchmarkTrainers chosen = BenchmarkTrainers.of(spec.commandLine(), Optional.ofNullable(trainers), budget);
        List<Path> folders = folders(places, Optional.ofNullable(sets));
        BenchmarkRun run = new BenchmarkRun(chosen.byName(), BenchmarkTrainers.quick(), seed);
        Steps steps = new Steps(System.err, folders.size(), Steps.onTerminal());
        List<SetResult> results = new ArrayList<>();
        String about = String.format(
                Locale.ROOT,
                "Seed %d, budget %s per fold, one thread, JDK %s, %s.",
                seed,
                chosen.budgetText(),
                System.getProperty("java.version"),
                System.getProperty("os.arch"));
        for (Path folder : folders) {
            OpenSet set = OpenSetReader.read(folder);
            long length = 5L * chosen.byName().size();
            steps.run(set.name(), length, progress -> {
                int[] folds = {0};
                results.addAll(run.on(set, (name, trainer, done) -> progress.accept(++folds[0])));
                return results.getLast().verdict().words();
            });
            write(out, new BenchmarkTable(results), about); // what is done is kept when a later set fails
        }
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(BenchmarkMarkdown.of(new BenchmarkTable(results), about));
        writer.println("Written to " + out + ": benchmark.md, benchmark.json");
        writer.flush();
        return ExitCode.DONE;
    }

    private static void write(Path out, BenchmarkTable table, String about) throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("benchmark.md"), BenchmarkMarkdown.of(table, about));
        Files.writeString(out.resolve("benchmark.json"), BenchmarkJson.of(table, about));
    }

    private List<Path> folders(List<Path> places, Optional<List<String>> sets) throws Exception {
        List<Path> folders = new ArrayList<>();
        for (Path place : places) {
            folders.addAll(OpenSetReader.folders(place));
        }
        List<String> names = folders.stream()
                .map(folder -> String.valueOf(folder.getFileName()))
                .toList();
        for (String set : sets.orElse(List.of())) {
            if (!names.contains(set)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--sets must name data sets that are there, " + names + ", found " + set);
            }
        }
        return folders.stream()
                .filter(folder -> sets.isEmpty() || sets.get().contains(String.valueOf(folder.getFileName())))
                .toList();
    }
}
