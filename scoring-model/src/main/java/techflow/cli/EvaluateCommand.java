package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code techflow evaluate}: trains on a small labelled import, judges it out of fold, scores firms without a label. */
@Command(
        name = "evaluate",
        description = "Trains on imported firms with an outcome, reports out-of-fold figures, scores others",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "imported firms with outcomes")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path data;

    @Option(
            names = "--folds",
            required = true,
            paramLabel = "FILE",
            description = "row,fold in the order of enterprises.csv (plain or .gz)")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path folds;

    @Option(names = "--score", paramLabel = "DIR", description = "imported firms without outcomes, to be scored")
    private Optional<Path> score = Optional.empty();

    @Option(
            names = "--peers",
            paramLabel = "FILE",
            description = "peers' figures on the same folds (peers.json), shown beside ours")
    private Optional<Path> peers = Optional.empty();

    @Option(
            names = "--report",
            required = true,
            paramLabel = "DIR",
            description = "folder for report, model and scores")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path report;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Steps steps = new Steps(System.err, score.isPresent() ? 4 : 3, Steps.onTerminal());
        SmallSampleStudy study = new SmallSampleStudy(report);
        study.train(steps, data, folds);
        if (score.isPresent()) {
            study.score(steps, score.get());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(study.write(peers));
        out.println("Written to " + report + ": report.html, report.json, report.md, model.json"
                + (score.isPresent() ? ", scores.csv" : ""));
        out.flush();
        return ExitCode.DONE;
    }
}
