package techflow.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import techflow.scoring.run.FactTable;
import techflow.scoring.run.Facts;
import techflow.scoring.run.RunRecord;

/** {@code techflow runs diff A B}: settings, data, libraries, metrics and machine of two trainings side by side. */
@Command(
        name = "diff",
        description = "Compares two trainings: settings, data, metrics, libraries and machine side by side",
        mixinStandardHelpOptions = true)
final class RunsDiffCommand extends RegistryCommand {
    @Parameters(index = "0", paramLabel = "A", description = "a run, as of runs show")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String left;

    @Parameters(index = "1", paramLabel = "B", description = "the one to compare it with")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String right;

    @Mixin
    private DiffFormat format = new DiffFormat();

    @Override
    int run(RegistryOption.Opened opened, PrintWriter out) {
        RunRecord one = opened.runs().find(left);
        RunRecord other = opened.runs().find(right);
        format.print(out, FactTable.of(one.id(), Facts.of(one), other.id(), Facts.of(other)));
        return ExitCode.DONE;
    }
}
