package techflow.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static techflow.features.catalog.Examples.FIRM;
import static techflow.features.catalog.Examples.annual;
import static techflow.features.catalog.Examples.event;
import static techflow.features.catalog.Examples.insured;
import static techflow.features.catalog.Examples.patent;
import static techflow.features.catalog.Examples.profile;
import static techflow.features.catalog.Examples.value;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.Signal;

/** Features of patents and research, computed by hand. */
class TechnologyExamplesTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    /**
     * As of 2026-01-01: an invention of 2016-01-01 in force, half its 20 years left (3,652 of 7,305 days); an invention of
     * 2024-01-01 pending (6,574 of 7,305 days left); a bought utility model of 2021-01-01, half its 10 years left (1,826 of
     * 3,652 days); a design of 2023-01-01 sold; a utility model of 2015-01-01 expired; an invention withdrawn.
     */
    private static List<Signal> portfolio() {
        return List.of(
                patent("A", PatentType.INVENTION, "2016-01-01", Origin.ORIGINAL),
                event("A", PatentEventType.GRANTED, "2018-06-01"),
                patent("B", PatentType.INVENTION, "2024-01-01", Origin.ORIGINAL),
                patent("C", PatentType.UTILITY_MODEL, "2021-01-01", Origin.ACQUIRED),
                patent("D", PatentType.DESIGN, "2023-01-01", Origin.ORIGINAL),
                event("D", PatentEventType.TRANSFERRED_OUT, "2025-01-01"),
                patent("E", PatentType.UTILITY_MODEL, "2015-01-01", Origin.ORIGINAL),
                patent("F", PatentType.INVENTION, "2019-01-01", Origin.ORIGINAL),
                event("F", PatentEventType.WITHDRAWN, "2021-01-01"));
    }

    @Test
    void gross_content_counts_what_the_firm_ever_brought_about() {
        // 10 (A) + 0.3 * 10 (B pending) + 4 (C) + 3 (D, sold) + 4 (E, expired) + 0 (F, died before grant)
        assertThat(number("ip_gross_content", "2026-01-01", portfolio())).isCloseTo(24.0, EXACT);
    }

    @Test
    void net_content_counts_what_is_alive_and_its_own_by_the_term_left() {
        double a = 10 * 3652.0 / 7305;
        double b = 0.3 * 10 * 6574.0 / 7305;
        double c = 4 * 0.5 * 1826.0 / 3652;
        assertThat(number("ip_net_content", "2026-01-01", portfolio())).isCloseTo(a + b + c, EXACT);
    }

    @Test
    void invention_density_is_the_share_of_inventions_among_patents_in_force() {
        // A and C are in force; B is pending, D is sold, E is expired, F died
        assertThat(number("invention_density", "2026-01-01", portfolio())).isEqualTo(0.5);
        assertThat(value("invention_density", "2036-06-01", portfolio()))
                .as("all terms are over")
                .isEqualTo(FeatureValue.missing(MissingReason.UNDEFINED));
    }

    @Test
    void inventions_per_hundred_staff_takes_the_latest_head_count() {
        List<Signal> history = new ArrayList<>(portfolio());
        history.add(insured(YearMonth.of(2025, 10), 50));
        history.add(insured(YearMonth.of(2025, 11), 40));
        assertThat(number("inventions_per_hundred_staff", "2026-01-01", history))
                .isEqualTo(2.5);
        assertThat(value("inventions_per_hundred_staff", "2026-01-01", portfolio()))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
    }

    @Test
    void a_patent_that_lapsed_and_was_restored_is_alive_again_and_may_lapse_again() {
        List<Signal> history = new ArrayList<>(List.of(
                patent("A", PatentType.INVENTION, "2016-01-01", Origin.ORIGINAL),
                event("A", PatentEventType.GRANTED, "2018-06-01"),
                event("A", PatentEventType.FEE_LAPSED, "2022-03-01")));
        assertThat(number("inventions_alive", "2022-03-01", history)).isEqualTo(1);
        assertThat(number("inventions_alive", "2022-03-02", history)).isZero();
        assertThat(number("fee_lapse_share", "2022-03-02", history)).isEqualTo(1);

        history.add(event("A", PatentEventType.RESTORED, "2022-08-01"));
        assertThat(number("inventions_alive", "2022-09-01", history)).isEqualTo(1);
        assertThat(number("fee_lapse_share", "2022-09-01", history)).isZero();

        history.add(event("A", PatentEventType.FEE_LAPSED, "2025-03-01"));
        assertThat(number("inventions_alive", "2025-04-01", history)).isZero();
    }

    @Test
    void an_end_on_the_day_of_the_beginning_comes_after_it() {
        List<Signal> history = List.of(
                patent("A", PatentType.INVENTION, "2016-01-01", Origin.ORIGINAL),
                event("A", PatentEventType.GRANTED, "2018-06-01"),
                event("A", PatentEventType.FEE_LAPSED, "2022-03-01"),
                event("A", PatentEventType.RESTORED, "2022-03-01"),
                event("A", PatentEventType.PLEDGED, "2023-03-01"),
                event("A", PatentEventType.PLEDGE_RELEASED, "2023-03-01"));
        assertThat(number("inventions_alive", "2024-01-01", history)).isEqualTo(1);
        assertThat(number("patent_pledge_amount", "2024-01-01", history)).isZero();
    }

    @Test
    void a_lapsed_patent_stays_in_the_gross_stock_and_an_invalidated_one_never_was() {
        List<Signal> history = new ArrayList<>(List.of(
                patent("A", PatentType.UTILITY_MODEL, "2020-01-01", Origin.ORIGINAL),
                event("A", PatentEventType.FEE_LAPSED, "2023-03-01")));
        assertThat(number("ip_gross_content", "2024-01-01", history)).isEqualTo(4);
        assertThat(number("ip_net_content", "2024-01-01", history)).isZero();
        history.add(event("A", PatentEventType.INVALIDATED, "2023-09-01"));
        assertThat(number("ip_gross_content", "2024-01-01", history)).isZero();
    }

    @Test
    void a_term_runs_from_filing_and_is_over_on_its_anniversary() {
        List<Signal> history = List.of(patent("A", PatentType.UTILITY_MODEL, "2014-05-20", Origin.ORIGINAL));
        assertThat(number("ip_net_content", "2024-05-19", history)).isCloseTo(4.0 / 3653, EXACT);
        assertThat(number("ip_net_content", "2024-05-20", history)).isZero();
    }

    @Test
    void precocity_is_counted_from_registration_and_never_negative() {
        List<Signal> late = List.of(profile(FIRM), patent("A", PatentType.DESIGN, "2020-02-17", Origin.ORIGINAL));
        assertThat(number("rd_precocity_months", "2026-01-01", late)).isEqualTo(10);
        List<Signal> early = List.of(profile(FIRM), patent("A", PatentType.DESIGN, "2018-02-17", Origin.ORIGINAL));
        assertThat(number("rd_precocity_months", "2026-01-01", early)).isZero();
        List<Signal> bought = List.of(profile(FIRM), patent("A", PatentType.DESIGN, "2020-02-17", Origin.ACQUIRED));
        assertThat(value("rd_precocity_months", "2026-01-01", bought))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
    }

    @Test
    void a_young_firm_is_measured_by_the_years_it_has_lived() {
        List<Signal> history = List.of(profile(FIRM), patent("A", PatentType.DESIGN, "2019-09-01", Origin.ORIGINAL));
        assertThat(number("filing_continuity_5y", "2020-06-01", history))
                .as("second year begun, one of two active")
                .isEqualTo(0.5);
        assertThat(number("filing_continuity_5y", "2024-06-01", history)).isEqualTo(0.2);
    }

    @Test
    void research_stability_is_one_less_the_coefficient_of_variation() {
        // mean 2, sample standard deviation 1: 1 - 1/2
        List<Signal> history = List.of(annual(2022, 10, 1), annual(2023, 10, 2), annual(2024, 10, 3));
        assertThat(number("rd_stability", "2026-01-01", history)).isCloseTo(0.5, EXACT);
        assertThat(value("rd_stability", "2025-03-01", history))
                .as("the report of 2024 is not published before May 2025")
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY));
        List<Signal> none = List.of(annual(2022, 10, 0), annual(2023, 10, 0), annual(2024, 10, 0));
        assertThat(value("rd_stability", "2026-01-01", none)).isEqualTo(FeatureValue.missing(MissingReason.UNDEFINED));
        List<Signal> erratic = List.of(annual(2022, 10, 0), annual(2023, 10, 0), annual(2024, 10, 9));
        assertThat(number("rd_stability", "2026-01-01", erratic)).as("clamped").isZero();
    }

    @Test
    void research_intensity_sums_the_three_latest_years() {
        List<Signal> history =
                List.of(annual(2021, 100, 90), annual(2022, 100, 10), annual(2023, 200, 10), annual(2024, 300, 40));
        assertThat(number("rd_intensity", "2026-01-01", history)).isCloseTo(0.1, EXACT);
    }

    @Test
    void growth_needs_consecutive_years_and_a_base() {
        assertThat(number("rd_growth", "2026-01-01", List.of(annual(2023, 10, 4), annual(2024, 10, 5))))
                .isCloseTo(0.25, EXACT);
        assertThat(value("rd_growth", "2026-01-01", List.of(annual(2023, 10, 0), annual(2024, 10, 5))))
                .isEqualTo(FeatureValue.missing(MissingReason.UNDEFINED));
        assertThat(value("rd_growth", "2027-01-01", List.of(annual(2024, 10, 4), annual(2026, 10, 5))))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY));
    }

    private static double number(String feature, String asOf, List<Signal> history) {
        FeatureValue value = value(feature, asOf, history);
        assertThat(value).as(feature).isInstanceOf(FeatureValue.Numeric.class);
        return ((FeatureValue.Numeric) value).value();
    }
}
