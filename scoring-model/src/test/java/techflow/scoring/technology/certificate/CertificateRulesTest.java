package techflow.scoring.technology.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static techflow.scoring.technology.certificate.CertificateRule.ANJI_POINTS;
import static techflow.scoring.technology.certificate.CertificateRule.HAINING_POINTS;
import static techflow.scoring.technology.certificate.CertificateRule.HIGH_TECH_ENTERPRISE;
import static techflow.scoring.technology.certificate.CertificateRule.INNOVATIVE_SME;
import static techflow.scoring.technology.certificate.CertificateRule.LITTLE_GIANT;
import static techflow.scoring.technology.certificate.CertificateRule.TECHNOLOGY_SME;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import techflow.features.signal.Certificate.CertificateType;
import techflow.features.signal.EquityFinancing.InvestorType;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.RegistryEvent.RegistryEventType;

class CertificateRulesTest {
    private static final LocalDate FILED = LocalDate.of(2020, 3, 2);

    @Test
    void of_an_unknown_firm_everything_is_open_and_the_missing_is_named() {
        for (CertificateAssessment one : new CertificateRules(CertificateSettings.general())
                .assess(TestFirm.unknown().snapshot())) {
            assertThat(one.answer().orElse(Answer.OPEN)).as(one.rule().name()).isEqualTo(Answer.OPEN);
            one.total()
                    .ifPresent(total -> assertThat(total.points().high())
                            .as(one.rule().name())
                            .isEqualTo(total.maximum()));
            assertThat(one.missing()).as(one.rule().name()).isNotEmpty();
            assertThat(one.held()).isEmpty();
        }
    }

    @Test
    void a_technology_sme_with_everything_known_has_its_points_exactly() {
        CertificateAssessment found = technologySme(30).assess(TECHNOLOGY_SME);
        assertThat(points(found)).isEqualTo(Extent.exactly(100));
        assertThat(found.answer()).contains(Answer.MET);
        assertThat(found.items()).extracting(Item::code).containsExactly("STAFF", "RD", "RIGHTS");
        Item staff = found.items().getFirst();
        assertThat(staff.found().chinese()).isEqualTo("30%（2025年）");
        assertThat(staff.band().chinese()).isEqualTo("≥30%");
        assertThat(staff.points()).isEqualTo(Extent.exactly(20));
        assertThat(staff.maximum()).isEqualTo(20);
        assertThat(staff.source()).isEqualTo(Source.KXX);
    }

    @Test
    void a_share_of_whole_persons_exactly_on_a_boundary_is_seen_there() {
        for (int all = 10; all <= 1000; all += 10) {
            int inResearch = all * 3 / 10;
            int staff = all;
            Item item = TestFirm.registered()
                    .report(2025, report -> report.staff(staff, inResearch))
                    .item(TECHNOLOGY_SME, "STAFF");
            assertThat(item.points()).as(inResearch + " of " + all).isEqualTo(Extent.exactly(20));
        }
    }

    @Test
    void staff_points_of_zero_refuse_whatever_the_rest_brings() {
        CertificateAssessment found = technologySme(9).assess(TECHNOLOGY_SME);
        assertThat(points(found)).isEqualTo(Extent.exactly(80));
        // other short cuts are not known, so that the answer stays open and is not a no
        assertThat(found.answer()).contains(Answer.OPEN);
        assertThat(technologySme(9)
                        .requirement(TECHNOLOGY_SME, "STAFF_NOT_ZERO")
                        .answer())
                .isEqualTo(Answer.NOT_MET);
    }

    @Test
    void a_valid_high_tech_certificate_is_a_short_cut_until_the_day_it_ends() {
        TestFirm firm = technologySme(9)
                .holds(CertificateType.HIGH_TECH_ENTERPRISE, LocalDate.of(2024, 1, 1), TestFirm.TODAY.plusDays(1));
        assertThat(firm.assess(TECHNOLOGY_SME).answer()).contains(Answer.MET);
        assertThat(firm.assess(INNOVATIVE_SME).answer()).contains(Answer.MET);
        assertThat(firm.assess(HIGH_TECH_ENTERPRISE).held().orElseThrow().validUntil())
                .isEqualTo(TestFirm.TODAY.plusDays(1));
        TestFirm ended =
                technologySme(9).holds(CertificateType.HIGH_TECH_ENTERPRISE, LocalDate.of(2024, 1, 1), TestFirm.TODAY);
        assertThat(ended.assess(TECHNOLOGY_SME).answer()).contains(Answer.OPEN);
        assertThat(ended.assess(HIGH_TECH_ENTERPRISE).held()).isEmpty();
    }

