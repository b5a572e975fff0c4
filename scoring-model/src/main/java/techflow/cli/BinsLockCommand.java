package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.features.definition.FeatureName;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.bins.BinsFile;
import techflow.scoring.bins.FeatureBins;

/** {@code techflow bins lock}: freezes a reviewed file. */
@Command(
        name = "lock",
        description = "Freezes a bins file: training refuses it after any change",
        mixinStandardHelpOptions = true)
final class BinsLockCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "the bins file")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who locks")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String by;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        BinsPath path = new BinsPath(file);
        BinsFile bins = path.read();
        refuseUncounted(bins);
        BinsFile locked = bins.locked(by, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        path.write(locked);
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + " is locked by " + by + ", SHA-256 " + locked.sha256());
        out.flush();
        return ExitCode.DONE;
    }

    /** Nobody can have reviewed what was not counted. */
    private void refuseUncounted(BinsFile bins) {
        List<String> uncounted = bins.features().stream()
                .filter(one -> one.counted().isEmpty() && !one.dropped())
                .map(FeatureBins::feature)
                .map(FeatureName::value)
                .toList();
        if (!uncounted.isEmpty()) {
            throw new ModelFault(
                    ProblemCode.SETTING_INVALID,
                    "Bins that were edited must be counted before they are locked: " + String.join(", ", uncounted)
                            + "; run ./techflow bins fit --data DIR --from " + file + " --out " + file,
                    Parameter.safe("features", uncounted));
        }
    }
}
