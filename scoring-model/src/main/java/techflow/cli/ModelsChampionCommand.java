package techflow.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelEvent;
import techflow.scoring.registry.RegisteredModel;

/** {@code techflow models champion --at DATE}: which model answered then, since when, by whose decision and why. */
@Command(
        name = "champion",
        description = "Tells which model was champion, now or at a date, and by whose decision",
        mixinStandardHelpOptions = true)
final class ModelsChampionCommand extends RegistryCommand {
    @Mixin
    private InstantOption at = new InstantOption();

    @Option(
            names = "--alias",
            paramLabel = "ALIAS",
            defaultValue = "champion",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private ModelAlias alias = ModelAlias.CHAMPION;

    @Option(names = "--json", description = "print the event that decided it as JSON")
    private boolean json;

    @Override
    int run(RegistryOption.Opened opened, PrintWriter out) {
        Instant when = at.at().orElseGet(Instant::now);
        Optional<ModelEvent> decided = opened.registry().history().events().stream()
                .filter(event -> event.alias() == alias && !event.change().at().isAfter(when))
                .reduce((earlier, later) -> later);
        if (json) {
            out.println(RegistryLines.json(decided.map(List::of).orElse(List.of())));
        } else if (decided.isEmpty()) {
            out.println("no " + alias.word() + " at " + when);
        } else {
            print(opened, out, decided.get());
        }
        return ExitCode.DONE;
    }

    private static void print(RegistryOption.Opened opened, PrintWriter out, ModelEvent event) {
        RegisteredModel model = opened.registry().list().stream()
                .filter(one -> one.sha256().equals(event.sha256()))
                .findFirst()
                .orElseThrow();
        out.println(model.modelId() + " " + model.version() + "  " + model.sha256());
        RegistryLines.print(out, event);
    }
}
