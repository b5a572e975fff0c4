package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.features.catalog.StandardCatalog;
import techflow.scoring.card.ModelCard;

/** {@code techflow models card MODEL}: the model card. */
@Command(
        name = "card",
        description = "Writes the model card (模型卡) in Markdown, generated from the manifest",
        mixinStandardHelpOptions = true)
final class ModelsCardCommand implements Callable<Integer> {
    @Mixin
    private ModelArgument model = new ModelArgument();

    @Option(names = "--out", paramLabel = "FILE", description = "write it there instead of printing it")
    private Optional<Path> file = Optional.empty();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ModelArgument.Read read = model.read();
        String card =
                new ModelCard(read.sha256(), read.artifact(), StandardCatalog.catalog(), read.decisions()).markdown();
        PrintWriter out = spec.commandLine().getOut();
        if (file.isPresent()) {
            Files.writeString(file.get(), card);
            out.println("written to " + file.get());
        } else {
            out.print(card);
        }
        out.flush();
        return ExitCode.DONE;
    }
}
