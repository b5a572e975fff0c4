package techflow.cli;

import picocli.CommandLine.Command;

/** {@code techflow features}: what the features are, and what they are worth on data. */
@Command(
        name = "features",
        description = "Lists and explains the features",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {FeaturesListCommand.class, FeaturesDescribeCommand.class})
final class FeaturesCommand {}
