package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.testing.ExampleRows;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

class IngestCommandTest {
    private static final YearMonth MONTH = YearMonth.of(2024, 3);

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_folder_goes_in_file_by_file_and_a_bad_one_does_not_stop_the_others() throws IOException {
        write("enterprise_profile.csv", SignalKind.ENTERPRISE_PROFILE, row(SignalKind.ENTERPRISE_PROFILE, 1, Map.of()));
        write(
                "monthly_tax.csv",
                SignalKind.MONTHLY_TAX,
                row(SignalKind.MONTHLY_TAX, 1, Map.of("period", "2024-03")),
                row(SignalKind.MONTHLY_TAX, 1, Map.of("period", "2024-03", "paid", "nothing")));
        Files.writeString(folder.resolve("patents.csv"), "uscc,what\n");
        Files.write(folder.resolve("certificate.csv"), "uscc,名称\n".getBytes(Charset.forName("GBK")));

        assertThat(ingest(folder.toString())).isEqualTo(ExitCode.DATA_BROKEN);

        assertThat(out.toString()
                        .lines()
                        .map(line -> line.replaceAll(" +", " "))
                        .toList())
                .anySatisfy(line ->
                        assertThat(line).startsWith("enterprise_profile.csv ENTERPRISE_PROFILE loaded 1 1 0 0 0 0"))
                .anySatisfy(line -> assertThat(line).startsWith("monthly_tax.csv MONTHLY_TAX loaded 2 1 0 0 1 0"))
                .anySatisfy(line -> assertThat(line).startsWith("patents.csv ? refused"))
                .anySatisfy(line -> assertThat(line).startsWith("certificate.csv ? refused"));
        assertThat(err.toString())
                .contains("nearest is PATENT", "GBK", "monthly_tax.csv line 3 (rejected) paid:")
                .contains(folder.resolve("monthly_tax.rejects.csv").toString());
    }

    @Test
    void the_same_folder_again_changes_nothing_and_the_ledger_shows_it() throws IOException {
        write("enterprise_profile.csv", SignalKind.ENTERPRISE_PROFILE, row(SignalKind.ENTERPRISE_PROFILE, 1, Map.of()));

        assertThat(ingest(folder.toString(), "--dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("would load", "A dry run: nothing was changed.");
        assertThat(ingest(folder.toString())).isEqualTo(ExitCode.DONE);
        assertThat(ingest(folder.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("loaded already");
        assertThat(err.toString()).contains("load 1,", "--again");

        assertThat(ingest("--list")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("DONE").doesNotContain("RUNNING");
    }

    @Test
    void strict_refuses_a_file_of_unknown_firms() throws IOException {
        write("monthly_tax.csv", SignalKind.MONTHLY_TAX, row(SignalKind.MONTHLY_TAX, 1, Map.of("period", "2024-03")));

        assertThat(ingest(folder.toString(), "--strict")).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString()).contains("nothing of the file is stored", "referential");
        assertThat(ingest(folder.toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_database_that_does_not_answer_has_its_own_exit_code() throws IOException {
        write("monthly_tax.csv", SignalKind.MONTHLY_TAX);

        int code = run("ingest", folder.toString(), "--database", "postgresql://postgres@localhost:1/x");

        assertThat(code).isEqualTo(ExitCode.PLATFORM);
        assertThat(err.toString()).contains("STORE_UNAVAILABLE");
    }

    @Test
    void nothing_to_ingest_and_a_wrong_kind_are_wrong_words() {
        assertThat(run("ingest")).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(run("ingest", "x.csv", "--kind", "PATENTS")).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(run("dictionary", "--format", "pdf")).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(err.toString()).contains("markdown, json-schema or csv-templates");
    }

    @Test
    void the_dictionary_prints_every_format() {
        assertThat(run("dictionary", "--format", "json-schema")).isZero();
        assertThat(run("dictionary", "--format", "csv-templates")).isZero();
        assertThat(run("dictionary", "--out", folder.resolve("dictionary").toString()))
                .isZero();
        assertThat(out.toString()).contains("https://json-schema.org/draft/2020-12/schema", "# monthly_tax.csv\nuscc,");
        assertThat(folder.resolve("dictionary/schemas/patent.schema.json")).isRegularFile();
    }

    private int ingest(String... args) {
        List<String> all = new ArrayList<>(List.of("ingest"));
        all.addAll(Arrays.asList(args));
        all.add("--database");
        all.add("postgresql://" + TestDatabase.USER + "@" + database.host() + ":" + database.port() + "/"
                + database.name());
        return run(all.toArray(String[]::new));
    }

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private void write(String name, SignalKind kind, String... rows) throws IOException {
        Files.writeString(
                folder.resolve(name),
                String.join(",", SignalFormat.of(kind).header()) + "\n" + String.join("\n", rows) + "\n");
    }

    private static String row(SignalKind kind, int firm, Map<String, String> own) {
        return String.join(",", ExampleRows.cells(kind, SignalSamples.firm(firm), MONTH, own));
    }
}
