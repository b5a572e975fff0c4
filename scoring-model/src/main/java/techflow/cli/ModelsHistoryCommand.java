package techflow.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.scoring.registry.ModelEvent;

/** {@code techflow models history}: the ledger. */
@Command(
        name = "history",
        description = "Prints the ledger: which model bore which alias since when, by whom, on what report and why",
        mixinStandardHelpOptions = true)
final class ModelsHistoryCommand extends RegistryCommand {
    @Mixin
    private InstantOption at = new InstantOption();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    int run(RegistryOption.Opened opened, PrintWriter out) {
        List<ModelEvent> events = opened.registry().history().events().stream()
                .filter(event ->
                        at.at().map(then -> !event.change().at().isAfter(then)).orElse(true))
                .toList();
        if (json) {
            out.println(RegistryLines.json(events));
        } else {
            events.forEach(event -> RegistryLines.print(out, event));
        }
        return ExitCode.DONE;
    }
}
