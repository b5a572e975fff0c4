package techflow.features.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;

class MonthlySeriesTest {
    private static final double GAP = Double.NaN;
    private static final FeatureValue UNDEFINED = FeatureValue.missing(MissingReason.UNDEFINED);
    private static final FeatureValue NOT_ENOUGH = FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY);

    private static MonthlySeries series(double... values) {
        return new MonthlySeries(values, true);
    }

    private static double number(FeatureValue value) {
        assertThat(value).isInstanceOf(FeatureValue.Numeric.class);
        return ((FeatureValue.Numeric) value).value();
    }

    @Test
    void a_gap_is_seen_by_no_sum_mean_peak_or_count() {
        MonthlySeries series = series(GAP, -4, GAP, -2, 0, GAP);
        assertThat(series.months()).isEqualTo(6);
        assertThat(series.known()).isEqualTo(3);
        assertThat(series.sum()).isEqualTo(-6);
        assertThat(series.mean()).isEqualTo(-2);
        assertThat(series.peak()).isZero();
        assertThat(series.latest()).isZero();
        assertThat(series.count(value -> value <= 0)).isEqualTo(3);
        assertThat(series.knownValues()).containsExactly(-4, -2, 0);
    }

    @Test
    void a_series_of_gaps_has_no_mean_peak_or_latest() {
        MonthlySeries series = series(GAP, GAP);
        assertThat(series.mean()).isNaN();
        assertThat(series.peak()).isNaN();
        assertThat(series.latest()).isNaN();
        assertThat(series.sum()).isZero();
    }

    @Test
    void too_few_months_are_not_enough_history_and_a_silent_source_is_no_data() {
        assertThat(series(1, GAP).whenKnown(2, months -> FeatureValue.of(months.sum())))
                .isEqualTo(NOT_ENOUGH);
        assertThat(series(1, 2).whenKnown(2, months -> FeatureValue.of(months.sum())))
                .isEqualTo(FeatureValue.of(3));
        MonthlySeries never = new MonthlySeries(new double[] {GAP}, false);
        assertThat(never.whenKnown(1, months -> FeatureValue.of(0)))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
        assertThat(never.whenEverTold(months -> FeatureValue.of(0)))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
    }

    @Test
    void volatility_is_the_sample_deviation_over_the_mean() {
        assertThat(number(series(1, GAP, 2, 3).volatility())).isEqualTo(0.5);
        assertThat(series(0, 0, 0).volatility()).isEqualTo(UNDEFINED);
        assertThat(series(5).volatility()).as("one month does not vary").isEqualTo(UNDEFINED);
    }

    @Test
    void growth_of_halves_compares_means() {
        assertThat(number(series(1, 1, 3, GAP).growthOfHalves(1))).isEqualTo(2);
        assertThat(series(1, 1, 3, GAP).growthOfHalves(2)).isEqualTo(NOT_ENOUGH);
        assertThat(series(0, 0, 3, 3).growthOfHalves(2)).isEqualTo(UNDEFINED);
        assertThat(number(series(1, 1, 0, 0).growthOfHalves(2))).isEqualTo(-1);
    }

    @Test
    void the_trend_of_a_line_is_its_slope_over_its_mean_with_or_without_gaps() {
        Offset<Double> exact = Offset.offset(1e-15);
        assertThat(number(series(1, 2, 3).trend())).isCloseTo(0.5, exact);
        assertThat(number(series(1, GAP, 3).trend())).isCloseTo(0.5, exact);
        assertThat(number(series(3, 2, 1).trend())).isCloseTo(-0.5, exact);
        assertThat(number(series(7, 7, 7).trend())).isZero();
        assertThat(series(GAP, 2, GAP).trend()).as("one month has no slope").isEqualTo(UNDEFINED);
    }

    @Test
    void the_latest_month_is_compared_with_the_one_so_many_months_before_it() {
        MonthlySeries series = series(10, 20, GAP, 40, GAP);
        assertThat(series.latestWith(2, 2, (before, now) -> FeatureValue.of(now - before)))
                .isEqualTo(FeatureValue.of(20));
        assertThat(series.latestWith(2, 1, (before, now) -> FeatureValue.of(0))).isEqualTo(NOT_ENOUGH);
        assertThat(series.latestWith(1, 2, (before, now) -> FeatureValue.of(0))).isEqualTo(NOT_ENOUGH);
    }

    @Test
    void a_ratio_to_nothing_or_to_a_loss_is_undefined() {
        assertThat(Ratio.of(1, 0, Range.ANY)).isEqualTo(UNDEFINED);
        assertThat(Ratio.of(0, 0, Range.ANY)).isEqualTo(UNDEFINED);
        assertThat(Ratio.of(1, -1, Range.ANY)).isEqualTo(UNDEFINED);
        assertThat(Ratio.of(1, Double.NaN, Range.ANY)).isEqualTo(UNDEFINED);
        assertThat(Ratio.of(3, 2, Range.SHARE)).isEqualTo(FeatureValue.of(1));
        assertThat(Ratio.growth(1, 100)).isEqualTo(FeatureValue.of(10));
        assertThat(Ratio.growth(100, -100)).isEqualTo(FeatureValue.of(-1));
    }
}
