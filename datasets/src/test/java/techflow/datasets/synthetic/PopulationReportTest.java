package techflow.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** The population is what was asked for. Bands are wider than the targets by about two standard errors. */
class PopulationReportTest {
    private static final PopulationReport REPORT =
            PopulationTally.of(new SyntheticEconomy(new EconomySettings(1_500, 7, YearMonth.of(2026, 10))));

    @Test
    void defaults_are_two_to_four_in_a_hundred_a_year() {
        double firmYears = REPORT.years().stream()
                .mapToDouble(PopulationReport.Year::firmYears)
                .sum();

        assertThat(REPORT.defaults() / firmYears).isBetween(0.02, 0.04);
        assertThat(REPORT.years())
                .hasSize(5)
                .allSatisfy(year ->
                        assertThat(year.defaultRate()).as(year.toString()).isBetween(0.012, 0.055));
    }

    @Test
    void defaults_of_the_years_add_up() {
        assertThat(REPORT.years().stream()
                        .mapToInt(PopulationReport.Year::defaults)
                        .sum())
                .isEqualTo(REPORT.defaults());
    }

    @Test
    void the_true_pd_ranks_well_but_leaves_chance_its_part() {
        assertThat(REPORT.truth().auc()).isBetween(0.79, 0.89);
    }

    @Test
    void the_true_pd_is_the_rate_at_which_firms_default() {
        assertThat(REPORT.truth().observedRate() / REPORT.truth().meanPd()).isCloseTo(1, within(0.25));
    }

    @Test
    void each_source_is_missing_for_two_to_forty_firms_in_a_hundred() {
        assertThat(REPORT.withheldShare()).hasSize(Source.values().length);
        assertThat(REPORT.withheldShare())
                .allSatisfy((source, share) ->
                        assertThat(share).as(source.toString()).isBetween(0.015, 0.42));
    }

    @Test
    void few_firms_have_gas_or_heat() {
        assertThat(REPORT.connectedShare().get(Source.GAS)).isBetween(0.2, 0.4);
        assertThat(REPORT.connectedShare().get(Source.HEAT)).isBetween(0.1, 0.3);
        assertThat(REPORT.connectedShare().get(Source.ELECTRICITY)).isEqualTo(1);
    }

    @Test
    void a_firm_has_some_five_hundred_rows() {
        assertThat(REPORT.totalRows() / (double) REPORT.firms()).isBetween(420.0, 570.0);
        assertThat(REPORT.rows())
                .allSatisfy((kind, rows) -> assertThat(rows).as(kind.toString()).isPositive());
    }
}
