package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.snapshot.AsOf;

/** What the command line asks of Spark; Spark itself is tried beside its module, whose class path has it. */
class SparkBuildTest {
    @TempDir
    private Path work;

    @Test
    void days_travel_as_the_instants_that_they_begin_at_in_china() {
        SparkBuild build = build(Optional.empty(), AsOf.startOf(LocalDate.of(2026, 7, 1)));

        assertThat(build.words("postgres", Optional.of("postgres")))
                .containsExactly(
                        "--signals",
                        "postgres",
                        "--peers",
                        "postgres",
                        "--as-of",
                        "2026-06-30T16:00:00Z",
                        "--out",
                        Path.of("vectors").toAbsolutePath().toString());
    }

    @Test
    void a_spine_goes_by_its_absolute_path_and_no_days_beside_it() {
        assertThat(build(Optional.of(Path.of("points.csv"))).words("parquet:/signals", Optional.empty()))
                .containsSubsequence(
                        "--spine", Path.of("points.csv").toAbsolutePath().toString())
                .doesNotContain("--as-of");
    }

    @Test
    void what_only_the_local_engine_can_do_is_refused_all_at_once() {
        StringWriter err = new StringWriter();

        int exit = run(err, "--out", work.resolve("v"), "--format", "csv_gz", "--restart", "--firms-per-part", 5);

        assertThat(exit).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(err.toString()).contains("--format csv_gz, --restart, --firms-per-part", "--engine local");
        assertThat(run(err, "--to-table")).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(err.toString()).contains("leave out --to-table");
        assertThat(work.resolve("v")).doesNotExist();
    }

    private static int run(StringWriter err, Object... more) {
        Stream<Object> words =
                Stream.of("features", "build", "--engine", "spark:local[2]", "--as-of", "2026-07-01", "--from", "x");
        return Main.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(words, Stream.of(more))
                        .map(String::valueOf)
                        .toArray(String[]::new));
    }

    private static SparkBuild build(Optional<Path> spine, AsOf... asOfs) {
        return new SparkBuild(
                "local[2]", new SourceOption(), new PeersOption(), spine, List.of(asOfs), Path.of("vectors"));
    }
}
