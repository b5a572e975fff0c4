package techflow.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import techflow.features.snapshot.AsOf;
import techflow.features.store.file.SignalDirectory;

/**
 * {@code features build --engine spark}: the same sources, firms and instants, in the words of Spark's job.
 *
 * @param master what Spark calls it
 * @param source where signals come from
 * @param peers which tables rank firms
 * @param spine the file of firms and instants; without it every firm is looked at
 * @param asOfs as of when every firm is looked at
 * @param out the folder to make
 */
record SparkBuild(
        String master, SourceOption source, PeersOption peers, Optional<Path> spine, List<AsOf> asOfs, Path out) {
    /** Returns the job's exit code, one of {@link ExitCode}; throws as {@link SparkRun#run} does. */
    int run(Workspace workspace, PrintWriter out) throws Exception {
        if (source.folder().isPresent()) {
            Path folder = source.folder().get();
            List<String> words = words(signals(folder), peers.beside(folder).map(SparkBuild::absolute));
            return run(new SparkRun(master, words, Optional.empty()), workspace, out);
        }
        try (DatabaseOption.Opened database = source.database().open(workspace)) {
            database.url().migrate();
            Optional<String> tables = peers.folder().map(SparkBuild::absolute).or(() -> Optional.of("postgres"));
            return run(new SparkRun(master, words("postgres", tables), Optional.of(database.url())), workspace, out);
        }
    }

    /** The job's lines come after the steps, so that the two never mix on a terminal. */
    private int run(SparkRun job, Workspace workspace, PrintWriter out) throws Exception {
        Steps steps = new Steps(System.err, 1, Steps.onTerminal());
        StringWriter told = new StringWriter();
        int exit = steps.call(
                "Building features with Spark on " + master,
                -1,
                progress -> job.run(workspace, new PrintWriter(told, true)));
        out.print(told);
        out.flush();
        return exit;
    }

    /** Absolute, because the executors run elsewhere. */
    private static String signals(Path folder) {
        String form = switch (SignalDirectory.format(folder)) {
            case CSV -> "csv:";
            case PARQUET -> "parquet:";
        };
        return form + absolute(folder);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }

    List<String> words(String signals, Optional<String> tables) {
        List<String> words = new ArrayList<>(List.of("--signals", signals));
        tables.ifPresent(place -> words.addAll(List.of("--peers", place)));
        spine.ifPresentOrElse(
                file -> words.addAll(List.of("--spine", absolute(file))),
                () -> words.addAll(List.of(
                        "--as-of",
                        asOfs.stream().map(asOf -> asOf.instant().toString()).collect(Collectors.joining(",")))));
        words.addAll(List.of("--out", absolute(out)));
        return words;
    }
}
