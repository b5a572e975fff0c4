package techflow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code techflow bins}: fit, show, edit and lock the bins of a scorecard in a reviewed file. */
@Command(
        name = "bins",
        description = "Bins of a scorecard in a file that experts review",
        mixinStandardHelpOptions = true,
        subcommands = {
            BinsFitCommand.class,
            BinsShowCommand.class,
            BinsEditCommand.class,
            BinsLockCommand.class,
        })
final class BinsCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: fit, show, edit or lock");
    }
}