    @Test
    void unknown_costs_leave_the_other_choice_of_rd_open() {
        Item rd = TestFirm.registered()
                .report(2025, report -> report.revenue(100).rd(3))
                .item(TECHNOLOGY_SME, "RD");
        assertThat(rd.points()).isEqualTo(new Extent(20, 50));
        assertThat(rd.missing().orElseThrow().english()).isEqualTo("total costs and expenses of 2025");
    }

    @Test
    void without_a_source_of_software_copyrights_class_ii_is_a_least_count() {
        Item rights = TestFirm.registered().patents(PatentType.UTILITY_MODEL, 2).item(TECHNOLOGY_SME, "RIGHTS");
        assertThat(rights.points()).isEqualTo(new Extent(12, 30));
        assertThat(rights.missing().orElseThrow().english()).contains("software copyrights");
    }

    @Test
    void a_lapsed_patent_counts_nowhere() {
        TestFirm firm = TestFirm.registered()
                .patents(PatentType.INVENTION, 1)
                .event(PatentType.INVENTION, PatentEventType.FEE_LAPSED, LocalDate.of(2025, 4, 1));
        assertThat(firm.item(TECHNOLOGY_SME, "RIGHTS").points().low()).isZero();
        assertThat(firm.item(HAINING_POINTS, "RIGHTS").points()).isEqualTo(Extent.exactly(0));
    }

    @Test
    void an_sme_must_be_small_and_stand_on_no_list() {
        TestFirm large = TestFirm.registered()
                .report(2025, report -> report.staff(501, 400).revenue(2e8 + 0.01));
        assertThat(large.requirement(TECHNOLOGY_SME, "SIZE_STAFF").answer()).isEqualTo(Answer.NOT_MET);
        assertThat(large.requirement(TECHNOLOGY_SME, "SIZE_SALES").answer()).isEqualTo(Answer.NOT_MET);
        assertThat(large.assess(TECHNOLOGY_SME).answer()).contains(Answer.NOT_MET);
        TestFirm edge = TestFirm.registered()
                .report(2025, report -> report.staff(500, 400).revenue(2e8).balance(2e8, 1));
        assertThat(List.of("SIZE_STAFF", "SIZE_SALES", "SIZE_ASSETS"))
                .allMatch(code -> edge.requirement(TECHNOLOGY_SME, code).answer() == Answer.MET);
        TestFirm listed = TestFirm.registered().register(RegistryEventType.ABNORMAL_LISTED, LocalDate.of(2026, 1, 5));
        assertThat(listed.requirement(TECHNOLOGY_SME, "NOT_LISTED").answer()).isEqualTo(Answer.NOT_MET);
        listed.register(RegistryEventType.ABNORMAL_REMOVED, LocalDate.of(2026, 3, 5));
        assertThat(listed.requirement(TECHNOLOGY_SME, "NOT_LISTED").answer()).isEqualTo(Answer.MET);
    }

    @Test
    void own_bought_and_long_maintained_inventions_rate_differently_for_an_innovative_sme() {
        assertThat(innovativeRights(Origin.ORIGINAL, FILED)).isEqualTo(new Extent(15, 20));
        // the day of the purchase is not told: perhaps within the last year, when it does not count
        assertThat(innovativeRights(Origin.ACQUIRED, FILED)).isEqualTo(new Extent(0, 20));
        // granted more than ten years ago
        assertThat(innovativeRights(Origin.ORIGINAL, LocalDate.of(2015, 10, 31)))
                .isEqualTo(Extent.exactly(20));
        assertThat(innovativeRights(Origin.ORIGINAL, LocalDate.of(2015, 11, 1))).isEqualTo(new Extent(15, 20));
    }

    @Test
    void a_utility_model_counts_for_an_innovative_sme_two_years_after_its_grant() {
        // granted one year after filing: on 2024-10-31, and a day later, two years before the as-of day
        assertThat(utilityModel(LocalDate.of(2023, 10, 31)).low()).isEqualTo(5);
        assertThat(utilityModel(LocalDate.of(2023, 11, 1)).low()).isZero();
    }

    @Test
    void an_innovative_sme_is_open_while_its_main_business_revenue_is_not_known() {
        CertificateAssessment found = TestFirm.registered()
                .patents(PatentType.INVENTION, 1)
                .report(2025, report -> report.revenue(100).rd(5).balance(100, 55))
                .assess(INNOVATIVE_SME);
        assertThat(points(found)).isEqualTo(new Extent(15 + 20 + 0 + 10 + 5 + 0, 100));
        assertThat(found.answer()).contains(Answer.OPEN);
        assertThat(found.missing()).contains(Words.of("2025年主营业务收入", "main business revenue of 2025"));
    }

