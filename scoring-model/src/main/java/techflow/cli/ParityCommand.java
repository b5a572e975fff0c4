package techflow.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.snapshot.AsOf;
import techflow.features.store.postgres.PostgresSignalStore;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** {@code techflow parity}: computes logged online vectors again in batch, and tells which features differ. */
@Command(
        name = "parity",
        description = "Computes logged online feature vectors again in batch and reports differences by feature",
        footer = {
            "",
            "A feature that differs was computed by other code, or its signals changed in the past: a row that came"
                    + " with a time of knowledge before the score was given, or was deleted.",
            "Exit code 0 when all are equal, 3 when any differs."
        },
        mixinStandardHelpOptions = true)
final class ParityCommand implements Callable<Integer> {
    @Option(names = "--since", paramLabel = "DATE", description = "only scores asked for on this day or later")
    private Optional<LocalDate> since = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10000",
            description = "at most so many, the newest ones (${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    private final FeatureCatalog catalog = StandardCatalog.catalog();

    @Override
    public Integer call() throws Exception {
        if (limit < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--limit must be 1 or more, found " + limit);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher())) {
            opened.url().migrate();
            LoggedVectors logged = logged(opened.url());
            print(logged, out);
            if (logged.vectors().isEmpty()) {
                return ExitCode.DONE;
            }
            Steps steps = new Steps(System.err, 1, Steps.onTerminal());
            ParityReport report = steps.call(
                    "Computing again", logged.vectors().size(), progress -> report(logged, opened.url(), progress));
            report.lines().forEach(out::println);
            out.flush();
            return report.isEqual() ? ExitCode.DONE : ExitCode.GATE_FAILED;
        }
    }

    private LoggedVectors logged(DatabaseUrl url) {
        Instant from = since.map(AsOf::startOf).map(AsOf::instant).orElse(Instant.EPOCH);
        try (Connection connection = url.connect()) {
            return LoggedVectors.read(connection, catalog.schema(), from, limit);
        } catch (SQLException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "The score log cannot be read: " + e.getMessage(), e);
        }
    }

    private ParityReport report(LoggedVectors logged, DatabaseUrl url, LongConsumer progress) {
        return ParityReport.of(
                new ParityCatalogs(catalog, url.dataSource()).of(logged.vectors()),
                new PostgresSignalStore(url.dataSource()),
                new LocalFeatureEngine(Runtime.getRuntime().availableProcessors(), progress));
    }

    private void print(LoggedVectors logged, PrintWriter out) {
        if (logged.vectors().isEmpty()) {
            out.println("No score with " + catalog.schema() + " was logged"
                    + since.map(day -> " since " + day).orElse(""));
        } else {
            out.println(logged.vectors().size() + " scores logged from "
                    + logged.vectors().getFirst().requestedAt() + " to "
                    + logged.vectors().getLast().requestedAt() + ", features " + catalog.schema());
        }
        logged.otherSchemas()
                .forEach((version, count) -> out.println("not compared: " + count + " of feature set " + version
                        + ", which another release" + " computes"));
        out.flush();
    }
}
