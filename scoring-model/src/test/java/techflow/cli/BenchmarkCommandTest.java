package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.benchmark.OpenSetFolder;

class BenchmarkCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void a_folder_of_sets_gives_a_page_and_json() throws Exception {
        OpenSetFolder.write(folder.resolve("data/one"), 400, false);
        int code = run(
                "benchmark",
                "data",
                folder.resolve("data").toString(),
                "--trainers",
                "scorecard,boosted",
                "--budget",
                "2",
                "--out",
                folder.resolve("out").toString());
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("| one |", "**boosted**", "**scorecard**", "Mean rank");
        assertThat(folder.resolve("out/benchmark.md")).exists();
        assertThat(folder.resolve("out/benchmark.json")).content().contains("\"calibrationBins\" : 10");
    }

    @Test
    void wrong_words_are_named() throws Exception {
        String data = OpenSetFolder.write(folder.resolve("one"), 60, false).toString();
        String out = folder.resolve("out").toString();
        assertThat(run("benchmark", "data", data, "--out", out, "--trainers", "bosted"))
                .isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(run("benchmark", "data", data, "--out", out, "--budget", "much"))
                .isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(run("benchmark", "data", data, "--out", out, "--sets", "two"))
                .isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(err.toString()).contains("bosted", "much", "two", "seconds such as 60s");
        assertThat(run("benchmark", "data", folder.resolve("none").toString(), "--out", out))
                .isEqualTo(ExitCode.DATA_BROKEN);
    }
}
