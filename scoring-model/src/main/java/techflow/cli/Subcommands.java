package techflow.cli;

import picocli.CommandLine;

/** What a command that has only subcommands says when none is named. */
final class Subcommands {
    private Subcommands() {}

    static CommandLine.ParameterException missing(CommandLine.Model.CommandSpec spec) {
        return new CommandLine.ParameterException(
                spec.commandLine(),
                "Say what to do: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
