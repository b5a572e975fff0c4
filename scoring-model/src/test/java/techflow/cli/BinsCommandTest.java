package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.bins.BinsFile;
import techflow.scoring.bins.BinsYaml;
import techflow.scoring.bins.Cuts;
import techflow.scoring.bins.FeatureBins;

/** The path of a reviewed file: fitted, shown, edited, locked, refused after a change. */
class BinsCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void bins_are_fitted_shown_edited_and_locked_and_a_change_after_that_is_refused() throws IOException {
        String file = folder.resolve("bins.yaml").toString();
        run(0, "bins", "fit", "--data", SyntheticFolder.FOLDER.toString(), "--as-ofs", "12", "--out", file);
        BinsFile fitted = BinsYaml.read(Files.readString(Path.of(file)));
        FeatureBins most = fitted.features().stream()
                .filter(one -> one.cuts() instanceof Cuts.Numbers)
                .max(Comparator.comparingInt(one -> one.cuts().bins()))
                .orElseThrow();
        String feature = most.feature().value();
        run(0, "bins", "show", file);
        assertThat(out.toString()).contains("SYNTHETIC", feature, most.chineseName(), "not locked 未锁定");
        run(0, "bins", "show", file, feature);
        assertThat(out.toString()).contains("riskier 更险 | safer 更安全", "█", "total 合计");
        run(0, "bins", "edit", file, feature, "--merge", "1,2", "--by", "Li Wei", "--reason", "too alike");
        assertThat(out.toString()).contains("Li Wei: merged bins 1 to 2", "too alike");
        run(0, "bins", "edit", file, feature, "--cuts", "0.123", "--by", "Li Wei", "--reason", "round");
        assertThat(out.toString()).contains("Counts are not known since the last edit");
        run(ExitCode.GATE_FAILED, "bins", "lock", file, "--by", "Reviewer One");
        assertThat(err.toString()).contains("must be counted before they are locked: " + feature);
        run(ExitCode.WRONG_WORDS, "bins", "fit", "--data", SyntheticFolder.FOLDER.toString(), "--out", file);
        assertThat(err.toString()).contains("has edits or a lock");
        run(0, "bins", "edit", file, feature, "--drop", "--by", "Li Wei", "--reason", "not in the policy");
        run(0, "bins", "lock", file, "--by", "Reviewer One");
        run(ExitCode.GATE_FAILED, "bins", "edit", file, feature, "--restore", "--by", "Li Wei", "--reason", "late");
        assertThat(err.toString()).contains("locked by Reviewer One").contains("cannot be changed");
        Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("not in the policy", "why not"));
        run(ExitCode.GATE_FAILED, "bins", "show", file);
        assertThat(err.toString()).contains("changed after Reviewer One locked them");
    }

    @Test
    void wrong_words_are_named() {
        String file = folder.resolve("none.yaml").toString();
        run(ExitCode.DATA_BROKEN, "bins", "show", file);
        assertThat(err.toString()).contains("There is no bins file", "bins fit");
        run(ExitCode.WRONG_WORDS, "bins");
        assertThat(err.toString()).contains("fit, show, edit or lock");
    }

    private void run(int expected, String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        assertThat(code).as("%s%n%s%n%s", String.join(" ", args), out, err).isEqualTo(expected);
    }
}
