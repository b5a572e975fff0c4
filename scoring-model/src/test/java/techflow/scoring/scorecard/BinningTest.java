package techflow.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureValue;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.testing.SmallWorld;

class BinningTest {
    private static final Counts SOME = new Counts(90, 10);
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final Bin.MissingBin MISSING = new Bin.MissingBin(-0.3, SOME);
    private static final Binning NUMERIC = new Binning(
            SmallWorld.CASH,
            List.of(numeric(-INFINITE, 0, -1), numeric(0, 2.5, 0.2), numeric(2.5, INFINITE, 1)),
            MISSING);

    @Test
    void a_number_falls_into_the_bin_that_begins_with_it() {
        assertThat(NUMERIC.woe(FeatureValue.of(-1e300))).isEqualTo(-1);
        assertThat(NUMERIC.woe(FeatureValue.of(Math.nextDown(0.0)))).isEqualTo(-1);
        assertThat(NUMERIC.woe(FeatureValue.of(-0.0))).isEqualTo(0.2);
        assertThat(NUMERIC.woe(FeatureValue.of(2.5))).isEqualTo(1);
    }

    @Test
    void missing_has_its_own_weight_and_is_not_zero() {
        assertThat(NUMERIC.woe(SmallWorld.missing())).isEqualTo(-0.3).isNotEqualTo(NUMERIC.woe(FeatureValue.of(0)));
    }

    @Test
    void a_category_that_training_never_saw_is_missing() {
        Binning fields = new Binning(
                SmallWorld.FIELD, List.of(new Bin.CategoryBin(List.of("bio", "chips"), 0.4, SOME)), MISSING);
        assertThat(fields.woe(new FeatureValue.Category("chips"))).isEqualTo(0.4);
        assertThat(fields.woe(new FeatureValue.Category("software"))).isEqualTo(-0.3);
    }

    @Test
    void bins_with_a_gap_an_overlap_or_a_mixture_are_refused() {
        assertRefused(List.of(numeric(-INFINITE, 0, 0), numeric(1, INFINITE, 0)));
        assertRefused(List.of(numeric(-INFINITE, 1, 0), numeric(0, INFINITE, 0)));
        assertRefused(List.of(numeric(0, INFINITE, 0)));
        assertRefused(List.of(numeric(-INFINITE, 0, 0)));
        assertRefused(List.of(numeric(-INFINITE, INFINITE, 0), new Bin.CategoryBin(List.of("a"), 0, SOME)));
        assertThatThrownBy(() -> new Binning(SmallWorld.CASH, List.of(), MISSING))
                .hasMessageContaining("at least one");
    }

    @Test
    void a_negative_coefficient_is_refused() {
        assertThatThrownBy(() -> new Characteristic(NUMERIC, -0.1)).hasMessageContaining("must be 0 or more");
    }

    @Test
    void the_range_holds_every_reachable_score_the_missing_bin_included() {
        Scorecard scorecard = new Scorecard(2, List.of(new Characteristic(NUMERIC, 2)));
        assertThat(scorecard.range().low()).isEqualTo(0);
        assertThat(scorecard.range().high()).isEqualTo(4);
        Binning badMissing = new Binning(SmallWorld.CASH, NUMERIC.bins(), new Bin.MissingBin(-3, SOME));
        assertThat(new Scorecard(2, List.of(new Characteristic(badMissing, 2)))
                        .range()
                        .low())
                .isEqualTo(-4);
    }

    private static Bin numeric(double from, double to, double woe) {
        return new Bin.NumericBin(from, to, woe, SOME);
    }

    private static void assertRefused(List<Bin> bins) {
        assertThatThrownBy(() -> new Binning(SmallWorld.CASH, bins, MISSING)).hasMessageContaining("tile all numbers");
    }
}