    @Test
    void the_parts_of_an_innovative_sme_have_their_own_least_points() {
        CertificateAssessment found = TestFirm.registered()
                .report(2025, report -> report.revenue(100).rd(0.5).balance(100, 80))
                .assess(INNOVATIVE_SME);
        assertThat(requirement(found, "INNOVATION").found().english()).isEqualTo("0–20");
        assertThat(requirement(found, "INNOVATION").answer()).isEqualTo(Answer.OPEN);
        assertThat(requirement(found, "GROWTH_PART").found().english()).isEqualTo("0–20");
    }

    @Test
    void the_conditions_of_a_high_tech_enterprise_are_each_met_not_met_or_open() {
        TestFirm firm = highTech(5_000_000, 100_000_000);
        CertificateAssessment found = firm.assess(HIGH_TECH_ENTERPRISE);
        assertThat(List.of("AGE", "PROPERTY", "FIELD", "STAFF", "RD", "INCOME"))
                .allMatch(code -> requirement(found, code).answer() == Answer.MET);
        assertThat(requirement(found, "RD_IN_CHINA").answer()).isEqualTo(Answer.OPEN);
        // most points are given by experts
        assertThat(found.answer()).contains(Answer.OPEN);
        assertThat(requirement(highTech(3_900_000, 100_000_000).assess(HIGH_TECH_ENTERPRISE), "RD")
                        .answer())
                .isEqualTo(Answer.NOT_MET);
        assertThat(highTech(3_900_000, 100_000_000).assess(HIGH_TECH_ENTERPRISE).answer())
                .contains(Answer.NOT_MET);
    }

    @Test
    void growth_of_a_high_tech_enterprise_is_the_mean_of_two_years() {
        TestFirm firm = TestFirm.registered()
                .report(2023, report -> report.revenue(100))
                .report(2024, report -> report.revenue(120))
                .report(2025, report -> report.revenue(180));
        // (1.2 + 1.5) / 2 - 1 = 35 %, exactly on the boundary
        assertThat(firm.item(HIGH_TECH_ENTERPRISE, "SALES_GROWTH").points()).isEqualTo(new Extent(9, 10));
        assertThat(firm.item(HIGH_TECH_ENTERPRISE, "NET_ASSET_GROWTH").points()).isEqualTo(new Extent(0, 10));
    }

    @Test
    void after_a_second_year_of_zero_there_is_no_growth_and_a_first_year_of_zero_is_left_out() {
        assertThat(growth(100, 0, 50)).isEqualTo(Extent.exactly(0));
        assertThat(growth(0, 100, 125)).isEqualTo(new Extent(7, 8));
        assertThat(growth(100, 90, 80)).isEqualTo(Extent.exactly(0));
    }

    @Test
    void the_points_for_rights_of_a_high_tech_enterprise_are_capped_at_30() {
        CertificateAssessment found =
                TestFirm.registered().patents(PatentType.INVENTION, 3).assess(HIGH_TECH_ENTERPRISE);
        // 8 + 8 + 8 + 6 + 2 are capped at 30, with 30, 20 and 20 of the rest
        assertThat(points(found)).isEqualTo(new Extent(7 + 1, 100));
    }

    @Test
    void a_little_giant_needs_rd_by_its_size_in_each_of_two_years() {
        assertThat(littleGiant(1e8, 3e6, 1e8, 3e6)).isEqualTo(Answer.MET);
        assertThat(littleGiant(1e8, 2.9e6, 1e8, 9e6)).isEqualTo(Answer.NOT_MET);
        assertThat(littleGiant(1e8, 9e6, 1e8, 2.9e6)).isEqualTo(Answer.NOT_MET);
        assertThat(littleGiant(9e7, 5.4e6, 9e7, 5.4e6)).isEqualTo(Answer.MET);
        assertThat(littleGiant(5e7, 2.9e6, 5e7, 3e6)).isEqualTo(Answer.NOT_MET);
        // below RMB 50m equity counts, which is not known, unless R&D or staff refuse already
        assertThat(littleGiant(4e7, 2e7, 4e7, 2e7)).isEqualTo(Answer.NOT_MET);
        assertThat(littleGiant(4e7, 3e7, 4e7, 3e7)).isEqualTo(Answer.OPEN);
    }

