package techflow.cli;

import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.datasets.synthetic.EconomySettings;
import techflow.features.catalog.StandardCatalog;
import techflow.scoring.registry.postgres.PostgresModelRegistry;

/** {@code techflow up}: from nothing to the first answer, and then serving until it is stopped. */
@Command(
        name = "up",
        description = "Sets everything up and serves: database, synthetic population, model, API and pages",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private static final int STEPS_WITH_CHAMPION = 4;
    private static final int STEPS_IN_ALL = 10;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port of the service (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--firms",
            paramLabel = "N",
            defaultValue = "3000",
            description = "Size of the synthetic population on a first start (${DEFAULT-VALUE})")
    private int firms;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20261101",
            description = "Seed of the synthetic population on a first start (${DEFAULT-VALUE})")
    private long seed;

    private final PrintStream out = System.out;
    private final Workspace workspace = Workspace.fromLauncher();
    private final Instant begin = Instant.now();

    @Override
    public Integer call() throws Exception {
        ApiProcess.requireFree(port);
        try (FileLock lock = workspace.lock()) {
            return serve();
        }
    }

    private int serve() throws Exception {
        Ending ending = new Ending();
        Runtime.getRuntime().addShutdownHook(new Thread(ending::run, "techflow-ending"));
        Steps steps = new Steps(out, STEPS_IN_ALL, Steps.onTerminal());
        try {
            DatabaseOption.Opened opened = steps.call("Starting PostgreSQL", () -> database.openOrCreate(workspace));
            ending.first(opened::close);
            DatabaseUrl url = opened.url();
            steps.run("Migrating the tables", () -> "schema version " + url.migrate());
            if (hasChampion(url)) {
                steps.expect(STEPS_WITH_CHAMPION);
            } else {
                new FirstChampion(workspace, url, economy(), begin).make(steps);
            }
            FirstKey keys =
                    new FirstKey(url, database.isGiven() ? Optional.empty() : Optional.of(workspace.apiKeyFile()));
            Optional<String> made = steps.call("Making the access key", keys::makeWhenNone);
            ApiProcess api = ApiProcess.start(workspace, url, port);
            ending.first(api::close);
            steps.run("Starting the service", () -> {
                api.awaitReady();
                return api.address().toString();
            });
            keys.print(out, made);
            new FirstAnswer(api.address(), keys.forFirstQuestion(), workspace).print(out, url, begin);
            return ended(api.waitFor(), api);
        } finally {
            ending.run();
        }
    }

    private static boolean hasChampion(DatabaseUrl url) {
        return ChampionFeatures.areServed(
                new PostgresModelRegistry(url.dataSource()),
                StandardCatalog.catalog().schema());
    }

    private EconomySettings economy() {
        return new EconomySettings(firms, seed, FirstChampion.lastWholeMonth(begin));
    }

    private int ended(int exitCode, ApiProcess api) {
        out.println(
                String.format(Locale.ROOT, "The service ended with exit code %d; its log: %s", exitCode, api.log()));
        return exitCode == 0 ? ExitCode.DONE : ExitCode.PLATFORM;
    }

    /** What to end, the service before the database, once, whether the command ends by itself or is stopped. */
    private static final class Ending {
        private final java.util.Deque<Runnable> last = new java.util.concurrent.ConcurrentLinkedDeque<>();
        private final AtomicBoolean done = new AtomicBoolean();

        void first(Runnable end) {
            last.addFirst(end);
        }

        void run() {
            if (done.compareAndSet(false, true)) {
                last.forEach(Runnable::run);
            }
        }
    }
}
