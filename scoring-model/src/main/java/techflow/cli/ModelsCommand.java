package techflow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code techflow models}: what is registered, who is champion since when and why, promote and roll back. */
@Command(
        name = "models",
        description = "The model registry",
        mixinStandardHelpOptions = true,
        subcommands = {
            ModelsListCommand.class,
            ModelsShowCommand.class,
            ModelsDiffCommand.class,
            ModelsCardCommand.class,
            ModelsPublishCommand.class,
            ModelsSignCommand.class,
            ModelsPromoteCommand.class,
            ModelsRollbackCommand.class,
            ModelsChampionCommand.class,
            ModelsHistoryCommand.class
        })
final class ModelsCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw Subcommands.missing(spec);
    }
}
