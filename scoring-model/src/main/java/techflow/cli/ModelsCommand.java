package techflow.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelEvent;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.registry.postgres.PostgresModelRegistry;

/** {@code techflow models}: what is registered, who is champion since when and why, promote and roll back. */
@Command(name = "models", description = "The model registry", mixinStandardHelpOptions = true)
final class ModelsCommand implements Runnable {
    private static final int SHORT_HASH = 12;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: list, history, promote or rollback");
    }

    @Command(
            name = "list",
            description = "Lists the registered models and the champion",
            mixinStandardHelpOptions = true)
    void list(@Mixin DatabaseOption database) {
        with(database, (registry, out) -> {
            Optional<String> champion = registry.bearer(ModelAlias.CHAMPION);
            for (RegisteredModel model : registry.list()) {
                out.printf(
                        "%s  %-14s %-12s %s by %s%s%n",
                        model.sha256().substring(0, SHORT_HASH),
                        model.modelId(),
                        model.version(),
                        model.publishedAt(),
                        model.publishedBy(),
                        champion.filter(model.sha256()::equals).isPresent() ? "  champion" : "");
            }
        });
    }

    @Command(
            name = "history",
            description = "Prints the ledger: which model bore which alias since when, by whom and why",
            mixinStandardHelpOptions = true)
    void history(
            @Mixin DatabaseOption database,
            @Option(names = "--at", paramLabel = "INSTANT", description = "only the champion at this instant")
                    Optional<Instant> at) {
        with(database, (registry, out) -> {
            if (at.isPresent()) {
                out.println(registry.bearer(ModelAlias.CHAMPION, at.get()).orElse("no champion then"));
                return;
            }
            for (ModelEvent event : registry.history().events()) {
                print(out, event);
            }
        });
    }

    @Command(
            name = "promote",
            description = "Gives the alias champion to a registered model",
            mixinStandardHelpOptions = true)
    void promote(
            @Mixin DatabaseOption database,
            @Parameters(paramLabel = "MODEL", description = "version, or the first digits of the hash") String model,
            @Option(names = "--actor", required = true, description = "who promotes") String actor,
            @Option(names = "--reason", required = true, description = "why, for the auditor") String reason) {
        with(
                database,
                (registry, out) -> print(
                        out,
                        registry.promote(
                                ModelAlias.CHAMPION,
                                find(registry.list(), model).sha256(),
                                new Change(actor, reason, Instant.now()))));
    }

    @Command(
            name = "rollback",
            description = "Gives the alias champion back to the model that bore it before",
            mixinStandardHelpOptions = true)
    void rollback(
            @Mixin DatabaseOption database,
            @Option(names = "--actor", required = true, description = "who rolls back") String actor,
            @Option(names = "--reason", required = true, description = "why, for the auditor") String reason) {
        with(
                database,
                (registry, out) ->
                        print(out, registry.rollback(ModelAlias.CHAMPION, new Change(actor, reason, Instant.now()))));
    }

    private void with(DatabaseOption database, BiConsumer<ModelRegistry, PrintWriter> work) {
        try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher())) {
            PrintWriter out = spec.commandLine().getOut();
            work.accept(new PostgresModelRegistry(opened.url().dataSource()), out);
            out.flush();
        }
    }

    private static RegisteredModel find(List<RegisteredModel> models, String name) {
        List<RegisteredModel> found = models.stream()
                .filter(model -> model.version().equals(name) || model.sha256().startsWith(name))
                .toList();
        if (found.size() != 1) {
            throw new RecordFault(
                    ProblemCode.MODEL_UNKNOWN,
                    found.isEmpty()
                            ? "No model has the version or hash " + name + "; see ./techflow models list"
                            : found.size() + " models answer to " + name + "; give more digits of the hash");
        }
        return found.getFirst();
    }

    private static void print(PrintWriter out, ModelEvent event) {
        out.printf(
                "%s  %-10s %-8s %s  by %s: %s%n",
                event.change().at(),
                event.alias().word(),
                event.action(),
                event.sha256().substring(0, SHORT_HASH),
                event.change().actor(),
                event.change().reason());
    }
}
