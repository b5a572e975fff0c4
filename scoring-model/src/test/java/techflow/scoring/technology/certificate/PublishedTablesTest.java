package techflow.scoring.technology.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import techflow.scoring.technology.certificate.PointTable.Step;

/** Golden: every row of every published table, on its boundary and just beyond it. */
class PublishedTablesTest {
    private static final Map<String, PointTable> TABLES = Map.ofEntries(
            Map.entry("KXX_STAFF", PublishedTables.KXX_STAFF),
            Map.entry("KXX_RD_TO_SALES", PublishedTables.KXX_RD_TO_SALES),
            Map.entry("KXX_RD_TO_COSTS", PublishedTables.KXX_RD_TO_COSTS),
            Map.entry("CXX_RD", PublishedTables.CXX_RD),
            Map.entry("CXX_GROWTH", PublishedTables.CXX_GROWTH),
            Map.entry("CXX_LEVERAGE", PublishedTables.CXX_LEVERAGE),
            Map.entry("CXX_MAIN_SHARE", PublishedTables.CXX_MAIN_SHARE),
            Map.entry("HAINING_CAPITAL", PublishedTables.HAINING_CAPITAL),
            Map.entry("HAINING_AGE", PublishedTables.HAINING_AGE),
            Map.entry("ANJI_CAPITAL", PublishedTables.ANJI_CAPITAL),
            Map.entry("ANJI_AGE", PublishedTables.ANJI_AGE),
            Map.entry("ANJI_STAFF", PublishedTables.ANJI_STAFF));

