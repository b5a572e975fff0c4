package techflow.features.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.problem.Violation;
import techflow.testing.SignalSamples;

class SignalDecoderTest {
    private static final String FIRM = SignalSamples.firm(1).code();

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void every_kind_reads_back_what_it_wrote(SignalKind kind) {
        long seed = 99;
        SignalSamples samples = new SignalSamples(seed);
        for (int i = 0; i < 200; i++) {
            Signal signal = samples.signal(SignalSamples.firm(i), kind);

            assertThat(SignalDecoder.decode(kind, SignalDecoder.encode(signal)))
                    .as("seed " + seed + ", number " + i)
                    .isEqualTo(new Decoded.Accepted(signal));
            assertThat(SignalDecoder.decode(kind, signal.header(), SignalDecoder.encodeOwn(signal)))
                    .isEqualTo(new Decoded.Accepted(signal));
        }
    }

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void the_examples_of_the_data_dictionary_are_valid(SignalKind kind) {
        List<String> cells = new ArrayList<>(List.of(FIRM, "2026-10-31", "2026-11-12T00:00:00Z", "STA"));
        SignalFormat.of(kind).columns().forEach(column -> cells.add(column.example()));

        assertThat(SignalDecoder.decode(kind, cells)).isInstanceOfSatisfying(Decoded.Accepted.class, accepted -> {
            assertThat(accepted.signal().kind()).isEqualTo(kind);
            assertThat(accepted.signal()).isInstanceOf(kind.type());
        });
    }

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void an_empty_row_breaks_the_rule_of_every_required_column_at_once(SignalKind kind) {
        List<String> cells =
                SignalFormat.of(kind).header().stream().map(column -> "").toList();
        List<String> required = new ArrayList<>(SignalFormat.HEADER_COLUMNS);
        SignalFormat.of(kind).columns().stream()
                .filter(Column::required)
                .forEach(column -> required.add(column.name()));

        assertThat(violations(kind, cells)).extracting(Violation::field).containsExactlyElementsOf(required);
    }

    @Test
    void all_broken_rules_are_listed_with_field_rule_value_and_advice() {
        List<Violation> violations = violations(
                SignalKind.TAX_RATING,
                List.of("91350100M000100Y44", "2026-02-30", "yesterday", " ", "1850", "E", "RULE_2014", "", ""));

        assertThat(violations)
                .extracting(Violation::field)
                .containsExactly("uscc", "occurred_at", "known_at", "source", "year", "level");
        assertThat(violations).allSatisfy(violation -> {
            assertThat(violation.rule()).isNotBlank();
            assertThat(violation.advice()).isNotBlank();
        });
        assertThat(violations.getLast().describe())
                .isEqualTo("level: must be one of A, B, M, C, D, found \"E\"; correct the cell and send the row again");
    }

