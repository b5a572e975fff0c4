package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import techflow.scoring.engine.smile.SmileRegression;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.scorecard.Scorecard;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.FuzzyAugmentation.Compared;

class FuzzyAugmentationTest {
    private static final TrainingSet SET = new SmallWorld(41, 6_000).set();

    /** Rejected: firms with little cash, as far as it is known. */
    private static final TrainingSet REJECTED = SET.where(row -> SET.number(row, 0) < -0.8);

    private static final TrainingSet ACCEPTED = SET.where(row -> !(SET.number(row, 0) < -0.8));

    @Test
    void without_a_factor_the_rejected_say_again_what_the_accepted_said() {
        Compared compared = augmentation(new TribuoRegression()).compare(ACCEPTED, REJECTED, 1);
        assertThat(compared.with().characteristics())
                .hasSameSizeAs(compared.without().characteristics());
        for (int i = 0; i < compared.with().characteristics().size(); i++) {
            assertThat(compared.with().characteristics().get(i).coefficient())
                    .isCloseTo(compared.without().characteristics().get(i).coefficient(), within(0.08));
        }
        assertThat(compared.aucWith()).isCloseTo(compared.aucWithout(), within(0.005));
    }

    @Test
    void a_factor_moves_weight_to_what_the_rejected_have_in_common_and_both_results_are_shown() {
        Compared compared = augmentation(new TribuoRegression()).compare(ACCEPTED, REJECTED, 4);
        assertThat(cash(compared.with())).isGreaterThan(cash(compared.without()));
        assertThat(compared.markdown())
                .contains("without rejects", "with rejects", "late_payments", "AUC", "4.00 times", "cannot test it");
    }

    @Test
    void outcomes_of_the_rejected_are_not_looked_at_and_the_libraries_agree() {
        TrainingSet.Builder flipped = TrainingSet.of(REJECTED.schema());
        for (int row = 0; row < REJECTED.size(); row++) {
            flipped.add(REJECTED.vector(row), !REJECTED.bad(row));
        }
        Compared compared = augmentation(new TribuoRegression()).compare(ACCEPTED, REJECTED, 2);
        assertThat(augmentation(new TribuoRegression()).compare(ACCEPTED, flipped.build(), 2))
                .isEqualTo(compared);
        Compared smile = augmentation(new SmileRegression()).compare(ACCEPTED, REJECTED, 2);
        assertThat(smile.with().intercept()).isCloseTo(compared.with().intercept(), within(1e-3));
    }

    @Test
    void a_factor_of_nothing_is_refused() {
        assertThatThrownBy(() -> augmentation(new TribuoRegression()).compare(ACCEPTED, REJECTED, 0))
                .hasMessageContaining("above 0, found 0");
    }

    /** The coefficient of cash or of its twin, whichever was selected. */
    private static double cash(Scorecard card) {
        return card.characteristic(SmallWorld.CASH)
                .or(() -> card.characteristic(SmallWorld.TWIN))
                .orElseThrow()
                .coefficient();
    }

    private static FuzzyAugmentation augmentation(RegressionFitter regression) {
        return new FuzzyAugmentation(
                regression, Candidate.of(SmallWorld.CATALOG.definitions()), TrainingSettings.STANDARD);
    }
}
