package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.features.build.BuildResult;
import techflow.features.build.BuildTarget;
import techflow.features.build.DirectoryTarget;
import techflow.features.build.FeatureBuild;
import techflow.features.build.InputIdentity;
import techflow.features.build.TableTarget;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.AsOf;
import techflow.features.store.Spine;
import techflow.features.store.file.SpineFile;
import techflow.features.store.vector.VectorFormat;

/** {@code techflow features build}: the vectors of a population, in parts that survive a crash. */
@Command(
        name = "build",
        description = "Computes the vectors of a population; the same command again goes on after a crash",
        mixinStandardHelpOptions = true)
final class FeaturesBuildCommand implements Callable<Integer> {
    @Mixin
    private SourceOption source = new SourceOption();

    @Mixin
    private PeersOption peers = new PeersOption();

    @Mixin
    private EngineOption engine = new EngineOption();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private When when;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Target target;

    @Option(
            names = "--format",
            defaultValue = "parquet",
            paramLabel = "FORMAT",
            description = "form of the files: parquet, csv or csv_gz (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private VectorFormat format;

    @Option(names = "--restart", description = "throw away what an earlier build left there")
    private boolean restart;

    @Option(
            names = "--firms-per-part",
            paramLabel = "N",
            defaultValue = "" + FeatureBuild.FIRMS_PER_PART,
            description = "what a crash can cost at most (default: ${DEFAULT-VALUE})")
    private int firmsPerPart;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    /** Which firms, as of when. */
    static final class When {
        @Option(
                names = "--as-of",
                split = ",",
                paramLabel = "DATE",
                description = "every firm as of the start of this day in China, or of an instant; several by commas")
        private List<String> asOfs = List.of();

        @Option(names = "--spine", paramLabel = "FILE", description = "firms and instants: a CSV file of uscc,as_of")
        private Optional<Path> spine = Optional.empty();
    }

    /** Where to. */
    static final class Target {
        @Option(names = "--out", paramLabel = "DIR", description = "folder for the parts and their manifest")
        private Optional<Path> folder = Optional.empty();

        @Option(names = "--to-table", description = "into the table feature_vector of the database")
        private boolean table;
    }

    @Override
    public Integer call() throws Exception {
        if (firmsPerPart < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--firms-per-part must be at least 1");
        }
        Workspace workspace = Workspace.fromLauncher();
        Optional<String> master = engine.sparkMaster();
        if (master.isPresent()) {
            return spark(master.get()).run(workspace, spec.commandLine().getOut());
        }
        Spine spine = spine();
        Steps steps = new Steps(System.err, 1, Steps.onTerminal());
        long start = System.nanoTime();
        try (SourceOption.Opened from = source.open(workspace)) {
            SortedMap<String, String> inputs = from.identity().inputs();
            describe(inputs);
            PeerTables tables = from.peers().apply(peers);
            PeersOption.describe(tables, inputs);
            long firms = spine.isEveryFirm()
                    ? from.firms().orElse(-1)
                    : spine.enterprises().size();
            BuildResult result = steps.call("Building features", firms, progress -> {
                try (Sink sink = open(workspace)) {
                    return new FeatureBuild(engine.engine(), PeersOption.catalog(tables), firmsPerPart)
                            .run(from.store(), spine, inputs, sink.target(), progress);
                }
            });
            print(result, (System.nanoTime() - start) / 1e9);
        }
        return ExitCode.DONE;
    }

    private SparkBuild spark(String master) {
        List<String> notItsOwn = new ArrayList<>();
        if (target.table) {
            notItsOwn.add("--to-table");
        }
        if (format != VectorFormat.PARQUET) {
            notItsOwn.add("--format " + format.name().toLowerCase(Locale.ROOT));
        }
        if (restart) {
            notItsOwn.add("--restart");
        }
        if (firmsPerPart != FeatureBuild.FIRMS_PER_PART) {
            notItsOwn.add("--firms-per-part");
        }
        if (!notItsOwn.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Spark writes Parquet into a new folder, whole or not at all: leave out "
                            + String.join(", ", notItsOwn) + ", or take --engine local");
        }
        return new SparkBuild(master, source, peers, when.spine, asOfs(), target.folder.orElseThrow());
    }

    private Spine spine() {
        return when.spine.map(SpineFile::read).orElseGet(() -> Spine.everyFirm(asOfs()));
    }

    private List<AsOf> asOfs() {
        try {
            return when.asOfs.stream().map(SpineFile::asOf).toList();
        } catch (DateTimeException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--as-of must be a date such as 2026-10-31 or an instant such as 2026-10-31T00:00:00Z, found "
                            + String.join(",", when.asOfs));
        }
    }

    private void describe(SortedMap<String, String> inputs) {
        when.spine.ifPresentOrElse(
                file -> inputs.put("spine", InputIdentity.ofFile(file)),
                () -> inputs.put(
                        "as-of",
                        asOfs().stream().sorted().distinct().map(AsOf::toString).collect(Collectors.joining(", "))));
    }

    /** A target with the database that it may need. */
    private record Sink(BuildTarget target, Runnable release) implements AutoCloseable {
        @Override
        public void close() {
            try (target) {
                Objects.requireNonNull(target);
            } finally {
                release.run();
            }
        }
    }

    private Sink open(Workspace workspace) {
        if (target.folder.isPresent()) {
            return new Sink(new DirectoryTarget(target.folder.get(), format, restart), () -> {});
        }
        DatabaseOption.Opened database = source.database().open(workspace);
        try {
            database.url().migrate();
            return new Sink(new TableTarget(database.url().dataSource(), restart), database::close);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void print(BuildResult result, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        long fresh = result.total().firms() - result.resumed().firms();
        if (result.resumed().parts() > 0) {
            out.printf(
                    Locale.ROOT,
                    "went on after %,d firms in %,d parts that were there%n",
                    result.resumed().firms(),
                    result.resumed().parts());
        }
        out.printf(
                Locale.ROOT,
                "%,d firms, %,d vectors of %d features, %.1f %% of the values missing%n%s in %,d parts in %s, %.1f s, %,.0f firms/s%n",
                result.total().firms(),
                result.total().vectors(),
                result.features(),
                100 * result.missingShare(),
                Amount.ofBytes(result.bytes()),
                result.total().parts(),
                target.folder.map(String::valueOf).orElse("table feature_vector"),
                seconds,
                fresh / seconds);
        out.flush();
    }
}
