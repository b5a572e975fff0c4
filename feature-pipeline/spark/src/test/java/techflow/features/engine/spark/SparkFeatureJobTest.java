package techflow.features.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.PeerWorld;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.signal.Column;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Patent;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.store.SignalWriter;
import techflow.features.store.Spine;
import techflow.features.store.file.CsvSignalWriter;
import techflow.features.store.file.FilePeerTables;
import techflow.features.store.parquet.ParquetSignalWriter;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.testing.MemorySignalStore;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

/** The job on Spark {@code local[2]}, against the local engine. */
class SparkFeatureJobTest {
    private static final long SEED = 11;
    private static final int FIRMS = 30;
    private static final List<String> DAYS = List.of("2022-07-01", "2024-07-01");
    private static final Map<EnterpriseId, List<Signal>> HISTORIES = population();

    private static final String[] OPTIONAL = SignalFormat.of(SignalKind.PATENT).columns().stream()
            .filter(column -> !column.required())
            .map(Column::name)
            .toArray(String[]::new);

    @TempDir
    private static Path shared;

    private static SparkSession spark;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() {
        spark = SparkSessions.open("local[2]");
        ParquetSamples.write(spark, all(), shared.resolve("signals"), 3);
        try (SignalWriter writer = ParquetSignalWriter.into(shared.resolve("profiles"))) {
            all().stream()
                    .filter(signal -> signal.kind() == SignalKind.ENTERPRISE_PROFILE)
                    .forEach(writer::write);
        }
    }

    @AfterAll
    static void close() {
        spark.stop();
    }

    @Test
    void parquet_partitioned_by_hash_gives_the_vectors_of_the_local_engine() throws IOException {
        assertThat(run("parquet:" + shared.resolve("signals"), "--spine", spine().toString()))
                .isEqualTo(expected(spineFirms()));
    }

    @Test
    void csv_in_any_order_gives_the_vectors_of_the_local_engine() throws IOException {
        try (CsvSignalWriter writer = CsvSignalWriter.into(directory.resolve("csv"))) {
            List<Signal> shuffled = new ArrayList<>(all());
            java.util.Collections.shuffle(shuffled, new java.util.Random(SEED));
            shuffled.forEach(writer::write);
        }

        assertThat(run("csv:" + directory.resolve("csv"), "--spine", spine().toString()))
                .isEqualTo(expected(spineFirms()));
    }

    @Test
    void postgresql_read_by_several_connections_gives_the_vectors_of_the_local_engine() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        new PostgresSignalLoader(database.dataSource()).load(all().stream());
        Map<String, String> environment = Map.of(
                "TECHFLOW_DATABASE_URL",
                "postgresql://" + TestDatabase.USER + "@" + database.host() + ":" + database.port() + "/"
                        + database.name());

        run(environment, "--signals", "postgres", "--spine", spine().toString());