    @Test
    void known_before_it_happened_is_refused_beside_the_other_violations() {
        assertThat(violations(
                        SignalKind.TAX_RATING,
                        List.of(FIRM, "2026-01-01", "2025-12-31T15:59:59Z", "STA", "2025", "E", "STA_2025_12", "", "")))
                .extracting(Violation::field)
                .containsExactly("known_at", "level");
        assertThat(SignalDecoder.decode(
                        SignalKind.TAX_RATING,
                        List.of(
                                FIRM,
                                "2026-01-01",
                                "2025-12-31T16:00:00Z",
                                "STA",
                                "2025",
                                "A",
                                "STA_2025_12",
                                "95",
                                "")))
                .as("the day begins in China")
                .isInstanceOf(Decoded.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "year,1948",
        "year,2101",
        "year,20x5",
        "revenue,1.234",
        "revenue,1e3",
        "revenue,1e-9",
        "revenue,1E999999999",
        "revenue,ten",
        "staff,-1",
        "staff,1.5",
        "staff,2147483648"
    })
    void a_cell_that_breaks_its_rule_is_refused(String column, String text) {
        List<String> cells = new ArrayList<>(List.of(FIRM, "2025-12-31", "2026-05-12T00:00:00Z", "SAMR"));
        SignalFormat.of(SignalKind.ANNUAL_REPORT)
                .columns()
                .forEach(
                        c -> cells.add(c.name().equals(column) ? text : c.name().equals("year") ? "2025" : ""));

        assertThat(violations(SignalKind.ANNUAL_REPORT, cells)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(column);
            assertThat(violation.found()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "quantity,NaN",
        "quantity,Infinity",
        "quantity,1e999",
        "quantity,-1",
        "quantity,12d",
        "quantity,0x1p3",
        "amount,-0.01",
        "due_on,20261025",
        "due_on,+10000-01-01",
        "due_on,1899-12-31",
        "period,2026-13",
        "utility,STEAM"
    })
    void numbers_dates_and_words_are_strict(String column, String text) {
        List<String> cells = new ArrayList<>(List.of(FIRM, "2026-09-30", "2026-10-12T00:00:00Z", "GRID"));
        SignalFormat.of(SignalKind.UTILITY_BILL)
                .columns()
                .forEach(c -> cells.add(c.name().equals(column) ? text : c.example()));

        assertThat(violations(SignalKind.UTILITY_BILL, cells))
                .extracting(Violation::field)
                .containsExactly(column);
    }

    @Test
    void a_nul_character_is_refused_before_a_store_meets_it() {
        assertThat(violations(
                        SignalKind.REGISTRY_EVENT,
                        List.of(FIRM, "2026-01-01", "2026-01-02T00:00:00Z", "S\0", "a\0b", "ADDRESS_CHANGED")))
                .extracting(Violation::field)
                .containsExactly("source", "reference");
    }

    @Test
    void an_empty_cell_is_missing_and_never_zero() {
        List<String> cells = List.of(
                FIRM,
                "2025-12-31",
                "2026-05-12T00:00:00Z",
                "SAMR",
                "2025",
                "",
                "0",
                "",
                "",
                "",
                "",
                "",
                "",
                "0",
                "",
                "",
                "",
                "",
                "");

        assertThat(SignalDecoder.decode(SignalKind.ANNUAL_REPORT, cells))
                .isInstanceOfSatisfying(Decoded.Accepted.class, accepted -> {
                    AnnualReport report = (AnnualReport) accepted.signal();
                    assertThat(report.revenue()).isEmpty();
                    assertThat(report.rdExpense()).contains(Money.ZERO);
                    assertThat(report.staff()).isEmpty();
                    assertThat(report.rdStaff()).hasValue(0);
                });
    }

    @Test
    void a_row_of_another_length_is_told_the_header() {
        assertThat(violations(SignalKind.TAX_RATING, List.of(FIRM, "2025-12-31")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.describe())
                        .contains(
                                "9 cells",
                                "uscc,occurred_at,known_at,source,year,level,rule,score,repaired_from",
                                "2 cells"));
    }

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void headers_begin_alike_and_name_no_column_twice(SignalKind kind) {
        assertThat(SignalFormat.of(kind).kind()).isEqualTo(kind);
        assertThat(SignalFormat.of(kind).header())
                .startsWith("uscc", "occurred_at", "known_at", "source")
                .doesNotHaveDuplicates()
                .allMatch(column -> column.matches("[a-z][a-z0-9_]*"));
    }

    @Test
    void a_header_keeps_microseconds_the_precision_of_the_database() {
        SignalHeader header = new SignalHeader(
                SignalSamples.firm(1),
                LocalDate.of(2026, 1, 1),
                Instant.parse("2026-01-02T00:00:00.123456789Z"),
                "STA");

        assertThat(header.knownAt()).isEqualTo(Instant.parse("2026-01-02T00:00:00.123456Z"));
    }

    @Test
    void a_header_known_before_it_happened_cannot_be_made() {
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SignalHeader(SignalSamples.firm(1), day, Instant.parse("2025-12-31T15:59:59Z"), "STA"))
                .withMessageContaining("2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignalHeader(SignalSamples.firm(1), day, Instant.MAX, "STA"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new SignalHeader(SignalSamples.firm(1), day, Instant.parse("2026-01-02T00:00:00Z"), " "));
    }

    @Test
    void a_number_that_is_not_finite_cannot_be_held() {
        SignalHeader header = new SignalHeader(
                SignalSamples.firm(1), LocalDate.of(2026, 1, 1), Instant.parse("2026-01-02T00:00:00Z"), "STA");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InnovationIndicators(
                        header, 2025, Map.of(InnovationIndicator.REVENUE_GROWTH, Double.NaN), OptionalDouble.empty()))
                .withMessageContaining("REVENUE_GROWTH");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new InnovationIndicators(header, 2025, Map.of(), OptionalDouble.of(Double.POSITIVE_INFINITY)))
                .withMessageContaining("officialPoints");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UtilityBill(
                        header,
                        UtilityBill.Utility.WATER,
                        "1",
                        YearMonth.of(2026, 1),
                        -0.5,
                        Money.ZERO,
                        LocalDate.of(2026, 2, 1),
                        Optional.empty()))
                .withMessageContaining("-0.5");
    }

    private static List<Violation> violations(SignalKind kind, List<String> cells) {
        assertThat(SignalDecoder.decode(kind, cells)).isInstanceOf(Decoded.Rejected.class);
        return ((Decoded.Rejected) SignalDecoder.decode(kind, cells)).violations();
    }
}
