package techflow.features.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import techflow.features.RandomHistories;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.problem.Violation;
import techflow.testing.SignalSamples;

/** Rules between the cells of a row: each one broken by a row that is the dictionary's example but for some cells. */
class RowRulesTest {
    /** The dictionary's row with some cells changed, and the column that the one violation must name. */
    record Case(SignalKind kind, Map<String, String> cells, String field) {}

    static Stream<Case> cases() {
        return Stream.of(
                of(SignalKind.PATENT_EVENT, "amount", "amount", "5.00"),
                of(SignalKind.PATENT_EVENT, "next_fee_due", "type", "WITHDRAWN"),
                of(SignalKind.PATENT_EVENT, "next_fee_due", "next_fee_due", "2026-10-30"),
                of(SignalKind.PATENT_EVENT, "licence_type", "licence_type", "SOLE"),
                of(SignalKind.SOFTWARE_COPYRIGHT, "completed_on", "completed_on", "2026-11-01"),
                of(SignalKind.ANNUAL_REPORT, "year", "year", "2027"),
                of(SignalKind.ANNUAL_REPORT, "rd_staff", "rd_staff", "65"),
                of(SignalKind.ANNUAL_REPORT, "postgraduates", "postgraduates", "65"),
                of(SignalKind.ANNUAL_REPORT, "main_revenue", "main_revenue", "32000000.01"),
                of(SignalKind.ANNUAL_REPORT, "rd_expense_domestic", "rd_expense_domestic", "2600000.01"),
                of(SignalKind.TECHNOLOGY_CONTRACT, "technology_amount", "technology_amount", "800000.01"),
                of(SignalKind.INNOVATION_INDICATORS, "year", "year", "2027"),
                of(SignalKind.INNOVATION_ASSESSMENT, "year", "year", "2027"),
                of(SignalKind.INNOVATION_ASSESSMENT, "total", "total", "130.1"),
                of(SignalKind.INNOVATION_ASSESSMENT, "maximum", "maximum", "0", "frame", "LOCAL", "total", ""),
                of(SignalKind.INNOVATION_ASSESSMENT, "maximum", "maximum", "100"),
                of(SignalKind.INNOVATION_ASSESSMENT, "input", "input", "60"),
                of(SignalKind.INNOVATION_ASSESSMENT, "impact", "impact", "30.5"),
                of(SignalKind.INNOVATION_ASSESSMENT, "frame", "frame", "GUIDELINE_2024"),
                of(SignalKind.TAX_RATING, "year", "year", "2027"),
                of(SignalKind.TAX_RATING, "level", "score", "89.9"),
                of(SignalKind.TAX_RATING, "level", "level", "M", "score", "69.9"),
                of(SignalKind.TAX_RATING, "level", "level", "C", "score", "39"),
                of(
                        SignalKind.TAX_RATING,
                        "rule",
                        "occurred_at",
                        "2025-04-20",
                        "known_at",
                        "2025-06-30T15:59:59Z",
                        "year",
                        "2024"),
                of(
                        SignalKind.TAX_RATING,
                        "rule",
                        "year",
                        "2026",
                        "rule",
                        "RULE_2014",
                        "known_at",
                        "2027-04-20T00:00:00Z"),
                of(SignalKind.TAX_RATING, "score", "score", "100.5"),
                of(SignalKind.TAX_RATING, "repaired_from", "level", "C", "score", "50", "repaired_from", "B"),
                of(SignalKind.MONTHLY_TAX, "period", "period", "2026-11"),
                of(SignalKind.MONTHLY_TAX, "declared_sales", "tax_type", "SURCHARGE"),
                of(SignalKind.TAX_INSPECTION, "finding", "finding", "NONE"),
                of(SignalKind.TAX_INSPECTION, "finding", "status", "CLOSED"),
                of(SignalKind.TAX_INSPECTION, "recovered", "recovered", "1.00"),
                of(SignalKind.TAX_INSPECTION, "fine", "fine", "1.00", "status", "CLOSED", "finding", "NONE"),
                of(SignalKind.MONTHLY_INVOICES, "period", "period", "2026-11"),
                of(SignalKind.MONTHLY_INVOICES, "top_five_amount", "top_five_amount", "2600000.01"),
                of(SignalKind.MONTHLY_INVOICES, "top_counterparty_amount", "top_counterparty_amount", "2100000.01"),
                of(SignalKind.MONTHLY_INVOICES, "counterparties", "counterparties", "39"),
                of(SignalKind.MONTHLY_INVOICES, "circular_amount", "circular_amount", "2600000.01"),
                of(SignalKind.CONTRIBUTION_MONTH, "period", "period", "2026-11"),
                of(
                        SignalKind.UTILITY_BILL,
                        "period",
                        "period",
                        "2026-11",
                        "due_on",
                        "2026-12-25",
                        "paid_on",
                        "",
                        "payment_method",
                        ""),
                of(SignalKind.UTILITY_BILL, "due_on", "due_on", "2026-08-31"),
                of(SignalKind.UTILITY_BILL, "paid_on", "paid_on", "2026-08-31"),
                of(SignalKind.UTILITY_BILL, "contracted_kva", "utility", "WATER"),
                of(SignalKind.UTILITY_BILL, "payment_method", "paid_on", ""),
                of(SignalKind.PENALTY, "public_until", "public_until", "2026-10-31"),
                of(SignalKind.ENCUMBRANCE, "until", "until", "2026-10-31"),
                of(SignalKind.CERTIFICATE, "valid_until", "valid_until", "2025-11-28"),
                of(SignalKind.EQUITY_FINANCING, "amount", "amount", "90000000.01"),
                of(SignalKind.BANK_FLOW, "period", "period", "2026-11"),
                of(SignalKind.BANK_FLOW, "counterparties_in", "counterparties_in", "42"),
                of(SignalKind.BANK_FLOW, "payroll", "payroll", "2600000.01"));
    }

