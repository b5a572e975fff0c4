package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.datasets.synthetic.EconomySettings;
import techflow.datasets.synthetic.SyntheticEconomy;
import techflow.features.signal.Signal;
import techflow.features.store.SignalStore;
import techflow.features.store.file.SignalDirectory;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.testing.TestDatabase;

/** {@code export}, {@code features build} and {@code features diff} on real files and a real PostgreSQL. */
class FeaturesBuildTest {
    private static final int FIRMS = 12;
    private static final String AS_OF = "2026-07-01";

    @TempDir
    private static Path synthetic;

    @TempDir
    private Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void writeFirms() {
        new DatasetWriter(synthetic).write(new SyntheticEconomy(new EconomySettings(FIRMS, 9, YearMonth.of(2026, 10))));
    }

    private int run(Object... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(args).map(String::valueOf).toArray(String[]::new));
    }

    private static Path signals() {
        return synthetic.resolve(DatasetWriter.SIGNALS);
    }

    @Test
    void csv_parquet_and_gzip_give_equal_vectors() {
        assertThat(run("export", "--from", signals(), "--to", work.resolve("p")))
                .isZero();
        assertThat(run("export", "--from", work.resolve("p"), "--to", work.resolve("z"), "--format", "csv", "--gzip"))
                .isZero();
        assertThat(out.toString()).contains(FIRMS + " firms").contains("csv (gzip)");

        build("p", "of-parquet", "parquet");
        build("z", "of-gzip", "csv_gz");

        assertThat(run("features", "diff", work.resolve("of-parquet"), work.resolve("of-gzip")))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains(FIRMS + " vectors compared").endsWith("equal\n");
        assertThat(work.resolve("z/patent.csv.gz")).exists();
        assertThat(work.resolve("z.partial")).doesNotExist();
    }

    @Test
    void a_database_is_exported_and_built_into_its_table() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        String url = "postgresql://" + TestDatabase.USER + "@" + database.host() + ":" + database.port() + "/"
                + database.name();
        try (Stream<SignalStore.History> histories =
                SignalDirectory.open(signals()).histories()) {
            new PostgresSignalLoader(database.dataSource())
                    .load(histories
                            .flatMap(history -> history.signals().stream())
                            .map(Signal.class::cast));
        }

        assertThat(run("export", "--database", url, "--to", work.resolve("p"))).isZero();
        assertThat(run("features", "build", "--database", url, "--as-of", AS_OF, "--to-table"))
                .isZero();
        assertThat(run("features", "build", "--database", url, "--as-of", AS_OF, "--out", work.resolve("v")))
                .isZero();

        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from feature_vector")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(FIRMS);
        }
        build("p", "of-export", "parquet");
        assertThat(run("features", "diff", work.resolve("v"), work.resolve("of-export")))
                .isZero();
    }

    @Test
    void other_vectors_are_different_and_shown_with_masked_firms() throws IOException {
        run("export", "--from", signals(), "--to", work.resolve("p"));
        build("p", "now", "parquet");
        Path spine = work.resolve("spine.csv");
        String firm = Files.readAllLines(signals().resolve("enterprise_profile.csv"))
                .get(1)
                .substring(0, 18);
        Files.write(spine, List.of("uscc,as_of", firm + "," + AS_OF));
        assertThat(run(
                        "features",
                        "build",
                        "--from",
                        work.resolve("p"),
                        "--spine",
                        spine,
                        "--out",
                        work.resolve("one")))
                .isZero();

        assertThat(run("features", "diff", work.resolve("now"), work.resolve("one")))
                .isEqualTo(ExitCode.GATE_FAILED);

        assertThat(out.toString())
                .contains("1 vectors compared; " + (FIRMS - 1) + " only on the left (" + (FIRMS - 1) + " firms)")
                .contains("DIFFERENT");
    }

    @Test
    void a_changed_input_is_refused_by_name_until_restart() throws IOException {
        run("export", "--from", signals(), "--to", work.resolve("p"));
        build("p", "v", "parquet");
        Files.setLastModifiedTime(work.resolve("p/patent.parquet"), java.nio.file.attribute.FileTime.fromMillis(1_000));

        assertThat(run("features", "build", "--from", work.resolve("p"), "--as-of", AS_OF, "--out", work.resolve("v")))
                .isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString()).contains("input patent.parquet", "--restart");
        assertThat(run(
                        "features",
                        "build",
                        "--from",
                        work.resolve("p"),
                        "--as-of",
                        AS_OF,
                        "--out",
                        work.resolve("v"),
                        "--restart"))
                .isZero();
    }

    @Test
    void wrong_words_are_told() {
        assertThat(run("features")).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(run("features", "build", "--from", signals(), "--out", work.resolve("v")))
                .isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(run("features", "build", "--from", signals(), "--as-of", "someday", "--out", work.resolve("v")))
                .isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(run(
                        "features",
                        "build",
                        "--engine",
                        "abacus",
                        "--from",
                        signals(),
                        "--as-of",
                        AS_OF,
                        "--out",
                        work.resolve("v")))
                .isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString()).contains("someday", "abacus", "local:THREADS");
    }

    @Test
    void an_export_never_overwrites() throws IOException {
        Files.writeString(work.resolve("precious.txt"), "mine");

        assertThat(run("export", "--from", signals(), "--to", work)).isEqualTo(ExitCode.DATA_BROKEN);

        assertThat(err.toString()).contains("must not exist or be empty");
        assertThat(work.resolve("precious.txt")).exists();
    }

    private void build(String from, String to, String format) {
        assertThat(run(
                        "features",
                        "build",
                        "--from",
                        work.resolve(from),
                        "--as-of",
                        AS_OF,
                        "--out",
                        work.resolve(to),
                        "--format",
                        format,
                        "--firms-per-part",
                        5))
                .as(err.toString())
                .isZero();
    }
}
