package techflow.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.scoring.run.Facts;
import techflow.scoring.run.RunJson;
import techflow.scoring.run.RunRecord;

/** {@code techflow runs show RUN}: one record, section by section. */
@Command(name = "show", description = "Shows the record of a training", mixinStandardHelpOptions = true)
final class RunsShowCommand extends RegistryCommand {
    @Parameters(
            paramLabel = "RUN",
            description = "its name or how it begins, or the first digits of its artefact's hash")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String run;

    @Option(names = "--json", description = "print the record as JSON")
    private boolean json;

    @Override
    int run(RegistryOption.Opened opened, PrintWriter out) {
        RunRecord record = opened.runs().find(run);
        if (json) {
            out.println(RunJson.text(record));
        } else {
            FactList.print(out, Facts.of(record));
        }
        return ExitCode.DONE;
    }
}
