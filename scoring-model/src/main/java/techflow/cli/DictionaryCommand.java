package techflow.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import techflow.datasets.dictionary.DataDictionary;
import techflow.features.catalog.StandardCatalog;

/** {@code techflow dictionary}: every signal column and every feature, in Markdown. */
@Command(
        name = "dictionary",
        description = "Prints the data dictionary: every signal column and every feature, in Markdown",
        mixinStandardHelpOptions = true)
final class DictionaryCommand implements Runnable {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "write it there instead, with a CSV template of every signal kind")
    private Optional<Path> folder = Optional.empty();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        if (folder.isPresent()) {
            DataDictionary.write(StandardCatalog.catalog(), folder.get());
            spec.commandLine().getOut().println("Written to " + folder.get());
        } else {
            spec.commandLine().getOut().println(DataDictionary.of(StandardCatalog.catalog()));
        }
        spec.commandLine().getOut().flush();
    }
}
