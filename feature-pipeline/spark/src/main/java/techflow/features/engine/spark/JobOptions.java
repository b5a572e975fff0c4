package techflow.features.engine.spark;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.AsOf;
import techflow.features.store.PeerTableStore;
import techflow.features.store.file.FilePeerTables;
import techflow.features.store.postgres.PostgresPeerTables;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * What a {@link SparkFeatureJob} is asked to do.
 *
 * @param signals where they come from
 * @param spine which firms, as of when
 * @param peers what ranks among peers are told by; without it they are missing
 * @param out the folder to make
 * @param partitions into how many parts firms are shared out; 0 for four for each core
 * @param sorted true when the parts ascend one after the other
 * @param allowRejects true to publish although rows were rejected
 */
record JobOptions(
        SignalInput signals,
        SpineInput spine,
        Optional<PeerTableStore> peers,
        String out,
        int partitions,
        boolean sorted,
        boolean allowRejects) {
    static final String USAGE = """
            --signals parquet:FOLDER | csv:FOLDER | postgres   (postgres: TECHFLOW_DATABASE_URL and _PASSWORD)
            --spine FILE | --as-of DAY[,DAY...]                 (FILE: CSV with uscc and as_of; days: every firm)
            --peers FOLDER | postgres                           (peer tables; without them ranks are missing)
            --out FOLDER  [--partitions N]  [--sorted]  [--allow-rejects]""";

    private static final int MOST_PARTITIONS = 100_000;
    private static final int CONNECTIONS = 4;
    private static final Set<String> WITH_VALUE =
            Set.of("--signals", "--spine", "--as-of", "--peers", "--out", "--partitions");
    private static final Set<String> FLAGS = Set.of("--sorted", "--allow-rejects");

    /** @throws RecordFault REQUEST_INVALID with every broken rule */
    static JobOptions parse(List<String> words, Map<String, String> environment) {
        List<Violation> violations = new ArrayList<>();
        Map<String, String> given = given(words, violations);
        Optional<SignalInput> signals = signals(given, environment, violations);
        Optional<SpineInput> spine = spine(given, violations);
        Optional<PeerTableStore> peers = peers(given, environment, violations);
        String out = given.getOrDefault("--out", "");
        if (out.isBlank()) {
            violations.add(new Violation("--out", "must name the folder to make", out, "add --out FOLDER"));
        }
        int partitions = partitions(given.getOrDefault("--partitions", "0"), violations);
        if (signals.isEmpty() || spine.isEmpty() || !violations.isEmpty()) {
            throw new RecordFault(ProblemCode.REQUEST_INVALID, "The job cannot be understood", violations);
        }
        return new JobOptions(
                signals.get(),
                spine.get(),
                peers,
                out,
                partitions,
                given.containsKey("--sorted"),
                given.containsKey("--allow-rejects"));
    }

    private static Map<String, String> given(List<String> words, List<Violation> violations) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (FLAGS.contains(word)) {
                given.put(word, "");
            } else if (WITH_VALUE.contains(word) && i + 1 < words.size()) {
                given.put(word, words.get(++i));
            } else {
                violations.add(new Violation(word, "must be one of the options, with its value", word, USAGE));
            }
        }
        return given;
    }

    private static Optional<SignalInput> signals(
            Map<String, String> given, Map<String, String> environment, List<Violation> violations) {
        String text = given.getOrDefault("--signals", "");
        if (text.startsWith("parquet:")) {
            return Optional.of(new ParquetInput(text.substring("parquet:".length())));
        }
        if (text.startsWith("csv:")) {
            return Optional.of(new CsvInput(Path.of(text.substring("csv:".length()))));
        }
        if (text.equals("postgres")) {
            return postgres(environment, violations).map(input -> input);
        }
        violations.add(new Violation(
                "--signals", "must be parquet:FOLDER, csv:FOLDER or postgres", text, "say where the signals are"));
        return Optional.empty();
    }

    private static Optional<PeerTableStore> peers(
            Map<String, String> given, Map<String, String> environment, List<Violation> violations) {
        return switch (given.getOrDefault("--peers", "")) {
            case "" -> Optional.empty();
            case "postgres" ->
                postgres(environment, violations).map(input -> new PostgresPeerTables(input.dataSource()));
            case String folder -> Optional.of(new FilePeerTables(Path.of(folder)));
        };
    }

    /**
     * The catalogue of this release, bound to the peer tables.
     *
     * @throws RecordFault REQUEST_INVALID when there is no table of its features
     */
    FeatureCatalog catalog() {
        FeatureCatalog standard = StandardCatalog.catalog();
        return peers.map(store -> bound(standard, store.tables(standard.schema())))
                .orElse(standard);
    }

    private static FeatureCatalog bound(FeatureCatalog standard, PeerTables tables) {
        if (tables.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The job cannot rank",
                    List.of(new Violation(
                            "--peers",
                            "must hold a peer table of " + standard.schema(),
                            "none",
                            "build one with techflow peers build, or leave --peers out")));
        }
        return standard.against(tables);
    }

    private static Optional<PostgresInput> postgres(Map<String, String> environment, List<Violation> violations) {
        String url = environment.getOrDefault("TECHFLOW_DATABASE_URL", "");
        try {
            URI uri = URI.create(url);
            if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() == null) {
                throw new IllegalArgumentException("parts are missing");
            }
            return Optional.of(new PostgresInput(
                    "jdbc:postgresql://" + uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort())
                            + uri.getPath(),
                    uri.getUserInfo(),
                    environment.getOrDefault("TECHFLOW_DATABASE_PASSWORD", ""),
                    CONNECTIONS));
        } catch (IllegalArgumentException e) {
            violations.add(new Violation(
                    "TECHFLOW_DATABASE_URL",
                    "must be postgresql://user@host:port/database",
                    url.replaceAll(":[^:@/]+@", ":***@"),
                    "set it, and the password in TECHFLOW_DATABASE_PASSWORD"));
            return Optional.empty();
        }
    }

    private static Optional<SpineInput> spine(Map<String, String> given, List<Violation> violations) {
        if (given.containsKey("--spine") == given.containsKey("--as-of")) {
            violations.add(new Violation(
                    "--spine",
                    "exactly one of --spine and --as-of must be given",
                    given.containsKey("--spine") ? "both" : "none",
                    "give a file of points, or days for every firm"));
            return Optional.empty();
        }
        if (given.containsKey("--spine")) {
            return Optional.of(new SpineInput.Points(given.getOrDefault("--spine", "")));
        }
        List<AsOf> times = new ArrayList<>();
        for (String text : Arrays.asList(given.getOrDefault("--as-of", "").split(",", -1))) {
            SpinePoint.asOf(text)
                    .ifPresentOrElse(times::add, () -> violations.add(SpinePoint.badTime("--as-of", text)));
        }
        return Optional.of(new SpineInput.EveryFirm(times));
    }

    private static int partitions(String text, List<Violation> violations) {
        try {
            int partitions = Integer.parseInt(text);
            if (partitions >= 0 && partitions <= MOST_PARTITIONS) {
                return partitions;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        violations.add(new Violation(
                "--partitions", "must be a whole number from 0 to " + MOST_PARTITIONS, text, "correct the number"));
        return 0;
    }
}
