package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import techflow.features.definition.FeatureName;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.bins.BinsFile;
import techflow.scoring.bins.FeatureBins;

/** {@code techflow bins show}: what is in a bins file. */
@Command(
        name = "show",
        description = "Prints the features of a bins file, or the bins of one with a bar per WoE",
        mixinStandardHelpOptions = true)
final class BinsShowCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "the bins file")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FEATURE", description = "one feature alone, in full")
    private Optional<String> feature = Optional.empty();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        BinsFile bins = new BinsPath(file).read();
        PrintWriter out = spec.commandLine().getOut();
        BinsTable table = new BinsTable(bins);
        feature.map(name -> table.of(named(bins, name)))
                .orElseGet(table::overview)
                .forEach(out::println);
        out.flush();
        return ExitCode.DONE;
    }

    static FeatureBins named(BinsFile bins, String name) {
        return bins.features().stream()
                .filter(one -> one.feature().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new RecordFault(
                        ProblemCode.REQUEST_INVALID,
                        "The bins file has no feature \"" + name + "\"; it has: "
                                + String.join(
                                        ", ",
                                        bins.features().stream()
                                                .map(FeatureBins::feature)
                                                .map(FeatureName::value)
                                                .toList())));
    }
}
