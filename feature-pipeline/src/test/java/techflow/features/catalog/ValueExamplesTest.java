package techflow.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static techflow.features.catalog.Examples.FIRM;
import static techflow.features.catalog.Examples.annual;
import static techflow.features.catalog.Examples.day;
import static techflow.features.catalog.Examples.event;
import static techflow.features.catalog.Examples.header;
import static techflow.features.catalog.Examples.patent;
import static techflow.features.catalog.Examples.profile;
import static techflow.features.catalog.Examples.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.Certificate;
import techflow.features.signal.Certificate.CertificateType;
import techflow.features.signal.InnovationAssessment;
import techflow.features.signal.InnovationAssessment.Frame;
import techflow.features.signal.Money;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.Signal;

/** The worth of patents, official points, equity and the checks for gaming on them, computed by hand. */
class ValueExamplesTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);
    private static final String NOW = "2026-01-01";

    private static Patent told(String number, PatentType type, String filed, int citations, int offices) {
        return new Patent(
                header(day(filed), 0),
                number,
                type,
                "H01L",
                10,
                Origin.ORIGINAL,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(citations),
                OptionalInt.of(offices),
                Optional.of(true));
    }

    private static PatentEvent pledged(String number, String day, double amount) {
        return new PatentEvent(
                header(day(day), 0),
                number,
                PatentEventType.PLEDGED,
                Optional.of("某银行"),
                Optional.of(Money.ofYuan(amount)),
                Optional.empty(),
                Optional.empty());
    }

    private static PatentEvent granted(String number, String day, String nextFeeDue) {
        return new PatentEvent(
                header(day(day), 0),
                number,
                PatentEventType.GRANTED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(day(nextFeeDue)),
                Optional.empty());
    }

    @Test
    void the_three_values_of_a_patent_are_sums_of_documented_points() {
        // filed ten years ago: 3652 of 7305 days are over
        List<Signal> history = List.of(
                told("A", PatentType.INVENTION, "2016-01-01", 3, 2),
                event("A", PatentEventType.GRANTED, "2018-06-01"),
                pledged("A", "2020-06-01", 500_000));
        double over = 3653.0 / 7305;
        double legal = 40 + 10 + 20 * (1 - over) + 20;
        double technical = 40 + 24 + 20;
        double economic = 20 + 20 + 20 * over;
        assertThat(number("patent_legal_value", NOW, history)).isCloseTo(legal, EXACT);
        assertThat(number("patent_technical_value", NOW, history)).isEqualTo(technical);
        assertThat(number("patent_economic_value", NOW, history)).isCloseTo(economic, EXACT);
        assertThat(number("patent_quality", NOW, history))
                .isCloseTo(0.4 * legal + 0.3 * technical + 0.3 * economic, Offset.offset(1e-9));
    }

    @Test
    void what_the_source_does_not_tell_is_left_out_and_is_not_zero() {
        List<Signal> history = List.of(patent("C", PatentType.DESIGN, "2021-01-01", Origin.ORIGINAL));
        double over = 1826.0 / 5478;
        double legal = 10 + 10 + 20 * (1 - over) + 20;
        double economic = 20 * over / 70 * 100;
        assertThat(value("patent_technical_value", NOW, history))
                .isEqualTo(FeatureValue.missing(MissingReason.UNDEFINED));
        assertThat(number("patent_economic_value", NOW, history)).isCloseTo(economic, EXACT);
        assertThat(number("patent_quality", NOW, history)).isCloseTo((4 * legal + 3 * economic) / 7, EXACT);
    }

    @Test
    void a_dispute_takes_twenty_points_until_it_is_closed() {
        List<Signal> history = new ArrayList<>(List.of(
                told("A", PatentType.INVENTION, "2024-01-01", 0, 0),
                event("A", PatentEventType.GRANTED, "2025-01-01"),
                event("A", PatentEventType.DISPUTE_OPENED, "2025-03-01")));
        double disputed = number("patent_legal_value", NOW, history);
        assertThat(number("patent_disputes_open", NOW, history)).isEqualTo(1);
        history.add(event("A", PatentEventType.DISPUTE_CLOSED, "2025-09-01"));
        assertThat(number("patent_disputes_open", NOW, history)).isZero();
        assertThat(number("patent_legal_value", NOW, history)).isCloseTo(disputed + 20, EXACT);
    }

    @Test
    void an_invention_is_of_high_value_by_family_age_pledge_or_award() {
        List<Signal> history = List.of(
                told("FAMILY", PatentType.INVENTION, "2022-01-01", 0, 1),
                event("FAMILY", PatentEventType.GRANTED, "2024-01-01"),
                told("OLD", PatentType.INVENTION, "2015-12-01", 0, 0),
                event("OLD", PatentEventType.GRANTED, "2018-01-01"),
                told("PLAIN", PatentType.INVENTION, "2022-01-01", 9, 0),
                event("PLAIN", PatentEventType.GRANTED, "2024-01-01"),
                told("MODEL", PatentType.UTILITY_MODEL, "2022-01-01", 0, 3));
        assertThat(number("high_value_inventions", NOW, history)).isEqualTo(2);
    }

    @Test
    void a_pledge_of_several_patents_counts_its_debt_once() {
        List<Signal> history = List.of(
                patent("A", PatentType.UTILITY_MODEL, "2022-01-01", Origin.ORIGINAL),
                patent("B", PatentType.UTILITY_MODEL, "2022-02-01", Origin.ORIGINAL),
                pledged("A", "2024-06-01", 3_000_000),
                pledged("B", "2024-06-01", 3_000_000));
        assertThat(number("patent_pledge_amount", NOW, history)).isEqualTo(3_000_000);
        assertThat(value(
                        "patent_pledge_amount",
                        NOW,
                        List.of(
                                patent("A", PatentType.UTILITY_MODEL, "2022-01-01", Origin.ORIGINAL),
                                event("A", PatentEventType.PLEDGED, "2024-06-01"))))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_DISCLOSED));
    }

    @Test
    void a_fee_is_overdue_in_the_months_of_grace_until_a_later_fee_day_is_known() {
        List<Signal> history = new ArrayList<>(List.of(
                patent("A", PatentType.UTILITY_MODEL, "2022-01-01", Origin.ORIGINAL),
                granted("A", "2022-09-01", "2025-11-30"),
                patent("B", PatentType.UTILITY_MODEL, "2022-01-01", Origin.ORIGINAL),
                granted("B", "2022-09-01", "2026-11-30")));
        assertThat(number("patent_fees_overdue_share", "2025-12-10", history))
                .as("a payment may still be on its way")
                .isZero();
        assertThat(number("patent_fees_overdue_share", NOW, history)).isEqualTo(0.5);
        history.add(granted("A", "2025-12-05", "2026-11-30"));
        assertThat(number("patent_fees_overdue_share", NOW, history)).isZero();
    }

    @Test
    void the_term_left_is_weighted_by_type_and_what_ends_within_three_years_is_a_share() {
        // 10 years of a utility model filed 2018-01-01 end on 2028-01-01, 730 days on; the invention's on 2041-01-01,
        // 5479 on
        List<Signal> history = List.of(
                patent("A", PatentType.UTILITY_MODEL, "2018-01-01", Origin.ORIGINAL),
                patent("B", PatentType.INVENTION, "2021-01-01", Origin.ORIGINAL),
                event("B", PatentEventType.GRANTED, "2023-01-01"));
        assertThat(number("patent_term_left_years", NOW, history))
                .isCloseTo((4 * 730 + 10 * 5479) / 14.0 / 365.25, EXACT);
        assertThat(number("patents_expiring_share_3y", NOW, history)).isEqualTo(0.5);
    }

    @Test
    void a_burst_is_the_busiest_ninety_days_above_the_mean() {
        List<Signal> history = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            history.add(patent("B" + i, PatentType.UTILITY_MODEL, "2024-05-0" + (i + 1), Origin.ORIGINAL));
        }
        history.add(patent("LATER", PatentType.DESIGN, "2025-05-01", Origin.ORIGINAL));
        history.add(patent("BOUGHT", PatentType.UTILITY_MODEL, "2024-05-03", Origin.ACQUIRED));
        history.add(patent("INVENTION", PatentType.INVENTION, "2024-05-03", Origin.ORIGINAL));
        assertThat(number("low_value_patent_burst", NOW, history)).isCloseTo(8 - 9 * 90 / 1096.0, EXACT);
    }

    @Test
    void bought_patents_count_when_taken_over_in_the_year_before_a_certificate() {
        LocalDate valid = day("2025-06-01");
        List<Signal> history = List.of(
                patent("A", PatentType.UTILITY_MODEL, "2020-01-01", Origin.ACQUIRED),
                event("A", PatentEventType.ACQUIRED, "2024-06-01"),
                patent("B", PatentType.UTILITY_MODEL, "2020-01-01", Origin.ACQUIRED),
                event("B", PatentEventType.ACQUIRED, "2024-05-31"),
                patent("C", PatentType.UTILITY_MODEL, "2020-01-01", Origin.ACQUIRED),
                event("C", PatentEventType.ACQUIRED, "2025-06-01"),
                new Certificate(
                        header(valid, 0), CertificateType.HIGH_TECH_ENTERPRISE, "GR1", valid, valid.plusYears(3)));
        assertThat(number("bought_patents_before_certificate", NOW, history)).isEqualTo(1);
        assertThat(value("bought_patents_before_certificate", NOW, history.subList(0, 6)))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
    }

    private static AnnualReport books(double netAssets, double liabilities) {
        return new AnnualReport(
                header(LocalDate.of(2024, 12, 31), 120),
                2024,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Money.ofYuan(netAssets)),
                Optional.of(Money.ofYuan(liabilities)),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    @Test
    void patents_count_for_a_firm_with_equity_and_against_one_without() {
        Patent fresh = patent("A", PatentType.UTILITY_MODEL, "2021-01-01", Origin.ORIGINAL);
        double net = 4 * (3652.0 - 1826) / 3652;
        assertThat(number("ip_net_content_on_equity", NOW, List.of(fresh, books(6e6, 4e6))))
                .isCloseTo(net * 0.6, EXACT);
        assertThat(number("patents_on_thin_equity", NOW, List.of(fresh, books(6e6, 4e6))))
                .isZero();
        assertThat(number("patents_on_thin_equity", NOW, List.of(fresh, books(2e6, 8e6))))
                .isEqualTo(1);
        assertThat(number("ip_net_content_on_equity", NOW, List.of(fresh, books(-1e6, 8e6))))
                .as("no equity is left of an insolvent firm, not less than none")
                .isZero();
    }

    @Test
    void the_stage_follows_age_and_revenue() {
        // established 2019-03-18
        assertThat(stage("2022-03-01", List.of())).isEqualTo("START_UP");
        assertThat(stage("2023-06-01", List.of(annual(2022, 19e6, 0)))).isEqualTo("START_UP");
        assertThat(stage("2023-06-01", List.of(annual(2022, 21e6, 0)))).isEqualTo("GROWTH");
        assertThat(stage("2027-04-01", List.of(annual(2025, 100e6, 0)))).isEqualTo("MATURE");
        assertThat(stage("2027-04-01", List.of()))
                .as("large only when known to be")
                .isEqualTo("GROWTH");
    }

    private static String stage(String asOf, List<? extends Signal> more) {
        List<Signal> history = new ArrayList<>(more);
        history.add(profile(FIRM));
        return ((FeatureValue.Category) value("enterprise_stage", asOf, history)).label();
    }

    private static InnovationAssessment assessed(int year, Frame frame, double total, double maximum) {
        return new InnovationAssessment(
                header(LocalDate.of(year, 12, 31), 100),
                year,
                frame,
                "某高新区",
                OptionalDouble.of(total),
                maximum,
                OptionalDouble.of(30),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(12));
    }

    @Test
    void official_points_are_compared_as_shares_of_one_frame_and_the_national_frame_goes_first() {
        List<Signal> history = List.of(
                assessed(2023, Frame.NATIONAL_2025, 65, 130),
                assessed(2024, Frame.NATIONAL_2025, 91, 130),
                assessed(2024, Frame.LOCAL, 990, 1000));
        assertThat(number("innovation_official_share", NOW, history)).isCloseTo(0.7, EXACT);
        assertThat(number("innovation_official_trend", NOW, history)).isCloseTo(0.2, EXACT);
        assertThat(number("innovation_block_impact", NOW, history)).isEqualTo(12);
        assertThat(value("innovation_block_output", NOW, history))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_DISCLOSED));
        assertThat(value("innovation_official_trend", NOW, history.subList(1, 2)))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY));
    }

    private static double number(String feature, String asOf, List<? extends Signal> history) {
        return ((FeatureValue.Numeric) value(feature, asOf, history)).value();
    }
}