    private static Case of(SignalKind kind, String field, String... cells) {
        Map<String, String> changed = new java.util.HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            changed.put(cells[i], cells[i + 1]);
        }
        return new Case(kind, changed, field);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_rule_between_cells_that_is_broken_is_told_with_field_value_and_advice(Case broken) {
        assertThat(violations(broken.kind(), broken.cells())).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(broken.field());
            assertThat(violation.rule()).startsWith("must ");
            assertThat(violation.found()).isNotBlank();
            assertThat(violation.advice()).contains("send the row again");
        });
    }

    /** A rule that nobody has seen broken may not be one. */
    @Test
    void every_rule_of_every_kind_is_broken_by_a_case() {
        TreeSet<String> broken = new TreeSet<>();
        cases().forEach(one ->
                violations(one.kind(), one.cells()).forEach(it -> broken.add(name(one.kind(), it.field(), it.rule()))));
        TreeSet<String> declared = new TreeSet<>();
        for (SignalKind kind : SignalKind.values()) {
            SignalFormat.of(kind).rules().forEach(rule -> declared.add(name(kind, rule.field(), rule.rule())));
        }

        assertThat(broken).isEqualTo(declared);
    }

    @Test
    void all_broken_rules_of_a_row_are_told_at_once() {
        assertThat(violations(
                        SignalKind.MONTHLY_INVOICES,
                        Map.of("period", "2026-12", "top_five_amount", "9000000.00", "counterparties", "99")))
                .extracting(Violation::field)
                .containsExactly("period", "top_five_amount", "counterparties");
    }

    @Test
    void a_rule_names_a_column_of_its_kind() {
        for (SignalKind kind : SignalKind.values()) {
            SignalFormat format = SignalFormat.of(kind);
            assertThat(format.rules())
                    .allSatisfy(rule -> assertThat(format.header()).contains(rule.field()));
        }
    }

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void what_is_not_told_breaks_no_rule(SignalKind kind) {
        Map<String, String> empty = new java.util.HashMap<>();
        SignalFormat.of(kind).columns().stream()
                .filter(column -> !column.required())
                .forEach(column -> empty.put(column.name(), ""));

        assertThat(SignalDecoder.decode(kind, row(kind, empty))).isInstanceOf(Decoded.Accepted.class);
    }

    @Test
    void limits_themselves_are_allowed() {
        assertAccepted(SignalKind.TAX_RATING, Map.of("score", "90"));
        assertAccepted(SignalKind.TAX_RATING, Map.of("level", "D", "score", "0"));
        assertAccepted(SignalKind.INNOVATION_ASSESSMENT, Map.of("impact", "30", "total", "130", "input", "57.5"));
        assertAccepted(SignalKind.MONTHLY_INVOICES, Map.of("top_counterparty_amount", "2100000.00"));
        assertAccepted(SignalKind.BANK_FLOW, Map.of("payroll", "2600000.00", "end_balance", "-12.50"));
        assertAccepted(SignalKind.UTILITY_BILL, Map.of("paid_on", "2026-09-01"));
        assertAccepted(SignalKind.PENALTY, Map.of("status", "WITHDRAWN", "public_until", "2026-10-31"));
    }

    /** The test support of the whole house must stay within the contract: every kind, every version. */
    @Test
    void random_histories_keep_every_rule_and_read_back_equal() {
        long seed = 20_261_122;
        RandomHistories random = new RandomHistories(seed);
        java.util.Set<SignalKind> seen = java.util.EnumSet.noneOf(SignalKind.class);
        for (int i = 0; i < 60; i++) {
            for (Signal signal : random.history(random.enterprise())) {
                seen.add(signal.kind());
                assertThat(SignalDecoder.decode(signal.kind(), SignalDecoder.encode(signal)))
                        .as("seed %d, history %d", seed, i)
                        .isEqualTo(new Decoded.Accepted(signal));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(SignalKind.values());
    }

    private static void assertAccepted(SignalKind kind, Map<String, String> cells) {
        assertThat(SignalDecoder.decode(kind, row(kind, cells))).isInstanceOf(Decoded.Accepted.class);
    }

    private static String name(SignalKind kind, String field, String rule) {
        return kind + " " + field + " " + rule;
    }

    private static List<Violation> violations(SignalKind kind, Map<String, String> cells) {
        Decoded decoded = SignalDecoder.decode(kind, row(kind, cells));
        assertThat(decoded).as("%s %s", kind, cells).isInstanceOf(Decoded.Rejected.class);
        return ((Decoded.Rejected) decoded).violations();
    }

    private static List<String> row(SignalKind kind, Map<String, String> changed) {
        Map<String, String> header = Map.of(
                "uscc",
                SignalSamples.firm(1).code(),
                "occurred_at",
                "2026-10-31",
                "known_at",
                "2026-11-12T00:00:00Z",
                "source",
                "STA");
        List<String> cells = new ArrayList<>();
        SignalFormat.HEADER_COLUMNS.forEach(
                name -> cells.add(changed.getOrDefault(name, header.getOrDefault(name, ""))));
        SignalFormat.of(kind)
                .columns()
                .forEach(column -> cells.add(changed.getOrDefault(column.name(), column.example())));
        return cells;
    }
}
