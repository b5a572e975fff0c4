package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.features.catalog.StandardCatalog;
import techflow.scoring.run.FactTable;
import techflow.scoring.run.Facts;
import techflow.scoring.training.TrainingSet;

/** {@code techflow models diff A B}: two models side by side, and how firms would move between their grades. */
@Command(
        name = "diff",
        description = "Compares two models: settings, data, metrics, features, bins; with data also grade by grade",
        mixinStandardHelpOptions = true)
final class ModelsDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "an artefact's file, " + ModelName.HELP)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String left;

    @Parameters(index = "1", paramLabel = "B", description = "the one to compare it with")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String right;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "signals and outcomes.csv: grade these firms by both, as of the latest day with an outcome")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private DiffFormat format = new DiffFormat();

    @Mixin
    private RegistryOption registry = new RegistryOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ModelArgument.Read one = ModelArgument.Read.of(registry.find(left));
        ModelArgument.Read other = ModelArgument.Read.of(registry.find(right));
        PrintWriter out = spec.commandLine().getOut();
        format.print(
                out, FactTable.of(one.title(), Facts.of(one.artifact()), other.title(), Facts.of(other.artifact())));
        if (data.isPresent()) {
            Steps steps = new Steps(System.err, 1, Steps.onTerminal());
            FeatureTrainingSet source = FeatureTrainingSet.in(data.get(), 1);
            TrainingSet set = steps.call(
                    "Building features",
                    source.firms().size(),
                    progress -> source.computeAmongThemselves(StandardCatalog.catalog(), progress));
            GradeMigration.of(one.artifact(), other.artifact(), set)
                    .print(format.isJson() ? spec.commandLine().getErr() : out, one.title(), other.title());
        }
        out.flush();
        return ExitCode.DONE;
    }
}
