package techflow.features.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.signal.SignalKind;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

class InputFileTest {
    @TempDir
    private Path folder;

    @Test
    void gbk_is_named_with_its_line_and_the_way_to_utf_8() throws IOException {
        SignalCsv csv = new SignalCsv(SignalKind.ENTERPRISE_PROFILE);
        for (int firm = 0; firm < 3_000; firm++) {
            csv.row(firm, java.time.YearMonth.of(2020, 1), Map.of("name", firm < 2_000 ? "plain" : "示例科技有限公司"));
        }
        Path file = csv.write(folder.resolve("enterprise_profile.csv.gz"), Charset.forName("GBK"));

        Violation violation = refusal(file).violations().getFirst();

        assertThat(violation.found()).contains("line 2002", "GBK");
        assertThat(violation.advice()).contains("iconv -f GB18030 -t UTF-8");
    }

    @Test
    void other_forms_are_named() throws IOException {
        byte[] text = SignalCsv.profiles(1).text().getBytes(StandardCharsets.UTF_16);
        assertThat(refusal(Files.write(folder.resolve("patent.csv"), text)))
                .satisfies(fault ->
                        assertThat(fault.violations().getFirst().found()).isEqualTo("UTF-16"));
        assertThat(refusal(Files.write(folder.resolve("patent.csv"), new byte[] {'P', 'K', 3, 4})))
                .satisfies(fault ->
                        assertThat(fault.violations().getFirst().found()).contains("Excel"));
        Path cut = SignalCsv.profiles(900).write(folder.resolve("enterprise_profile.csv.gz"));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), (int) Files.size(cut) / 2));
        assertThat(refusal(cut).violations().getFirst().rule()).contains("whole gzip file");
    }

    @Test
    void a_character_across_two_buffers_is_no_fault() throws IOException {
        for (int shift = 0; shift < 4; shift++) {
            String text = "x".repeat((1 << 16) - 2 - shift) + "𠮷".repeat(40_000) + "\n";
            Path file = Files.writeString(folder.resolve("patent.csv"), text);
            assertThat(Inspection.of(file).lines()).isEqualTo(1);
        }
    }

    @Test
    void an_unknown_kind_is_refused_with_the_nearest_one_and_every_column_that_differs() throws IOException {
        Path file = Files.writeString(
                folder.resolve("patents_of_may.csv"),
                "uscc,occurred_at,known_at,source,application_no,type,ipc,claim_count,origin\n");

        RecordFault fault = refusal(file);

        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_MALFORMED);
        assertThat(fault.violations().getFirst().advice()).contains("nearest is PATENT ", "patent.csv");
        assertThat(fault.violations()).extracting(Violation::field).contains("claims", "claim_count");
    }

    @Test
    void a_name_that_contradicts_the_columns_is_refused_and_the_word_of_the_user_decides() throws IOException {
        Path file = SignalCsv.taxes(1, 1).write(folder.resolve("patent.csv"));

        assertThat(refusal(file).violations().getFirst().found())
                .contains("the name says PATENT", "the columns say MONTHLY_TAX");
        assertThat(InputFile.examine(file, Optional.of(SignalKind.MONTHLY_TAX))
                        .file()
                        .kind())
                .isEqualTo(SignalKind.MONTHLY_TAX);
    }

    @Test
    void a_folder_means_its_files_of_signals_but_not_the_rejects() throws IOException {
        SignalCsv.taxes(1, 1).write(folder.resolve("monthly_tax.csv"));
        SignalCsv.profiles(1).write(folder.resolve("enterprise_profile.csv.gz"));
        Files.writeString(folder.resolve("monthly_tax.rejects.csv"), "line\n");
        Files.writeString(folder.resolve("notes.txt"), "");

        assertThat(InputFile.find(List.of(folder)))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("enterprise_profile.csv.gz", "monthly_tax.csv");
    }

    @Test
    void a_missing_file_is_named() {
        assertThat(refusal(folder.resolve("patent.csv")).violations().getFirst().found())
                .isEqualTo("no such file");
    }

    private static RecordFault refusal(Path file) {
        return catchThrowableOfType(RecordFault.class, () -> InputFile.examine(file, Optional.empty()));
    }
}
