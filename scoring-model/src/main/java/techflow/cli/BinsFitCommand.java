package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.peer.PeerTables;
import techflow.scoring.bins.BinsFile;
import techflow.scoring.training.BinsFitting;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TrainingSettings;

/** {@code techflow bins fit}: the best bins of every feature in its declared direction, for review. */
@Command(
        name = "fit",
        description = "Fits bins of every feature into a file; with --from counts an edited file anew",
        mixinStandardHelpOptions = true)
final class BinsFitCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "folder with signals and outcomes.csv")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the bins file to write")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "keep the cuts and decisions of this file and only count them anew")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--as-ofs",
            paramLabel = "N",
            defaultValue = "4",
            description = "quarterly as-of days, the latest one outcome window before the end (${DEFAULT-VALUE})")
    private int asOfs;

    @Mixin
    private PeersOption peers = new PeersOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    private final FeatureCatalog catalog = StandardCatalog.catalog();

    @Override
    public Integer call() throws Exception {
        refuseOverwriting();
        FeatureTrainingSet source = FeatureTrainingSet.in(data, asOfs);
        Steps steps = new Steps(System.err, 2, Steps.onTerminal());
        TrainingSet set = steps.call("Building features", source.firms().size(), progress -> compute(source, progress));
        BinsFitting fitting = new BinsFitting(TrainingSettings.STANDARD.binning());
        Optional<BinsFile> kept = from.isPresent() ? Optional.of(new BinsPath(from.get()).read()) : Optional.empty();
        BinsFile fitted = steps.call(
                kept.isPresent() ? "Counting the bins anew" : "Fitting bins",
                () -> kept.map(file -> fitting.recount(set, file, words(set, source)))
                        .orElseGet(() -> fitting.fit(set, catalog.definitions(), words(set, source))));
        new BinsPath(out).write(fitted);
        PrintWriter told = spec.commandLine().getOut();
        told.printf(
                Locale.ROOT,
                "%d features in %s, counted on %s. Next: ./techflow bins show %s%n",
                fitted.features().size(),
                out,
                fitted.data(),
                out);
        told.flush();
        return ExitCode.DONE;
    }

    /** An expert's edits are not to be lost by fitting again. */
    private void refuseOverwriting() throws Exception {
        if (Files.exists(out) && from.isEmpty()) {
            BinsFile old = new BinsPath(out).read();
            boolean edited = old.lock().isPresent()
                    || old.features().stream().anyMatch(one -> !one.edits().isEmpty());
            if (edited) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        out + " has edits or a lock, which fitting anew would lose; name another --out, or give --from "
                                + out + " to count its bins anew");
            }
        }
    }

    private TrainingSet compute(FeatureTrainingSet source, LongConsumer progress) {
        PeerTables tables = peers.besides(SignalSource.signals(data));
        return tables.isEmpty()
                ? source.computeAmongThemselves(catalog, progress)
                : source.compute(catalog.against(tables), progress);
    }

    private String words(TrainingSet set, FeatureTrainingSet source) {
        return String.format(
                Locale.ROOT,
                "%d vectors, %d of them bad, as of %s to %s%s",
                set.size(),
                set.badCount(),
                source.asOfs().getFirst().date(),
                source.asOfs().getLast().date(),
                Files.exists(data.resolve(DatasetWriter.TRUTH)) ? ", SYNTHETIC 合成数据" : "");
    }
}
