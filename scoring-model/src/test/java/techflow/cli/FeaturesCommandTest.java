package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.file.CsvSignalStore;
import techflow.scoring.training.FeatureProfile.Distribution;

class FeaturesCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void without_data_the_definitions_of_all_features_are_listed() {
        assertThat(run("features", "list", "--definitions")).isZero();
        StandardCatalog.catalog()
                .definitions()
                .forEach(one -> assertThat(out.toString()).contains(one.name().value(), one.chineseName()));
        assertThat(out.toString()).doesNotContain("IV");
    }

    @Test
    void with_data_every_feature_has_its_coverage_and_its_information_value() {
        assertThat(run("features", "list", "--data", SyntheticFolder.FOLDER.toString(), "--as-ofs", "3", "--markdown"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("| feature | unit | direction | coverage |", "SYNTHETIC");
        for (FeatureDefinition one : StandardCatalog.catalog().definitions()) {
            assertThat(out.toString()).containsPattern("\\| " + one.name() + " \\| .*[0-9.]+% \\|");
        }
    }

    @Test
    void undated_outcomes_of_an_import_are_read_as_of_the_day_after_the_last_signal(@TempDir Path folder)
            throws IOException {
        Files.createSymbolicLink(folder.resolve("signals"), SignalSource.signals(SyntheticFolder.FOLDER));
        Files.writeString(
                folder.resolve("outcomes.csv"),
                "uscc,bad\n" + SyntheticFolder.firm().code() + ",1\n");
        assertThat(run("features", "list", "--data", folder.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("1 vectors, 1 of them bad");
    }

    @Test
    void a_feature_is_explained_with_the_signals_that_decide_it() {
        assertThat(run(
                        "features",
                        "describe",
                        "tax_sales_12m",
                        "--data",
                        SyntheticFolder.FOLDER.toString(),
                        "--as-of",
                        "2026-11-01"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("tax_sales_12m", "定义", "missing means", "monthly_tax", "Worked example", "● ", "known ");
    }

    @Test
    void a_signal_is_marked_exactly_when_the_value_is_another_without_it() {
        FeatureDefinition definition = StandardCatalog.catalog()
                .definition(new FeatureName("tax_sales_12m"))
                .orElseThrow();
        var history = new CsvSignalStore(SignalSource.signals(SyntheticFolder.FOLDER)).history(SyntheticFolder.firm());
        Snapshot snapshot =
                Snapshot.cut(SyntheticFolder.firm(), AsOf.startOf(java.time.LocalDate.of(2026, 11, 1)), history);
        WorkedExample example = WorkedExample.of(StandardCatalog.catalog(), definition, snapshot, history);
        // twelve whole months with one month of lag, each with sales
        assertThat(example.signals()).filteredOn(WorkedExample.Used::decisive).hasSizeBetween(6, 12);
        assertThat(example.value()).isEqualTo(definition.valueOn(snapshot));
    }

    @Test
    void an_unknown_feature_gets_the_nearest_ones_and_exit_code_2() {
        assertThat(run("features", "describe", "invention_densty")).isEqualTo(ExitCode.WRONG_WORDS);
        assertThat(err.toString()).contains("invention_density");
        assertThat(run("features", "list", "--as-ofs", "0")).isEqualTo(ExitCode.WRONG_WORDS);
    }

    @Test
    void a_spark_line_is_full_at_its_highest_cell_and_blank_where_nothing_lies() {
        Distribution of = new Distribution(0, 0, 1, 2, 2, List.of(8, 4, 1, 0, 80));
        assertThat(FeatureTable.spark(of)).isEqualTo("▁▁▁ █");
    }

    private int run(String... words) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
