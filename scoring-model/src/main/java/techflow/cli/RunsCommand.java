package techflow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code techflow runs}: the records of trainings. */
@Command(
        name = "runs",
        description = "Lists, shows and compares the records of trainings",
        mixinStandardHelpOptions = true,
        subcommands = {RunsListCommand.class, RunsShowCommand.class, RunsDiffCommand.class})
final class RunsCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw Subcommands.missing(spec);
    }
}
