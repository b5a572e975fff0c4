package techflow.features.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.signal.TaxRating;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.testing.SignalSamples;

class CsvSignalReaderTest {
    private static final String HEADER = "uscc,occurred_at,known_at,source,year,level,rule,score\n";
    private static final String FIRM = SignalSamples.firm(1).code();
    private static final String ROW = FIRM + ",2025-12-31,2026-04-20T00:00:00Z,STA,2025,A,STA_2025_12,93\n";

    @TempDir
    private Path directory;

    @Test
    void columns_may_stand_in_any_order() {
        List<SignalLine> lines = read(
                SignalKind.TAX_RATING,
                "score,level,year,uscc,source,known_at,rule,occurred_at\n,M,2025," + FIRM
                        + ",STA,2026-04-20T00:00:00Z,STA_2025_12,2025-12-31\n");

        assertThat(lines).hasSize(1);
        assertThat(((SignalLine.Accepted) lines.getFirst()).signal())
                .isInstanceOfSatisfying(TaxRating.class, rating -> {
                    assertThat(rating.year()).isEqualTo(2025);
                    assertThat(rating.level()).isEqualTo(TaxRating.Level.M);
                });
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_no_trouble() {
        assertThat(read(SignalKind.TAX_RATING, "\uFEFF" + (HEADER + ROW).replace("\n", "\r\n")))
                .singleElement()
                .isInstanceOf(SignalLine.Accepted.class);
    }

    @Test
    void bad_rows_are_told_by_line_with_every_reason_and_the_good_ones_go_on() {
        String bad = FIRM + ",2025-12-31,2024-04-20T00:00:00Z,STA,20x5,E,STA_2025_12,\n";
        String shortRow = FIRM + ",2025-12-31\n";
        String longRow = ROW.replace("93\n", "93,more\n");

        List<SignalLine> lines = read(SignalKind.TAX_RATING, HEADER + ROW + bad + "\n" + shortRow + longRow + ROW);

        assertThat(lines).extracting(SignalLine::line).containsExactly(2L, 3L, 5L, 6L, 7L);
        assertThat(lines.stream().filter(SignalLine.Accepted.class::isInstance)).hasSize(2);
        assertThat(((SignalLine.Rejected) lines.get(1)).violations())
                .extracting(Violation::field)
                .containsExactly("known_at", "year", "level");
        assertThat(((SignalLine.Rejected) lines.get(2)).violations().getFirst().describe())
                .contains("must have 8 cells", "2 cells");
        assertThat(((SignalLine.Rejected) lines.get(3)).violations().getFirst().found())
                .isEqualTo("9 cells");
    }

    @Test
    void the_line_of_a_row_is_where_it_begins_even_after_a_quoted_line_break() {
        String profile =
                "uscc,occurred_at,known_at,source,name,industry,field,province,established_on,registered_capital\n";
        String start = FIRM + ",2025-12-31,2026-04-20T00:00:00Z,SAMR,";
        String end = ",C39,AEROSPACE,44,2019-03-18,5000000.00\n";

        List<SignalLine> lines =
                read(SignalKind.ENTERPRISE_PROFILE, profile + start + "\"示例,\n\"\"公司\"\"\"" + end + start + "b" + end);

        assertThat(lines).extracting(SignalLine::line).containsExactly(2L, 4L);
        assertThat(((EnterpriseProfile) ((SignalLine.Accepted) lines.getFirst()).signal()).name())
                .isEqualTo("示例,\n\"公司\"");
    }

    @Test
    void missing_unknown_and_doubled_columns_are_all_named() {
        RecordFault fault = refused("uscc,occurred_at,known_at,source,year,year,rule,score,grade\n" + ROW);

        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_MALFORMED);
        assertThat(fault.violations()).extracting(Violation::field).containsExactly("level", "year", "grade");
    }

    @Test
    void an_empty_file_misses_every_required_column() {
        assertThat(refused("").violations())
                .extracting(Violation::field)
                .containsExactlyElementsOf(
                        SignalFormat.of(SignalKind.TAX_RATING).requiredHeader());
    }

    @Test
    void a_file_may_leave_out_what_a_row_may_leave_empty() {
        List<SignalLine> lines = read(
                SignalKind.TAX_RATING,
                "uscc,occurred_at,known_at,source,year,level,rule\n" + FIRM
                        + ",2025-12-31,2026-04-20T00:00:00Z,STA,2025,A,STA_2025_12\n");

        assertThat(lines).singleElement().isInstanceOfSatisfying(SignalLine.Accepted.class, line -> {
            assertThat(((TaxRating) line.signal()).score()).isEmpty();
            assertThat(((TaxRating) line.signal()).repairedFrom()).isEmpty();
        });
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused() throws IOException {
        Path file = directory.resolve("tax_rating.csv");
        Files.write(file, (HEADER + ROW.replace("STA", "税务局")).getBytes(Charset.forName("GBK")));

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> all(file, SignalKind.TAX_RATING));

        assertThat(fault.violations().getFirst().describe()).contains("must be UTF-8");
    }

    @Test
    void a_quote_that_never_closes_is_refused() {
        assertThat(refused(HEADER + "\"" + ROW).code()).isEqualTo(ProblemCode.FILE_MALFORMED);
    }

    @Test
    void a_file_that_is_not_there_is_a_platform_fault() {
        PlatformFault fault = catchThrowableOfType(
                PlatformFault.class, () -> all(directory.resolve("nothing.csv"), SignalKind.PATENT));

        assertThat(fault.code()).isEqualTo(ProblemCode.STORE_UNAVAILABLE);
    }

    private RecordFault refused(String text) {
        return catchThrowableOfType(RecordFault.class, () -> read(SignalKind.TAX_RATING, text));
    }

    private List<SignalLine> read(SignalKind kind, String text) {
        Path file = directory.resolve(kind.fileStem() + ".csv");
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all(file, kind);
    }

    private static List<SignalLine> all(Path file, SignalKind kind) {
        List<SignalLine> lines = new ArrayList<>();
        try (CsvSignalReader reader = CsvSignalReader.open(file, kind)) {
            reader.forEachRemaining(lines::add);
        }
        return lines;
    }
}
