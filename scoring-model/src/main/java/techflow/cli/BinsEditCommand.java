package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.scoring.bins.BinsFile;
import techflow.scoring.bins.Cuts;
import techflow.scoring.bins.Edit;
import techflow.scoring.bins.Editing;
import techflow.scoring.bins.FeatureBins;

/** {@code techflow bins edit}: an expert's change to the bins of one feature, with a name and a reason. */
@Command(
        name = "edit",
        description = "Changes the bins of a feature and records who did it and why",
        mixinStandardHelpOptions = true)
final class BinsEditCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "the bins file")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Parameters(index = "1", paramLabel = "FEATURE", description = "the feature to edit")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String feature;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Action action;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who edits")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String by;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, for the reviewer")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String reason;

    @Option(
            names = "--allow-direction",
            description = "let the bins contradict the declared direction; the reason has to say why")
    private boolean allowDirection;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    /** Exactly one of these. */
    static final class Action {
        @Option(
                names = "--cuts",
                split = ",",
                paramLabel = "CUT",
                description = "new cuts, ascending; each belongs to the bin above it")
        private List<Double> cuts = List.of();

        @Option(names = "--merge", paramLabel = "I,J", description = "make bins I to J one, counted from 1")
        private String merge = "";

        @Option(names = "--drop", description = "keep the feature out of models")
        private boolean drop;

        @Option(names = "--restore", description = "let a dropped feature in again")
        private boolean restore;
    }

    @Override
    public Integer call() throws Exception {
        BinsPath path = new BinsPath(file);
        BinsFile bins = path.read();
        FeatureBins before = BinsShowCommand.named(bins, feature);
        FeatureBins after = edited(before);
        BinsFile changed = bins.with(before.feature(), one -> after);
        path.write(changed);
        PrintWriter out = spec.commandLine().getOut();
        new BinsTable(changed).of(after).forEach(out::println);
        out.flush();
        return ExitCode.DONE;
    }

    private FeatureBins edited(FeatureBins bins) {
        try {
            if (action.drop) {
                return editing("dropped").drop(bins);
            }
            if (action.restore) {
                return editing("restored").restore(bins);
            }
            if (!action.merge.isEmpty()) {
                int[] range = range(action.merge);
                return editing("merged bins " + range[0] + " to " + range[1] + " of " + words(bins.cuts()))
                        .merge(bins, range[0], range[1]);
            }
            return editing(words(bins.cuts()) + " became " + words(new Cuts.Numbers(action.cuts)))
                    .cut(bins, new Cuts.Numbers(action.cuts));
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String words(Cuts cuts) {
        return switch (cuts) {
            case Cuts.Numbers numbers -> "cuts " + numbers.at();
            case Cuts.Labels labels -> "groups " + labels.groups();
        };
    }

    private Editing editing(String what) {
        String waived = allowDirection ? ", against the declared direction" : "";
        return new Editing(
                new Edit(by, Instant.now().truncatedTo(ChronoUnit.SECONDS), what + waived, reason), allowDirection);
    }

    private static int[] range(String text) {
        if (!text.matches("[0-9]{1,4},[0-9]{1,4}")) {
            throw new IllegalArgumentException("--merge must be two bin numbers such as 2,3, found \"" + text + "\"");
        }
        return Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