    @Test
    void a_little_giant_is_refused_by_leverage_above_70_percent_and_by_youth() {
        TestFirm owing = TestFirm.registered().report(2025, report -> report.balance(100, 70.01));
        assertThat(owing.requirement(LITTLE_GIANT, "LEVERAGE").answer()).isEqualTo(Answer.NOT_MET);
        assertThat(owing.assess(LITTLE_GIANT).answer()).contains(Answer.NOT_MET);
        TestFirm edge = TestFirm.registered().report(2025, report -> report.balance(100, 70));
        assertThat(edge.requirement(LITTLE_GIANT, "LEVERAGE").answer()).isEqualTo(Answer.MET);
        TestFirm young = TestFirm.registered(TestFirm.TODAY.minusYears(3).plusDays(1), 1e6);
        assertThat(young.requirement(LITTLE_GIANT, "NICHE_YEARS").answer()).isEqualTo(Answer.NOT_MET);
        assertThat(TestFirm.registered()
                        .requirement(LITTLE_GIANT, "NICHE_YEARS")
                        .answer())
                .isEqualTo(Answer.OPEN);
    }

    @Test
    void haining_is_computed_whole_and_anji_as_far_as_it_is_published() {
        TestFirm firm = TestFirm.registered(LocalDate.of(2006, 11, 1), 50_000_000)
                .patents(PatentType.INVENTION, 2)
                .patents(PatentType.UTILITY_MODEL, 1)
                .patents(PatentType.DESIGN, 1)
                .event(PatentType.INVENTION, PatentEventType.PLEDGED, LocalDate.of(2023, 1, 1))
                .report(2025, report -> report.staff(300, 40));
        assertThat(points(firm.assess(HAINING_POINTS))).isEqualTo(Extent.exactly(10 + 10 + 27 + 20));
        assertThat(points(firm.assess(ANJI_POINTS))).isEqualTo(new Extent(10 + 10 + 8, 10 + 10 + 8 + 70));
        assertThat(firm.assess(HAINING_POINTS).answer()).isEmpty();
        assertThat(firm.assess(ANJI_POINTS).answer()).isEmpty();
    }

    @Test
    void the_rated_year_is_the_last_one_or_the_one_before_it_and_never_older() {
        TestFirm before = TestFirm.registered().report(2024, report -> report.staff(10, 3));
        assertThat(before.item(TECHNOLOGY_SME, "STAFF").found().english()).isEqualTo("30% (2024)");
        TestFirm older = TestFirm.registered().report(2023, report -> report.staff(10, 3));
        assertThat(older.item(TECHNOLOGY_SME, "STAFF").points()).isEqualTo(new Extent(0, 20));
    }

    @Test
    void years_of_validity_are_a_setting_and_must_be_whole_years() {
        CertificateSettings two = new CertificateSettings(Map.of(HIGH_TECH_ENTERPRISE, 2));
        List<CertificateAssessment> all =
                new CertificateRules(two).assess(TestFirm.unknown().snapshot());
        assertThat(all.get(HIGH_TECH_ENTERPRISE.ordinal()).validityYears()).hasValue(2);
        assertThat(all.get(TECHNOLOGY_SME.ordinal()).validityYears()).isEmpty();
        assertThatThrownBy(() -> new CertificateSettings(Map.of(HIGH_TECH_ENTERPRISE, 0)))
                .hasMessageContaining("at least 1 year, found 0");
    }

    @Test
    void software_copyrights_close_the_count_of_class_ii() {
        Item rights = TestFirm.registered()
                .patents(PatentType.UTILITY_MODEL, 2)
                .software(2)
                .item(TECHNOLOGY_SME, "RIGHTS");
        // four of class II, and class I other than inventions stays unknown
        assertThat(rights.points()).isEqualTo(new Extent(24, 30));
        assertThat(rights.missing().orElseThrow().english()).doesNotContain("software");
    }

    @Test
    void a_disputed_right_counts_only_when_the_dispute_is_over() {
        TestFirm firm = TestFirm.registered()
                .patents(PatentType.INVENTION, 1)
                .event(PatentType.INVENTION, PatentEventType.DISPUTE_OPENED, LocalDate.of(2026, 1, 5));
        assertThat(firm.item(TECHNOLOGY_SME, "RIGHTS").points().low()).isZero();
        firm.event(PatentType.INVENTION, PatentEventType.DISPUTE_CLOSED, LocalDate.of(2026, 5, 5));
        assertThat(firm.item(TECHNOLOGY_SME, "RIGHTS").points().low()).isEqualTo(30);
    }

    @Test
    void an_award_makes_an_invention_one_of_high_value() {
        assertThat(TestFirm.registered()
                        .patents(PatentType.INVENTION, 1)
                        .event(PatentType.INVENTION, PatentEventType.AWARDED, LocalDate.of(2025, 1, 5))
                        .item(INNOVATIVE_SME, "RIGHTS")
                        .points())
                .isEqualTo(Extent.exactly(20));
    }

