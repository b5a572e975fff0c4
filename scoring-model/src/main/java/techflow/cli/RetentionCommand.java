package techflow.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.Period;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.scoring.retention.RetentionJob;
import techflow.scoring.retention.RetentionReport;
import techflow.scoring.retention.RetentionRule;

/** {@code techflow retention}: removes what must not be kept any longer and says what it removed. */
@Command(
        name = "retention",
        description = "Removes scores past their retention; counts what else the law sets a term for",
        mixinStandardHelpOptions = true)
final class RetentionCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private OutputLanguage language = new OutputLanguage();

    @Option(names = "--dry-run", description = "counts only; removes and writes nothing")
    private boolean dryRun;

    @Option(
            names = "--keep-scores",
            paramLabel = "PERIOD",
            defaultValue = "P5Y",
            description = "how long scores are kept, P3Y or longer (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Period keepScores;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher())) {
            RetentionReport report = new RetentionJob(opened.url().dataSource())
                    .run(Instant.now(), keepScores, dryRun, "techflow retention");
            PrintWriter out = spec.commandLine().getOut();
            for (RetentionRule rule : RetentionRule.values()) {
                out.printf(
                        "%-22s %8d %-11s %s%n",
                        rule,
                        report.count(rule),
                        report.removed(rule) ? "removed" : "not removed",
                        language.of(rule.chinese(), rule.english()));
            }
            out.println("scores asked for before " + report.scoresBefore()
                    + (dryRun ? " would be removed" : " are removed; their hashes stay in the audit log"));
            out.flush();
            return ExitCode.DONE;
        }
    }
}