    @ParameterizedTest(name = "{0}: {1} brings {2}")
    @CsvSource({
        "KXX_STAFF, 1, 20",
        "KXX_STAFF, 0.30, 20",
        "KXX_STAFF, 0.2999, 16",
        "KXX_STAFF, 0.25, 16",
        "KXX_STAFF, 0.2499, 12",
        "KXX_STAFF, 0.20, 12",
        "KXX_STAFF, 0.1999, 8",
        "KXX_STAFF, 0.15, 8",
        "KXX_STAFF, 0.1499, 4",
        "KXX_STAFF, 0.10, 4",
        "KXX_STAFF, 0.0999, 0",
        "KXX_STAFF, 0, 0",
        "KXX_RD_TO_SALES, 0.06, 50",
        "KXX_RD_TO_SALES, 0.0599, 40",
        "KXX_RD_TO_SALES, 0.05, 40",
        "KXX_RD_TO_SALES, 0.0499, 30",
        "KXX_RD_TO_SALES, 0.04, 30",
        "KXX_RD_TO_SALES, 0.0399, 20",
        "KXX_RD_TO_SALES, 0.03, 20",
        "KXX_RD_TO_SALES, 0.0299, 10",
        "KXX_RD_TO_SALES, 0.02, 10",
        "KXX_RD_TO_SALES, 0.0199, 0",
        "KXX_RD_TO_COSTS, 0.30, 50",
        "KXX_RD_TO_COSTS, 0.2999, 40",
        "KXX_RD_TO_COSTS, 0.25, 40",
        "KXX_RD_TO_COSTS, 0.2499, 30",
        "KXX_RD_TO_COSTS, 0.20, 30",
        "KXX_RD_TO_COSTS, 0.1999, 20",
        "KXX_RD_TO_COSTS, 0.15, 20",
        "KXX_RD_TO_COSTS, 0.1499, 10",
        "KXX_RD_TO_COSTS, 0.10, 10",
        "KXX_RD_TO_COSTS, 0.0999, 0",
        "CXX_RD, 0.05, 20",
        "CXX_RD, 0.0499, 15",
        "CXX_RD, 0.03, 15",
        "CXX_RD, 0.0299, 10",
        "CXX_RD, 0.02, 10",
        "CXX_RD, 0.0199, 5",
        "CXX_RD, 0.01, 5",
        "CXX_RD, 0.0099, 0",
        "CXX_GROWTH, 0.15, 20",
        "CXX_GROWTH, 0.1499, 15",
        "CXX_GROWTH, 0.10, 15",
        "CXX_GROWTH, 0.0999, 10",
        "CXX_GROWTH, 0.05, 10",
        "CXX_GROWTH, 0.0499, 5",
        "CXX_GROWTH, 0, 5",
        "CXX_GROWTH, -0.0001, 0",
        "CXX_LEVERAGE, 0, 10",
        "CXX_LEVERAGE, 0.55, 10",
        "CXX_LEVERAGE, 0.5501, 5",
        "CXX_LEVERAGE, 0.75, 5",
        "CXX_LEVERAGE, 0.7501, 0",
        "CXX_MAIN_SHARE, 0.70, 20",
        "CXX_MAIN_SHARE, 0.6999, 15",
        "CXX_MAIN_SHARE, 0.60, 15",
        "CXX_MAIN_SHARE, 0.5999, 10",
        "CXX_MAIN_SHARE, 0.55, 10",
        "CXX_MAIN_SHARE, 0.5499, 5",
        "CXX_MAIN_SHARE, 0.50, 5",
        "CXX_MAIN_SHARE, 0.4999, 0",
        "HAINING_CAPITAL, 50000000, 10",
        "HAINING_CAPITAL, 49999999.99, 8",
        "HAINING_CAPITAL, 10000000, 8",
        "HAINING_CAPITAL, 9999999.99, 4",
        "HAINING_CAPITAL, 3000000, 4",
        "HAINING_CAPITAL, 2999999.99, 2",
        "HAINING_AGE, 20, 10",
        "HAINING_AGE, 19, 8",
        "HAINING_AGE, 10, 8",
        "HAINING_AGE, 9, 4",
        "HAINING_AGE, 5, 4",
        "HAINING_AGE, 4, 2",
        "ANJI_CAPITAL, 50000000, 10",
        "ANJI_CAPITAL, 49999999.99, 8",
        "ANJI_CAPITAL, 10000000, 8",
        "ANJI_CAPITAL, 9999999.99, 4",
        "ANJI_CAPITAL, 5000000, 4",
        "ANJI_CAPITAL, 4999999.99, 2",
        "ANJI_AGE, 10, 10",
        "ANJI_AGE, 9, 6",
        "ANJI_AGE, 5, 6",
        "ANJI_AGE, 4, 2",
        "ANJI_STAFF, 1000, 10",
        "ANJI_STAFF, 999, 8",
        "ANJI_STAFF, 300, 8",
        "ANJI_STAFF, 299, 6",
        "ANJI_STAFF, 20, 6",
        "ANJI_STAFF, 19, 2"
    })
    void every_row_gives_its_points_from_its_boundary_on(String table, double value, double points) {
        PointTable published = java.util.Objects.requireNonNull(TABLES.get(table));
        assertThat(rate(published.steps(Extent.exactly(value)))).isEqualTo(Extent.exactly(points));
    }

    @ParameterizedTest(name = "科技成果: class I {0}, class II {1} bring {2}")
    @CsvSource({"1, 0, 30", "3, 9, 30", "0, 5, 24", "0, 4, 24", "0, 3, 18", "0, 2, 12", "0, 1, 6", "0, 0, 0"})
    void rights_of_a_technology_sme(int classOne, int classTwo, double points) {
        assertThat(rate(PublishedTables.kxxRights(Extent.exactly(classOne), Extent.exactly(classTwo))))
                .isEqualTo(Extent.exactly(points));
    }

    @ParameterizedTest(name = "创新型: high value {0}, own {1}, class I {2}, class II {3} bring {4}")
    @CsvSource({"1, 1, 1, 0, 20", "0, 1, 1, 9, 15", "0, 0, 1, 9, 10", "0, 0, 0, 1, 5", "0, 0, 0, 0, 0"})
    void rights_of_an_innovative_sme(int highValue, int own, int classOne, int classTwo, double points) {
        assertThat(rate(PublishedTables.cxxRights(
                        Extent.exactly(highValue),
                        Extent.exactly(own),
                        Extent.exactly(classOne),
                        Extent.exactly(classTwo))))
                .isEqualTo(Extent.exactly(points));
    }

