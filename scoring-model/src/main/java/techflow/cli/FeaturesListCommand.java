package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import techflow.scoring.training.FeatureProfile;
import techflow.scoring.training.FeatureScreen;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TrainingSettings;

/** {@code techflow features list}: every feature, and on data its coverage, distribution and information value. */
@Command(
        name = "list",
        description = "Lists every feature; with data also coverage, distribution and information value",
        mixinStandardHelpOptions = true)
final class FeaturesListCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder with signals and outcomes.csv; without it the synthetic population of techflow up,"
                    + " and without that the definitions alone")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--as-ofs",
            paramLabel = "N",
            defaultValue = "4",
            description = "quarterly as-of days, the latest one outcome window before the end (${DEFAULT-VALUE})")
    private int asOfs;

    @Option(names = "--markdown", description = "print a Markdown table")
    private boolean markdown;

    @Option(names = "--definitions", description = "print the definitions alone, whatever data there are")
    private boolean definitionsOnly;

    @Mixin
    private PeersOption peers = new PeersOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    private final FeatureCatalog catalog = StandardCatalog.catalog();

    @Override
    public Integer call() throws Exception {
        if (asOfs < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--as-ofs must be 1 or more, found " + asOfs);
        }
        PrintWriter out = spec.commandLine().getOut();
        FeatureTable table = new FeatureTable(markdown);
        Optional<Path> folder = definitionsOnly ? Optional.empty() : folder();
        if (folder.isEmpty()) {
            table.definitions(catalog).forEach(out::println);
        } else {
            onData(folder.get(), table, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private void onData(Path folder, FeatureTable table, PrintWriter out) throws Exception {
        FeatureTrainingSet source = FeatureTrainingSet.in(folder, asOfs);
        Steps steps = new Steps(System.err, 2, Steps.onTerminal());
        TrainingSet set =
                steps.call("Building features", source.firms().size(), progress -> compute(source, folder, progress));
        List<FeatureProfile> profiles = steps.call(
                "Binning each feature",
                () -> new FeatureScreen(TrainingSettings.STANDARD.binning()).profiles(set, catalog.definitions()));
        table.profiles(catalog, profiles).forEach(out::println);
        out.println();
        out.printf(
                "%,d vectors, %,d of them bad, as of %s to %s, from %s%s%n",
                set.size(),
                set.badCount(),
                source.asOfs().getFirst().date(),
                source.asOfs().getLast().date(),
                folder,
                Files.exists(folder.resolve(DatasetWriter.TRUTH)) ? " (SYNTHETIC 合成数据)" : "");
    }

    /** Ranked by the tables that were named or stand beside the signals; without any, among the firms listed. */
    private TrainingSet compute(FeatureTrainingSet source, Path folder, LongConsumer progress) {
        PeerTables tables = peers.besides(SignalSource.signals(folder));
        return tables.isEmpty()
                ? source.computeAmongThemselves(catalog, progress)
                : source.compute(catalog.against(tables), progress);
    }

    private Optional<Path> folder() {
        Path synthetic = Workspace.fromLauncher().syntheticData();
        return data.isPresent()
                ? data
                : Optional.of(synthetic).filter(path -> Files.exists(path.resolve(DatasetWriter.OUTCOMES)));
    }
}