    @Test
    void main_business_costs_and_domestic_rd_are_rated_when_they_are_disclosed() {
        TestFirm firm = TestFirm.registered()
                .report(2023, report -> report.rd(10).revenue(150).inChina(6).mainRevenue(100))
                .report(2024, report -> report.rd(10).revenue(150).inChina(6).mainRevenue(100))
                .report(
                        2025,
                        report -> report.rd(10)
                                .revenue(150)
                                .inChina(6)
                                .mainRevenue(110)
                                .costs(40));
        assertThat(firm.item(TECHNOLOGY_SME, "RD").points()).isEqualTo(Extent.exactly(50));
        assertThat(firm.item(INNOVATIVE_SME, "GROWTH").points()).isEqualTo(Extent.exactly(15));
        assertThat(firm.item(INNOVATIVE_SME, "MAIN_SHARE").points()).isEqualTo(Extent.exactly(20));
        assertThat(firm.requirement(HIGH_TECH_ENTERPRISE, "RD_IN_CHINA").answer())
                .isEqualTo(Answer.MET);
        assertThat(firm.requirement(LITTLE_GIANT, "MAIN_SHARE").answer()).isEqualTo(Answer.MET);
        // (0 % + 10 %) / 2 = 5 %
        assertThat(firm.requirement(LITTLE_GIANT, "GROWTH").answer()).isEqualTo(Answer.MET);
    }

    @Test
    void five_million_of_equity_from_institutions_in_three_years_is_a_short_cut() {
        TestFirm firm = TestFirm.registered()
                .round(4_000_000, InvestorType.VENTURE, LocalDate.of(2025, 6, 1))
                .round(9_000_000, InvestorType.INDIVIDUAL, LocalDate.of(2025, 6, 1))
                .round(9_000_000, InvestorType.VENTURE, LocalDate.of(2023, 10, 31));
        assertThat(firm.requirement(INNOVATIVE_SME, "EQUITY").answer()).isEqualTo(Answer.OPEN);
        firm.round(1_000_000, InvestorType.GOVERNMENT_FUND, LocalDate.of(2023, 11, 1));
        assertThat(firm.requirement(INNOVATIVE_SME, "EQUITY").answer()).isEqualTo(Answer.MET);
        assertThat(firm.assess(INNOVATIVE_SME).answer()).contains(Answer.MET);
    }

    private static TestFirm technologySme(int inResearch) {
        return TestFirm.registered()
                .patents(PatentType.INVENTION, 1)
                .report(
                        2025,
                        report ->
                                report.staff(100, inResearch).revenue(100).rd(6).balance(100, 40));
    }

    private static TestFirm highTech(double rd, double revenue) {
        TestFirm firm = TestFirm.registered().patents(PatentType.UTILITY_MODEL, 1);
        for (int year = 2023; year <= 2025; year++) {
            firm.report(
                    year,
                    report -> report.staff(100, 10).revenue(revenue).rd(rd).highTech(0.6 * revenue));
        }
        return firm;
    }

    private static Extent growth(double first, double second, double third) {
        return TestFirm.registered()
                .report(2023, report -> report.revenue(first))
                .report(2024, report -> report.revenue(second))
                .report(2025, report -> report.revenue(third))
                .item(HIGH_TECH_ENTERPRISE, "SALES_GROWTH")
                .points();
    }

    private static Answer littleGiant(double revenueBefore, double rdBefore, double revenue, double rd) {
        return TestFirm.registered()
                .report(2024, report -> report.revenue(revenueBefore).rd(rdBefore))
                .report(2025, report -> report.revenue(revenue).rd(rd).staff(100, 50))
                .requirement(LITTLE_GIANT, "RD")
                .answer();
    }

    private static Extent innovativeRights(Origin origin, LocalDate filed) {
        return TestFirm.registered()
                .patents(PatentType.INVENTION, 1, origin, filed)
                .item(INNOVATIVE_SME, "RIGHTS")
                .points();
    }

    private static Extent utilityModel(LocalDate filed) {
        return TestFirm.registered()
                .patents(PatentType.UTILITY_MODEL, 1, Origin.ORIGINAL, filed)
                .item(INNOVATIVE_SME, "RIGHTS")
                .points();
    }

    private static Requirement requirement(CertificateAssessment found, String code) {
        return found.requirements().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Extent points(CertificateAssessment found) {
        return found.total().orElseThrow().points();
    }
}
