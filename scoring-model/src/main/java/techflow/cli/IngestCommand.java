package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import techflow.features.ingest.FileReport;
import techflow.features.ingest.IngestOptions;
import techflow.features.ingest.Ingestion;
import techflow.features.ingest.InputFile;
import techflow.features.signal.SignalKind;
import techflow.features.store.postgres.LoadLedger;
import techflow.problem.PlatformFault;
import techflow.problem.RecordFault;

/** {@code techflow ingest}: files of signals go into the database, every row accounted for. */
@Command(
        name = "ingest",
        description = "Loads files of signals into the database: every row validated, counted, and stored once",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A folder stands for its .csv, .csv.gz and .parquet files. The kind follows from the file's name and columns. Rows that"
                    + " break the contract go into NAME.rejects.csv with line, rule, value and advice; rows of unknown"
                    + " firms or patents are stored with a warning. The same file again changes nothing; an interrupted"
                    + " load goes on where it was. One bad file does not stop the others.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every row is stored or was there already (conflicts and warnings are told)",
            "2:wrong words",
            "4:a row was rejected, or a file was refused",
            "5:the database or the disk does not answer; the same command goes on after the last stored row"
        })
final class IngestCommand implements Callable<Integer> {
    private static final int LISTED = 20;
    private static final String APPLICATION = "techflow ingest";

    @Parameters(arity = "0..*", paramLabel = "DIR|FILE", description = "Files of signals, or folders of them")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "What the files hold, if name and columns do not say it")
    private Optional<SignalKind> kind = Optional.empty();

    @Option(names = "--dry-run", description = "Validate and say what would happen; change nothing")
    private boolean dryRun;

    @Option(
            names = "--strict",
            description = "Store all rows of a file or none: one reject, conflict or unknown firm refuses the file")
    private boolean strict;

    @Option(names = "--again", description = "Read a file from its first row although it was loaded already")
    private boolean again;

    @Option(names = "--rejects", paramLabel = "DIR", description = "Where the rejects files go (beside the files)")
    private Optional<Path> rejects = Optional.empty();

    @Option(names = "--list", description = "Show the latest loads instead")
    private boolean list;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    private final Workspace workspace = Workspace.fromLauncher();

    @Override
    public Integer call() throws Exception {
        if (list) {
            return list();
        }
        if (paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say what to ingest: files, or a folder of them");
        }
        IngestOptions options = IngestOptions.by(APPLICATION)
                .rehearsed(dryRun)
                .strictly(strict)
                .again(again)
                .rejectsInto(rejects);
        if (dryRun && !database.isGiven() && !Files.exists(workspace.postgres())) {
            return ingest(Ingestion.withoutDatabase(options));
        }
        try (DatabaseOption.Opened opened = open()) {
            if (!dryRun) {
                opened.url().migrate();
            } else if (!hasLedger(opened.url())) {
                return ingest(Ingestion.withoutDatabase(options));
            }
            return ingest(Ingestion.into(opened.url().dataSource(), options));
        }
    }

    private DatabaseOption.Opened open() {
        return Files.exists(workspace.postgres()) ? database.open(workspace) : database.openOrCreate(workspace);
    }

    private int list() {
        try (DatabaseOption.Opened opened = database.open(workspace)) {
            PrintWriter out = spec.commandLine().getOut();
            IngestTables.loads(
                    out,
                    hasLedger(opened.url()) ? new LoadLedger(opened.url().dataSource()).latest(LISTED) : List.of());
            return ExitCode.DONE;
        }
    }

    private int ingest(Ingestion ingestion) throws Exception {
        List<FileResult> results = new ArrayList<>();
        try {
            List<Path> files = InputFile.find(paths);
            Steps steps = new Steps(System.err, 1 + files.size(), Steps.onTerminal());
            List<InputFile> inputs = steps.call("Looking at the files", () -> examine(files, results));
            steps.expect(1 + inputs.size());
            for (InputFile input : inputs) {
                steps.run(input.file().name(), input.rows(), progress -> {
                    FileResult result = FileResult.of(input, () -> ingestion.ingest(input, progress));
                    results.add(result);
                    return result.rate();
                });
            }
        } finally {
            IngestTables.summary(spec.commandLine().getOut(), spec.commandLine().getErr(), results, dryRun);
        }
        return results.stream().allMatch(FileResult::isClean) ? ExitCode.DONE : ExitCode.DATA_BROKEN;
    }

    private List<InputFile> examine(List<Path> files, List<FileResult> refused) {
        List<InputFile> inputs = new ArrayList<>();
        for (Path file : files) {
            try {
                inputs.add(InputFile.examine(file, kind));
            } catch (RecordFault fault) {
                refused.add(FileResult.refused(file, fault));
            }
        }
        inputs.sort(InputFile.order());
        return inputs;
    }

    private static boolean hasLedger(DatabaseUrl url) {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select to_regclass('signal_load') is not null")) {
            found.next();
            return found.getBoolean(1);
        } catch (SQLException e) {
            throw new PlatformFault(
                    techflow.problem.ProblemCode.STORE_UNAVAILABLE, "PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    /**
     * What became of a file, or why it was refused.
     *
     * @param seconds spent on it
     */
    record FileResult(String file, Optional<FileReport> report, Optional<RecordFault> fault, double seconds) {
        static FileResult refused(Path file, RecordFault fault) {
            return new FileResult(String.valueOf(file.getFileName()), Optional.empty(), Optional.of(fault), 0);
        }

        static FileResult of(InputFile input, Callable<FileReport> work) throws Exception {
            long start = System.nanoTime();
            try {
                FileReport report = work.call();
                return new FileResult(input.file().name(), Optional.of(report), Optional.empty(), since(start));
            } catch (RecordFault fault) {
                return new FileResult(input.file().name(), Optional.empty(), Optional.of(fault), since(start));
            }
        }

        private static double since(long start) {
            return (System.nanoTime() - start) / 1e9;
        }

        boolean isClean() {
            return report.map(FileReport::isClean).orElse(false);
        }

        String rate() {
            return report.map(done -> switch (done.result()) {
                        case ALREADY_LOADED -> "loaded already";
                        case LOADED, RESUMED, REFUSED ->
                            String.format(
                                    Locale.ROOT,
                                    "%,d rows, %,.0f rows/s",
                                    done.counts().read(),
                                    done.counts().read() / Math.max(seconds, 1e-3));
                    })
                    .orElse("refused");
        }
    }
}
