package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.features.catalog.StandardCatalog;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.peer.PeerStaging;
import techflow.features.peer.PeerTable;
import techflow.features.snapshot.AsOf;
import techflow.features.store.PeerTableStore;
import techflow.features.store.SignalStore;
import techflow.features.store.Spine;
import techflow.features.store.file.CsvSignalStore;
import techflow.features.store.file.FilePeerTables;
import techflow.features.store.postgres.PostgresPeerTables;
import techflow.features.store.postgres.PostgresSignalStore;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** {@code techflow peers}: the dated tables by which firms are ranked among their peers. */
@Command(name = "peers", description = "Tables that rank firms among their peers", mixinStandardHelpOptions = true)
final class PeersCommand implements Runnable {
    private static final int SHORT_HASH = 12;
    private static final String HEADER =
            String.format(Locale.ROOT, "%-11s %-11s %9s %9s  %s", "as of", "feature set", "firms", "groups", "id");

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: build or list");
    }

    /** Where signals come from and tables go to. */
    private record Place(SignalStore signals, PeerTableStore tables, String name) {
        static Place files(Path folder) {
            Path signals = folder.resolve(DatasetWriter.SIGNALS);
            Path peers = folder.resolve("peers");
            return new Place(
                    new CsvSignalStore(Files.isDirectory(signals) ? signals : folder),
                    new FilePeerTables(peers),
                    peers.toString());
        }

        static Place database(DatabaseUrl url) {
            return new Place(
                    new PostgresSignalStore(url.dataSource()),
                    new PostgresPeerTables(url.dataSource()),
                    url.withoutPassword());
        }
    }

    /** What is done at a place. */
    private interface Work {
        void at(Place place, PrintWriter out) throws Exception;
    }

    @Command(
            name = "build",
            description = "Builds the peer table of a date from all firms and keeps it",
            mixinStandardHelpOptions = true)
    int build(
            @Mixin DatabaseOption database,
            @Option(
                            names = "--from",
                            paramLabel = "DIR",
                            description = "signal files; the table goes to DIR/peers, not to the database")
                    Optional<Path> from,
            @Option(
                            names = "--as-of",
                            paramLabel = "DATE",
                            required = true,
                            description = "start of this day in China: what is known before it counts")
                    LocalDate date)
            throws Exception {
        refuseFuture(date);
        return with(database, from, (place, out) -> {
            Steps steps = new Steps(System.err, 2, Steps.onTerminal());
            AsOf asOf = AsOf.startOf(date);
            Spine firms = steps.call("Finding the firms", () -> everyFirm(place.signals(), asOf));
            PeerTable table = steps.call(
                    "Building the peer table", firms.size(), progress -> table(place.signals(), firms, asOf, progress));
            place.tables().save(table);
            out.println(table);
            out.println("kept in " + place.name());
        });
    }

    @Command(name = "list", description = "Lists the peer tables", mixinStandardHelpOptions = true)
    int list(
            @Mixin DatabaseOption database,
            @Option(names = "--from", paramLabel = "DIR", description = "of DIR/peers, not of the database")
                    Optional<Path> from)
            throws Exception {
        String current = StandardCatalog.catalog().schema().fingerprint();
        return with(database, from, (place, out) -> {
            List<PeerTableStore.Entry> tables = place.tables().list();
            out.println(tables.isEmpty() ? "no peer tables; see ./techflow peers build" : HEADER);
            for (PeerTableStore.Entry table : tables) {
                out.printf(
                        Locale.ROOT,
                        "%-11s %-11s %,9d %,9d  %s%s%n",
                        table.asOf().date(),
                        table.featureSet(),
                        table.firms(),
                        table.groups(),
                        table.id().substring(0, SHORT_HASH),
                        table.schemaFingerprint().equals(current) ? "" : "  other features than this release's");
            }
        });
    }

    private int with(DatabaseOption database, Optional<Path> from, Work work) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (from.isPresent()) {
            work.at(Place.files(from.get()), out);
        } else {
            try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher())) {
                work.at(Place.database(opened.url()), out);
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static Spine everyFirm(SignalStore signals, AsOf asOf) {
        try (var histories = signals.histories()) {
            return Spine.of(histories
                    .map(history -> new Spine.Point(history.enterprise(), asOf))
                    .toList());
        }
    }

    private static PeerTable table(SignalStore signals, Spine firms, AsOf asOf, LongConsumer progress) {
        PeerStaging staging = new PeerStaging(StandardCatalog.catalog());
        PeerTable.Builder builder = staging.table(asOf);
        new LocalFeatureEngine(Runtime.getRuntime().availableProcessors(), progress)
                .compute(signals, staging.catalog(), firms, builder::add);
        return builder.build();
    }

    /** A table of a day to come would still change. */
    private static void refuseFuture(LocalDate date) {
        LocalDate today = new AsOf(Instant.now()).date();
        if (date.isAfter(today)) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The peer table cannot be built",
                    List.of(new Violation(
                            "--as-of",
                            "must not lie after today, " + today,
                            date.toString(),
                            "build the table when the day has come: more will be known by then")));
        }
    }
}
