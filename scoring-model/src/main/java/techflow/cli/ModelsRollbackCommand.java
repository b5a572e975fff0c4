package techflow.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelEvent;
import techflow.scoring.registry.ModelRegistry;

/** {@code techflow models rollback}: gives an alias back to the model that bore it before, which one person may do. */
@Command(
        name = "rollback",
        description = "Gives an alias back to the model that bore it before",
        mixinStandardHelpOptions = true)
final class ModelsRollbackCommand extends RegistryCommand {
    @Option(
            names = "--alias",
            paramLabel = "ALIAS",
            defaultValue = "champion",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private ModelAlias alias = ModelAlias.CHAMPION;

    @Option(names = "--actor", required = true, paramLabel = "NAME", description = "who rolls back")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String actor;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, for the auditor")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String reason;

    @Mixin
    private DryRun dryRun = new DryRun();

    @Override
    int run(RegistryOption.Opened opened, PrintWriter out) {
        ModelRegistry registry = opened.registry();
        Change change = new Change(actor, reason, Instant.now());
        if (dryRun.asked()) {
            RegistryLines.print(out, registry.history().rollback(alias, change));
            out.println("A dry run: nothing was changed.");
            return ExitCode.DONE;
        }
        long start = System.nanoTime();
        ModelEvent event = registry.rollback(alias, change);
        double millis = (System.nanoTime() - start) / 1e6;
        RegistryLines.print(out, event);
        out.printf(Locale.ROOT, "rolled back in %.0f ms; a running service follows at its next look%n", millis);
        return ExitCode.DONE;
    }
}