        assertThat(vectors()).isEqualTo(expected(spineFirms()));
    }

    @Test
    void every_firm_with_signals_is_looked_at_when_only_days_are_given() {
        assertThat(run("parquet:" + shared.resolve("signals"), "--as-of", String.join(",", DAYS)))
                .isEqualTo(expected(HISTORIES.keySet().stream().toList()));
    }

    @Test
    void bound_to_peer_tables_it_ranks_an_exported_population_as_the_local_engine_does() {
        PeerWorld world = PeerWorld.world();
        List<Signal> signals =
                world.histories().values().stream().flatMap(List::stream).toList();
        try (SignalWriter writer = ParquetSignalWriter.into(directory.resolve("world"))) {
            signals.forEach(writer::write);
        }
        world.tables().all().forEach(new FilePeerTables(directory.resolve("peers"))::save);
        AsOf asOf = AsOf.startOf(LocalDate.of(2026, 9, 1));

        List<FeatureVector> vectors = run(
                "parquet:" + directory.resolve("world"),
                "--as-of",
                "2026-09-01",
                "--peers",
                directory.resolve("peers").toString());

        List<FeatureVector> expected = new ArrayList<>();
        new LocalFeatureEngine(2)
                .compute(
                        new MemorySignalStore(world.histories()),
                        world.catalog(),
                        Spine.everyFirm(List.of(asOf)),
                        expected::add);
        assertThat(vectors).as("seed " + PeerWorld.SEED).isEqualTo(expected);
        FeatureName rank = StandardCatalog.catalog().definitions().stream()
                .filter(definition -> definition.rankOf().isPresent())
                .findFirst()
                .orElseThrow()
                .name();
        assertThat(vectors).anyMatch(vector -> vector.value(rank) instanceof FeatureValue.Numeric);
    }

    @Test
    void peer_tables_that_are_not_there_are_refused_before_any_work() {
        RecordFault fault = catchThrowableOfType(
                RecordFault.class,
                () -> run(
                        "parquet:" + shared.resolve("signals"),
                        "--as-of",
                        "2024-07-01",
                        "--peers",
                        directory.toString()));

        assertThat(fault.violations()).extracting(Violation::field).containsExactly("--peers");
        assertThat(out()).doesNotExist();
    }

    @Test
    void the_sorted_result_ascends_from_part_to_part() throws IOException {
        run("parquet:" + shared.resolve("profiles"), "--as-of", "2024-07-01", "--sorted", "--partitions", "3");

        List<String> codes = new ArrayList<>();
        List<Path> parts = parts(out());
        for (Path part : parts) {
            spark.read().parquet(part.toString()).collectAsList().forEach(row -> codes.add(row.getString(0)));
        }
        assertThat(parts).hasSize(3);
        assertThat(codes).hasSize(firmsWithProfile()).isSorted();
    }

    @Test
    void a_bad_row_is_written_with_every_broken_rule_and_nothing_is_published() throws IOException {
        Path signals = withBadCsvRows();

        JobReport report = run(Map.of(), "--signals", "csv:" + signals, "--as-of", "2024-07-01");

        assertThat(report).isEqualTo(new JobReport(0, 2, 3, false));
        assertThat(out()).doesNotExist();
        assertThat(rejects())
                .hasSize(4)
                .anyMatch(line -> line.matches("tax_rating\\.csv line \\d+,TAX_RATING,.*,1,uscc,.*"))
                .anyMatch(line -> line.matches("tax_rating\\.csv line \\d+,TAX_RATING,.*,2,level,.*\\bX\\b.*"))
                .anyMatch(line -> line.matches("tax_rating\\.csv line \\d+,TAX_RATING,.*,1,occurred_at,.*"));
    }

    @Test
    void with_rejects_allowed_the_other_rows_go_on() throws IOException {
        Path signals = withBadCsvRows();

        JobReport report =
                run(Map.of(), "--signals", "csv:" + signals, "--as-of", String.join(",", DAYS), "--allow-rejects");

        assertThat(report).isEqualTo(new JobReport((long) FIRMS * DAYS.size(), 2, 3, true));
        assertThat(vectors()).isEqualTo(expected(HISTORIES.keySet().stream().toList()));
    }

    @Test
    void bad_cells_of_parquet_and_of_the_spine_are_rejected_with_their_place() throws IOException {
        Path signals = directory.resolve("signals");
        List<Row> rows = HISTORIES.values().stream()
                .flatMap(List::stream)
                .filter(signal -> signal.kind() == SignalKind.TAX_RATING)
                .limit(5)
                .map(ParquetSamples::row)
                .toList();
        ParquetSamples.table(spark, rows, SignalKind.TAX_RATING)
                .coalesce(1)
                .withColumn("known_at", functions.expr("known_at - interval 300 years"))
                .withColumn("level", functions.lit("Z"))
                .write()
                .parquet(signals.resolve("tax_rating.parquet").toString());
        Path spine = Files.writeString(
                directory.resolve("spine.csv"),
                "uscc,as_of\n" + SignalSamples.firm(1).code() + ",yesterday\nABC,2024-01-01\n");

        JobReport report = run(Map.of(), "--signals", "parquet:" + signals, "--spine", spine.toString());

        assertThat(report).isEqualTo(new JobReport(0, 7, 12, false));
        assertThat(rejects())
                .anyMatch(
                        line -> line.matches(".*tax_rating\\.parquet/part-.*\\.parquet row 5,TAX_RATING,.*known_at.*"))
                .anyMatch(line -> line.startsWith("spine.csv,SPINE," + SignalSamples.firm(1) + ",1,as_of,"))
                .anyMatch(line -> line.startsWith("spine.csv,SPINE,ABC,1,uscc,"));
    }

    @Test
    void one_file_leaves_out_the_optional_columns_that_another_of_its_kind_tells() throws IOException {
        Map<EnterpriseId, List<Signal>> told = new TreeMap<>();
        HISTORIES.forEach((firm, signals) -> told.put(
                firm,
                signals.stream()
                        .filter(Patent.class::isInstance)
                        .map(signal -> isNarrow(firm) ? withoutOptional(signal) : signal)
                        .toList()));
        Path patents = directory.resolve("signals").resolve(SignalKind.PATENT.fileStem());
        patents(told, true).drop(OPTIONAL).write().parquet(patents.resolve("a").toString());
        patents(told, false).write().parquet(patents.resolve("b").toString());

        assertThat(run("parquet:" + directory.resolve("signals"), "--spine", spineOf(told.keySet())))
                .isEqualTo(expected(List.copyOf(told.keySet()), told));
    }

    private static boolean isNarrow(EnterpriseId firm) {
        return firm.compareTo(SignalSamples.firm(FIRMS * 5)) < 0;
    }

    private static Dataset<Row> patents(Map<EnterpriseId, List<Signal>> told, boolean narrow) {
        List<Row> rows = told.entrySet().stream()
                .filter(firm -> isNarrow(firm.getKey()) == narrow)
                .flatMap(firm -> firm.getValue().stream())
                .map(ParquetSamples::row)
                .toList();
        assertThat(rows).isNotEmpty();
        return ParquetSamples.table(spark, rows, SignalKind.PATENT).coalesce(1);
    }

    private static Signal withoutOptional(Signal signal) {
        List<String> header = SignalFormat.of(signal.kind()).header();
        List<String> cells = new ArrayList<>(SignalDecoder.encode(signal));
        List.of(OPTIONAL).forEach(column -> cells.set(header.indexOf(column), ""));
        return ((Decoded.Accepted) SignalDecoder.decode(signal.kind(), cells)).signal();
    }

    @Test
    void a_table_with_other_columns_is_refused_with_all_differences_at_once() {
        Path signals = directory.resolve("signals");
        ParquetSamples.table(spark, List.of(), SignalKind.TAX_RATING)
                .drop("year")
                .withColumn("colour", functions.lit("red"))
                .withColumn("known_at", functions.lit("2024-01-01"))
                .write()
                .parquet(signals.resolve("tax_rating").toString());

        RecordFault fault =
                catchThrowableOfType(RecordFault.class, () -> run("parquet:" + signals, "--as-of", "2024-07-01"));

        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_MALFORMED);
        assertThat(fault.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("year", "colour", "known_at");
    }

    @Test
    void a_finished_result_is_never_overwritten_and_what_a_killed_run_left_is_cleared() throws IOException {
        String signals = "parquet:" + shared.resolve("profiles");
        Files.createDirectories(directory.resolve("out.building"));
        Files.writeString(directory.resolve("out.building").resolve("part-of-a-killed-run"), "half");
        run(signals, "--as-of", "2024-07-01");

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> run(signals, "--as-of", "2022-07-01"));

        assertThat(fault.violations()).extracting(Violation::field).containsExactly("--out");
        assertThat(vectors()).hasSize(firmsWithProfile());
        assertThat(directory.resolve("out.building")).doesNotExist();
        assertThat(out().resolve("part-of-a-killed-run")).doesNotExist();
    }

    private List<FeatureVector> run(String signals, String... more) {
        run(
                Map.of(),
                Stream.concat(Stream.of("--signals", signals), Stream.of(more)).toArray(String[]::new));
        return vectors();
    }

    private JobReport run(Map<String, String> environment, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--out", out().toString()));
        return new SparkFeatureJob(spark).run(JobOptions.parse(all, environment));
    }

    private List<FeatureVector> vectors() {
        return Vectors.read(out());
    }

    private Path out() {
        return directory.resolve("out");
    }

    private List<String> rejects() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path part : parts(directory.resolve("out.rejects"))) {
            lines.addAll(Files.readAllLines(part));
        }
        return lines;
    }

    private static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    /** Sound signals and two rows that break three rules. */
    private Path withBadCsvRows() throws IOException {
        Path folder = directory.resolve("csv");
        try (CsvSignalWriter writer = CsvSignalWriter.into(folder)) {
            all().forEach(writer::write);
        }
        Files.writeString(
                folder.resolve("tax_rating.csv"),
                "91000000000000000X,2024-04-30,2024-05-01T00:00:00Z,STA,2023,X,RULE_2014,,\n" + SignalSamples.firm(1)
                        + ",2024-13-30,2024-05-01T00:00:00Z,STA,2023,A,RULE_2014,,\n",
                java.nio.file.StandardOpenOption.APPEND);
        return folder;
    }

    private String spineOf(Collection<EnterpriseId> firms) throws IOException {
        List<String> lines = new ArrayList<>(List.of("uscc,as_of"));
        firms.forEach(firm -> DAYS.forEach(day -> lines.add(firm + "," + day)));
        return Files.write(directory.resolve("spine.csv"), lines).toString();
    }

    private Path spine() throws IOException {
        StringBuilder text = new StringBuilder("uscc,as_of,comment\n");
        for (EnterpriseId firm : spineFirms()) {
            DAYS.forEach(day -> text.append(firm).append(',').append(day).append(",x\n"));
        }
        // One point twice, and one as an instant: the start of the day in China.
        text.append(SignalSamples.firm(10)).append(",2022-06-30T16:00:00Z,again\n");
        return Files.writeString(directory.resolve("spine.csv"), text);
    }

    /** Some firms with signals, and three without wherever they stand. */
    private static List<EnterpriseId> spineFirms() {
        return Stream.of(0, 10, 20, 25, 30, 200, 99_999_999)
                .map(SignalSamples::firm)
                .toList();
    }

    private static List<FeatureVector> expected(List<EnterpriseId> firms) {
        return expected(firms, HISTORIES);
    }

    private static List<FeatureVector> expected(List<EnterpriseId> firms, Map<EnterpriseId, List<Signal>> histories) {
        List<FeatureVector> vectors = new ArrayList<>();
        Spine spine = Spine.of(firms.stream()
                .flatMap(firm -> DAYS.stream().map(day -> new Spine.Point(firm, AsOf.startOf(LocalDate.parse(day)))))
                .toList());
        new LocalFeatureEngine(2)
                .compute(new MemorySignalStore(histories), StandardCatalog.catalog(), spine, vectors::add);
        assertThat(vectors)
                .hasSize(firms.size() * DAYS.size())
                .anyMatch(vector -> vector.values().stream().anyMatch(FeatureValue.Numeric.class::isInstance));
        return vectors;
    }

    private static int firmsWithProfile() {
        return (int) HISTORIES.values().stream()
                .filter(signals -> signals.stream().anyMatch(signal -> signal.kind() == SignalKind.ENTERPRISE_PROFILE))
                .count();
    }

    private static List<Signal> all() {
        return HISTORIES.values().stream().flatMap(List::stream).toList();
    }

    private static Map<EnterpriseId, List<Signal>> population() {
        SignalSamples samples = new SignalSamples(SEED);
        Map<EnterpriseId, List<Signal>> histories = new TreeMap<>();
        for (int i = 1; i <= FIRMS; i++) {
            EnterpriseId firm = SignalSamples.firm(i * 10);
            histories.put(firm, samples.history(firm, 60 + i));
        }
        return histories;
    }
}
