package techflow.cli;

import picocli.CommandLine.Option;

/** {@code --dry-run}: every rule is checked, and nothing is written. */
final class DryRun {
    @Option(names = "--dry-run", description = "check every rule and change nothing")
    private boolean asked;

    boolean asked() {
        return asked;
    }
}
