package techflow.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import techflow.features.signal.CourtRecord;
import techflow.features.signal.Encumbrance;
import techflow.features.signal.Encumbrance.EncumbranceType;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.MonthlyTax.TaxType;
import techflow.features.signal.Penalty;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;

/** What sources take back, correct or tell late: each look sees what was known then. */
class RestatementTest {
    private static final EnterpriseId FIRM = EnterpriseId.placeholder("AAAAAAAA");

    private static SignalHeader header(String occurred, String known) {
        LocalDate day = LocalDate.parse(occurred);
        Instant instant =
                LocalDate.parse(known).atTime(9, 0).atZone(SignalHeader.CHINA).toInstant();
        return new SignalHeader(FIRM, day, instant, "TEST");
    }

    private static <S extends Signal> List<S> seen(String asOf, SignalKind kind, Class<S> type, List<Signal> history) {
        return Snapshot.cut(FIRM, AsOf.startOf(LocalDate.parse(asOf)), history).signals(kind, type);
    }

    private static MonthlyTax tax(String known, TaxType type, int paid) {
        return new MonthlyTax(
                header("2025-03-31", known),
                YearMonth.of(2025, 3),
                type.declaresSales() ? Money.ofYuan(100_000) : Money.ZERO,
                Money.ofYuan(3000),
                Money.ofYuan(paid),
                Money.ZERO,
                false,
                type);
    }

    @Test
    void a_restated_month_is_seen_as_it_was_known_on_each_day() {
        List<Signal> history = List.of(tax("2025-11-05", TaxType.ALL, 3000), tax("2025-04-15", TaxType.ALL, 1000));

        assertThat(seen("2025-04-15", SignalKind.MONTHLY_TAX, MonthlyTax.class, history))
                .isEmpty();
        assertThat(seen("2025-10-01", SignalKind.MONTHLY_TAX, MonthlyTax.class, history))
                .singleElement()
                .satisfies(tax -> assertThat(tax.paid()).isEqualTo(Money.ofYuan(1000)));
        assertThat(seen("2025-12-01", SignalKind.MONTHLY_TAX, MonthlyTax.class, history))
                .singleElement()
                .satisfies(tax -> assertThat(tax.paid()).isEqualTo(Money.ofYuan(3000)));
    }

    @Test
    void a_month_that_arrives_late_changes_no_look_before_its_arrival() {
        List<Signal> onTime = List.of(tax("2025-04-15", TaxType.VAT, 1000));
        List<Signal> withLate = List.of(tax("2025-04-15", TaxType.VAT, 1000), tax("2025-09-20", TaxType.SURCHARGE, 90));

        assertThat(seen("2025-09-20", SignalKind.MONTHLY_TAX, MonthlyTax.class, withLate))
                .isEqualTo(seen("2025-09-20", SignalKind.MONTHLY_TAX, MonthlyTax.class, onTime));
        assertThat(seen("2025-09-21", SignalKind.MONTHLY_TAX, MonthlyTax.class, withLate))
                .extracting(MonthlyTax::taxType)
                .as("each tax of a month is an observation of its own")
                .containsExactlyInAnyOrder(TaxType.VAT, TaxType.SURCHARGE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Penalty.Status.class,
            names = {"REPAIRED", "WITHDRAWN"})
    void a_penalty_is_no_longer_standing_from_the_day_its_repair_or_withdrawal_is_known(Penalty.Status taken) {
        List<Signal> history = List.of(
                penalty("2025-02-10", Penalty.Status.STANDING), // decided on the first, published on the tenth
                penalty("2025-08-20", taken));

        assertThat(seen("2025-08-20", SignalKind.PENALTY, Penalty.class, history))
                .extracting(Penalty::status)
                .containsExactly(Penalty.Status.STANDING);
        assertThat(seen("2025-08-21", SignalKind.PENALTY, Penalty.class, history))
                .extracting(Penalty::status)
                .containsExactly(taken);
    }

    private static Penalty penalty(String known, Penalty.Status status) {
        return new Penalty(
                header("2025-02-01", known),
                "市监罚〔2025〕7号",
                "市场监督管理局",
                Money.ofYuan(20_000),
                LocalDate.of(2028, 2, 10),
                status);
    }

    @Test
    void a_court_matter_is_open_until_its_closing_is_known() {
        List<Signal> history =
                List.of(court("2025-01-20", CourtRecord.Status.OPEN), court("2025-07-01", CourtRecord.Status.CLOSED));

        assertThat(seen("2025-07-01", SignalKind.COURT_RECORD, CourtRecord.class, history))
                .extracting(CourtRecord::status)
                .containsExactly(CourtRecord.Status.OPEN);
        assertThat(seen("2025-07-02", SignalKind.COURT_RECORD, CourtRecord.class, history))
                .extracting(CourtRecord::status)
                .containsExactly(CourtRecord.Status.CLOSED);
    }

    private static CourtRecord court(String known, CourtRecord.Status status) {
        return new CourtRecord(
                header("2025-01-10", known), "(2025)示民初1号", CourtRecord.Role.ENFORCED, Money.ofYuan(1), status);
    }

    @Test
    void an_encumbrance_binds_until_its_term_ends_or_its_release_is_known() {
        Encumbrance freeze = freeze("2025-03-05", Encumbrance.Status.STANDING);
        Encumbrance released = freeze("2025-09-01", Encumbrance.Status.RELEASED);

        assertThat(freeze.binds(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(freeze.binds(LocalDate.of(2026, 3, 1)))
                .as("the first day it binds no longer")
                .isFalse();
        assertThat(released.binds(LocalDate.of(2025, 9, 2))).isFalse();
        assertThat(seen("2025-09-01", SignalKind.ENCUMBRANCE, Encumbrance.class, List.of(freeze, released)))
                .containsExactly(freeze);
        assertThat(seen("2025-09-02", SignalKind.ENCUMBRANCE, Encumbrance.class, List.of(freeze, released)))
                .containsExactly(released);
    }

    private static Encumbrance freeze(String known, Encumbrance.Status status) {
        return new Encumbrance(
                header("2025-03-01", known),
                "DJ1",
                EncumbranceType.EQUITY_FREEZE,
                Money.ZERO,
                "示例法院",
                Optional.of(LocalDate.of(2026, 3, 1)),
                status);
    }
}
