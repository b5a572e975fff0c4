package techflow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code techflow features}: the vectors of a population, and what can be asked about features. */
@Command(
        name = "features",
        description = "Lists, explains, builds and compares features",
        mixinStandardHelpOptions = true,
        subcommands = {
            FeaturesListCommand.class,
            FeaturesDescribeCommand.class,
            FeaturesBuildCommand.class,
            FeaturesDiffCommand.class
        })
final class FeaturesCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Say what to do: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
