package techflow.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.TechflowException;

class DatasetWriterTest {
    private static final EconomySettings SETTINGS = new EconomySettings(60, 3, YearMonth.of(2026, 10));

    @TempDir
    Path directory;

    @Test
    void equal_settings_give_equal_bytes() throws IOException {
        write(directory.resolve("one"));
        write(directory.resolve("two"));

        assertThat(contents(directory.resolve("two"))).isEqualTo(contents(directory.resolve("one")));
    }

    @Test
    void one_file_per_kind_with_its_header_and_all_its_rows_sorted_by_code() throws IOException {
        PopulationReport report = write(directory);

        for (SignalKind kind : SignalKind.values()) {
            List<String> lines = lines("signals/" + kind.fileStem() + ".csv");
            assertThat(lines.getFirst())
                    .isEqualTo(String.join(",", SignalFormat.of(kind).header()));
            assertThat(report.rows()).containsEntry(kind, lines.size() - 1L);
            assertThat(lines.subList(1, lines.size()).stream().map(line -> line.substring(0, 18)))
                    .isSorted();
        }
    }

    @Test
    void outcomes_name_every_firm_once_and_truth_every_month_at_risk() throws IOException {
        PopulationReport report = write(directory);

        List<String> outcomes = lines(DatasetWriter.OUTCOMES);
        assertThat(outcomes.getFirst()).isEqualTo("uscc,defaulted_on,observed_until");
        assertThat(outcomes).hasSize(1 + SETTINGS.firms());
        assertThat(outcomes.stream().filter(line -> !line.contains(",,")).count() - 1)
                .isEqualTo(report.defaults());
        assertThat(outcomes.subList(1, outcomes.size())).allMatch(line -> line.endsWith(",2026-10-31"));

        List<String> truth = lines(DatasetWriter.TRUTH);
        assertThat(truth.getFirst()).isEqualTo("uscc,month,true_pd_12m,gaming");
        assertThat(truth)
                .hasSize(1
                        + new SyntheticEconomy(SETTINGS)
                                .firms()
                                .mapToInt(firm -> firm.truth().size())
                                .sum());
    }

    @Test
    void the_card_says_synthetic_first_in_both_languages() throws IOException {
        write(directory);

        String card = Files.readString(directory.resolve(DatasetWriter.CARD));
        assertThat(card).startsWith("# SYNTHETIC DATA · 合成数据");
        assertThat(card).contains("| seed 随机种子 | 3 |", "AUC", "Default rate per year", "Missing per source");
        assertThat(card).doesNotContain("NaN");
    }

    @Test
    void progress_counts_every_firm() {
        List<Long> seen = new ArrayList<>();

        new DatasetWriter(directory).write(new SyntheticEconomy(SETTINGS), seen::add);

        assertThat(seen).hasSize(SETTINGS.firms()).endsWith((long) SETTINGS.firms());
    }

    @Test
    void a_directory_that_cannot_be_made_is_a_platform_fault() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "in the way");

        assertThatThrownBy(() -> write(file))
                .isInstanceOf(PlatformFault.class)
                .extracting(fault -> ((TechflowException) fault).code())
                .isEqualTo(ProblemCode.STORE_UNAVAILABLE);
    }

    private static PopulationReport write(Path directory) {
        return new DatasetWriter(directory).write(new SyntheticEconomy(SETTINGS));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(directory.resolve(file));
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
