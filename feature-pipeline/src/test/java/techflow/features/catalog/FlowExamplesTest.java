package techflow.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static techflow.features.catalog.Examples.FIRM;
import static techflow.features.catalog.Examples.bill;
import static techflow.features.catalog.Examples.court;
import static techflow.features.catalog.Examples.insured;
import static techflow.features.catalog.Examples.issued;
import static techflow.features.catalog.Examples.penalty;
import static techflow.features.catalog.Examples.profile;
import static techflow.features.catalog.Examples.registered;
import static techflow.features.catalog.Examples.tax;
import static techflow.features.catalog.Examples.value;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.CourtRecord.Role;
import techflow.features.signal.CourtRecord.Status;
import techflow.features.signal.Penalty;
import techflow.features.signal.RegistryEvent.RegistryEventType;
import techflow.features.signal.Signal;

/** Features of money, people and conduct, computed by hand. All of them as of March 2026 unless said otherwise. */
class FlowExamplesTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);
    private static final String NOW = "2026-03-01";

    /** The last month of a window with lag 1 as of March 2026 is January. */
    private static List<Signal> months(int count, Function<YearMonth, Signal> signal) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(back -> signal.apply(YearMonth.of(2026, 1).minusMonths(back)))
                .toList());
    }

    @Test
    void a_month_of_zero_sales_is_zero_and_a_month_without_a_row_is_a_gap() {
        List<Signal> history = months(14, month -> tax(month, month.getMonthValue() == 10 ? 0 : 100, 5, 0));
        history.removeIf(signal -> signal.occurredAt().getMonthValue() == 9);
        assertThat(number("tax_sales_12m", NOW, history)).isEqualTo(1000);
        assertThat(number("tax_zero_sales_months_12m", NOW, history)).isEqualTo(1);
        assertThat(number("tax_gap_months_12m", NOW, history)).isEqualTo(1);
    }

    @Test
    void a_row_published_late_is_not_yet_a_gap() {
        List<Signal> history = months(18, month -> tax(month, 100, 5, 0));
        history.removeIf(signal -> signal.occurredAt().isAfter(Examples.day("2026-01-01")));
        assertThat(number("tax_gap_months_12m", NOW, history)).isZero();
    }

    @Test
    void five_months_say_too_little_of_a_year_and_six_say_enough() {
        assertThat(value("tax_sales_12m", NOW, months(5, month -> tax(month, 100, 5, 0))))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY));
        assertThat(number("tax_sales_12m", NOW, months(6, month -> tax(month, 100, 5, 0))))
                .isEqualTo(600);
    }

    @Test
    void growth_compares_means_of_known_months_so_that_a_gap_is_no_fall() {
        List<Signal> history = months(24, month -> tax(month, month.isBefore(YearMonth.of(2025, 2)) ? 100 : 150, 5, 0));
        assertThat(number("tax_sales_growth_12m", NOW, history)).isCloseTo(0.5, EXACT);
        history.removeIf(signal -> signal.occurredAt().toString().startsWith("2025-06"));
        assertThat(number("tax_sales_growth_12m", NOW, history)).isCloseTo(0.5, EXACT);
    }

    @Test
    void growth_from_nothing_is_undefined_and_growth_without_bounds_is_capped() {
        List<Signal> fromNothing = months(24, month -> issued(month, month.isBefore(YearMonth.of(2025, 2)) ? 0 : 150));
        assertThat(value("invoice_sales_growth_12m", NOW, fromNothing))
                .isEqualTo(FeatureValue.missing(MissingReason.UNDEFINED));
        List<Signal> fromLittle = months(24, month -> issued(month, month.isBefore(YearMonth.of(2025, 2)) ? 1 : 150));
        assertThat(number("invoice_sales_growth_12m", NOW, fromLittle)).isEqualTo(10);
    }

    @Test
    void the_trend_adjusted_for_the_season_is_the_slope_of_the_ratios_to_the_year_before() {
        // a strong season that repeats: 100, 400, 100, 400, … and on top of it 10 % more, 20 % more, …, 60 % more
        List<Signal> seasonal = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            double before = i % 2 == 0 ? 100 : 400;
            seasonal.add(issued(YearMonth.of(2024, 8).plusMonths(i), before));
            seasonal.add(issued(YearMonth.of(2025, 8).plusMonths(i), before * (1.1 + 0.1 * i)));
        }
        assertThat(number("invoice_seasonal_trend_6m", NOW, seasonal)).isCloseTo(0.1 / 1.35, Offset.offset(1e-9));
        assertThat(value("invoice_seasonal_trend_6m", NOW, seasonal.subList(6, 12)))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY));
    }

    @Test
    void a_row_without_valid_invoices_is_a_silent_month_too() {
        List<Signal> history = months(20, month -> issued(month, month.getMonthValue() == 7 ? 0 : 100));
        history.removeIf(signal -> signal.occurredAt().getMonthValue() == 8);
        assertThat(number("invoice_gap_months_12m", NOW, history)).isEqualTo(2);
    }

    @Test
    void a_firm_that_fell_silent_has_twelve_gap_months_and_a_firm_never_heard_has_none() {
        List<Signal> silent = List.of(issued(YearMonth.of(2023, 5), 100));
        assertThat(number("invoice_gap_months_12m", NOW, silent)).isEqualTo(12);
        assertThat(number("invoice_months_known", NOW, silent)).isEqualTo(1);
        assertThat(value("invoice_gap_months_12m", NOW, List.of()))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
    }

    @Test
    void arrears_are_measured_in_months_of_tax() {
        List<Signal> history = months(12, month -> tax(month, 100, 5, month.equals(YearMonth.of(2026, 1)) ? 15 : 0));
        assertThat(number("tax_arrears_ratio", NOW, history)).isCloseTo(3, EXACT);
        assertThat(number("tax_arrears_months_12m", NOW, history)).isEqualTo(1);
        List<Signal> clean = months(12, month -> tax(month, 0, 0, 0));
        assertThat(number("tax_arrears_ratio", NOW, clean)).isZero();
    }

    @Test
    void a_head_count_is_compared_with_the_same_month_a_year_and_a_quarter_earlier() {
        List<Signal> history = months(14, month -> insured(month, month.isBefore(YearMonth.of(2025, 12)) ? 40 : 30));
        assertThat(number("insured_persons", NOW, history)).isEqualTo(30);
        assertThat(number("insured_growth_12m", NOW, history)).isCloseTo(-0.25, EXACT);
        assertThat(number("insured_drop_3m", NOW, history)).isCloseTo(0.25, EXACT);
        assertThat(number("wage_base_per_person", NOW, history)).isEqualTo(8000);
        assertThat(value("insured_growth_12m", NOW, history.subList(0, 12)))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY));
    }

    @Test
    void a_bill_paid_late_is_overdue_until_the_payment_is_known_and_late_ever_after() {
        YearMonth month = YearMonth.of(2025, 10);
        List<Signal> history = List.of(
                bill("M", month, 500, "2025-11-25", Optional.empty(), 3),
                bill("M", month, 500, "2025-11-25", Optional.of("2025-12-20"), 52));
        assertThat(number("utility_unpaid_overdue", "2025-12-01", history))
                .as("within the 15 days in which a payment may still be reported")
                .isZero();
        assertThat(number("utility_unpaid_overdue", "2025-12-15", history)).isEqualTo(1);
        assertThat(number("utility_max_days_late_12m", "2025-12-15", history)).isEqualTo(20);
        assertThat(number("utility_unpaid_overdue", "2026-01-01", history)).isZero();
        assertThat(number("utility_on_time_share_12m", "2026-01-01", history)).isZero();
        assertThat(number("utility_mean_days_late_12m", "2026-01-01", history)).isEqualTo(25);
        assertThat(number("utility_max_days_late_12m", "2026-01-01", history)).isEqualTo(25);
        assertThat(value("utility_on_time_share_12m", "2027-01-01", history))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY));
    }

    @Test
    void the_meters_of_a_firm_are_added() {
        List<Signal> history = months(12, month -> bill("M1", month, 100, "2026-02-25", Optional.empty(), 3));
        history.addAll(months(12, month -> bill("M2", month, 40, "2026-02-25", Optional.empty(), 3)));
        assertThat(number("electricity_use_12m", NOW, history)).isEqualTo(1680);
        assertThat(number("electricity_utilisation_3m", NOW, history)).isEqualTo(1);
        assertThat(number("utility_shutdown_months_12m", NOW, history)).isZero();
    }

    @Test
    void a_penalty_counts_only_while_it_stands_and_may_be_shown() {
        List<Signal> history = new ArrayList<>(
                List.of(profile(FIRM), penalty("2025-12-01", 7, "2026-06-01", Penalty.Status.STANDING)));
        assertThat(number("penalties_standing", "2025-12-08", history)).isZero();
        assertThat(number("penalties_standing", "2025-12-09", history)).isEqualTo(1);
        assertThat(number("penalties_standing", "2026-06-01", history)).isZero();
        history.add(penalty("2025-12-01", 60, "2026-06-01", Penalty.Status.REPAIRED));
        assertThat(number("penalties_standing", NOW, history)).isZero();
    }

    @Test
    void a_listing_ends_with_its_removal_and_may_begin_again() {
        List<Signal> history = new ArrayList<>(List.of(
                registered("1", RegistryEventType.ABNORMAL_LISTED, "2024-07-01"),
                registered("2", RegistryEventType.ABNORMAL_REMOVED, "2025-02-01")));
        assertThat(number("abnormal_listed", "2025-01-01", history)).isEqualTo(1);
        assertThat(number("abnormal_listed", NOW, history)).isZero();
        history.add(registered("3", RegistryEventType.ABNORMAL_LISTED, "2026-02-01"));
        assertThat(number("abnormal_listed", NOW, history)).isEqualTo(1);
        history.add(registered("4", RegistryEventType.ABNORMAL_REMOVED, "2026-02-01"));
        assertThat(number("abnormal_listed", NOW, history))
                .as("removed on the same day")
                .isZero();
    }

    @Test
    void a_case_counts_once_however_many_roles_and_a_plaintiff_is_harmless() {
        List<Signal> history = months(12, month -> issued(month, 100));
        history.add(court("1号", Role.ENFORCED, 300, Status.OPEN, 5));
        history.add(court("1号", Role.DISHONEST, 300, Status.OPEN, 9));
        history.add(court("2号", Role.PLAINTIFF, 900, Status.OPEN, 5));
        assertThat(number("court_amount_open_to_sales", NOW, history)).isCloseTo(0.25, EXACT);
        assertThat(number("dishonest_cases_open", NOW, history)).isEqualTo(1);
        history.add(court("1号", Role.ENFORCED, 300, Status.CLOSED, 20));
        history.add(court("1号", Role.DISHONEST, 300, Status.CLOSED, 20));
        assertThat(number("court_amount_open_to_sales", NOW, history)).isZero();
        assertThat(number("enforced_cases_open", NOW, history)).isZero();
    }

    @Test
    void open_claims_against_unknown_sales_are_undefined_and_not_zero() {
        assertThat(value("court_amount_open_to_sales", NOW, List.of(court("1号", Role.ENFORCED, 300, Status.OPEN, 5))))
                .isEqualTo(FeatureValue.missing(MissingReason.UNDEFINED));
    }

    private static double number(String feature, String asOf, List<Signal> history) {
        FeatureValue value = value(feature, asOf, history);
        assertThat(value).as(feature).isInstanceOf(FeatureValue.Numeric.class);
        return ((FeatureValue.Numeric) value).value();
    }
}