    @ParameterizedTest(name = "高企 知识产权数量: class I {0}, class II {1} bring {2}–{3}")
    @CsvSource({"1, 0, 7, 8", "0, 5, 5, 6", "0, 4, 3, 4", "0, 3, 3, 4", "0, 2, 1, 2", "0, 1, 1, 2", "0, 0, 0, 0"})
    void rights_of_a_high_tech_enterprise(int classOne, int classTwo, double low, double high) {
        assertThat(rate(PublishedTables.gqRights(Extent.exactly(classOne), Extent.exactly(classTwo))))
                .isEqualTo(new Extent(low, high));
    }

    @ParameterizedTest(name = "高企 成长性: {0} brings {1}–{2}")
    @CsvSource({
        "0.35, 9, 10",
        "0.3499, 7, 8",
        "0.25, 7, 8",
        "0.2499, 5, 6",
        "0.15, 5, 6",
        "0.1499, 3, 4",
        "0.05, 3, 4",
        "0.0499, 1, 2",
        "0.0001, 1, 2",
        "0, 0, 0",
        "-0.2, 0, 0"
    })
    void growth_of_a_high_tech_enterprise(double growth, double low, double high) {
        assertThat(rate(PublishedTables.gqGrowth(Extent.exactly(growth)))).isEqualTo(new Extent(low, high));
    }

    @Test
    void the_origin_of_rights_and_the_field_of_the_product() {
        assertThat(rate(PublishedTables.gqOrigin(Answer.MET, Answer.MET))).isEqualTo(new Extent(1, 6));
        assertThat(rate(PublishedTables.gqOrigin(Answer.NOT_MET, Answer.MET))).isEqualTo(new Extent(1, 3));
        assertThat(rate(PublishedTables.gqOrigin(Answer.NOT_MET, Answer.NOT_MET)))
                .isEqualTo(Extent.exactly(0));
        assertThat(rate(PublishedTables.cxxField(Answer.MET))).isEqualTo(Extent.exactly(10));
        assertThat(rate(PublishedTables.cxxField(Answer.NOT_MET))).isEqualTo(Extent.exactly(5));
        assertThat(rate(PublishedTables.cxxField(Answer.OPEN))).isEqualTo(new Extent(5, 10));
    }

    @ParameterizedTest(name = "海宁: {0} inventions, {1} utility models, {2} designs bring {3}")
    @CsvSource({"1, 0, 0, 10", "0, 1, 0, 4", "0, 0, 1, 3", "2, 3, 4, 44", "6, 0, 0, 60", "5, 2, 1, 60", "0, 0, 0, 0"})
    void patents_in_haining_are_capped_at_60(int inventions, int utilityModels, int designs, double points) {
        assertThat(PublishedTables.hainingRights(inventions, utilityModels, designs))
                .isEqualTo(points);
    }

    @Test
    void a_pledge_in_haining_brings_20_and_none_5() {
        assertThat(rate(PublishedTables.hainingPledge(Answer.MET))).isEqualTo(Extent.exactly(20));
        assertThat(rate(PublishedTables.hainingPledge(Answer.NOT_MET))).isEqualTo(Extent.exactly(5));
    }

    @ParameterizedTest(name = "高企: sales of {0} ask for {1}")
    @CsvSource({"50000000, 0.05", "50000000.01, 0.04", "200000000, 0.04", "200000000.01, 0.03"})
    void the_share_of_rd_that_a_high_tech_enterprise_needs_falls_with_its_sales(double sales, double share) {
        assertThat(HighTechRule.leastRd(sales)).isEqualTo(share);
    }

    @Test
    void an_unknown_value_may_bring_anything_that_the_table_gives() {
        Stream.of(Extent.ANYTHING, new Extent(0.1, 0.3))
                .forEach(value -> assertThat(
                                rate(PublishedTables.KXX_STAFF.steps(value)).high())
                        .isEqualTo(20));
        assertThat(rate(PublishedTables.KXX_STAFF.steps(Extent.ANYTHING)).low()).isZero();
        assertThat(rate(PublishedTables.KXX_STAFF.steps(new Extent(0.1, 0.3)))).isEqualTo(new Extent(4, 20));
    }

    private static Extent rate(List<Step> steps) {
        Finding finding = new Finding(Extent.ANYTHING, Words.same("x"), Optional.empty());
        return Item.of(new Item.Head("X", Words.same("x"), Source.KXX), steps, finding)
                .points();
    }
}
