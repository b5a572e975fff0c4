package techflow.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.scoring.score.ScoringResult.NotScorableReason;
import techflow.scoring.testing.SmallWorld;

class KnockOutRulesTest {
    private static final List<FeatureName> FEATURES = List.of(SmallWorld.CASH, SmallWorld.LATE);
    private static final FeatureVector CLEAN = SmallWorld.with(
            SmallWorld.with(new SmallWorld(1, 1).set().vector(0), SmallWorld.CASH, FeatureValue.of(1)),
            SmallWorld.CLOSED,
            FeatureValue.of(0));

    @Test
    void a_clean_firm_meets_no_rule() {
        assertThat(KnockOutRules.reasons(CLEAN, FEATURES)).isEmpty();
        assertThat(KnockOutRules.completeness(CLEAN, FEATURES)).isEqualTo(1);
    }

    @Test
    void half_known_is_enough_and_less_is_a_thin_file() {
        FeatureVector half = SmallWorld.with(CLEAN, SmallWorld.CASH, SmallWorld.missing());
        assertThat(KnockOutRules.completeness(half, FEATURES)).isEqualTo(0.5);
        assertThat(KnockOutRules.reasons(half, FEATURES)).isEmpty();
        FeatureVector nothing = SmallWorld.with(half, SmallWorld.LATE, SmallWorld.missing());
        assertThat(KnockOutRules.reasons(nothing, FEATURES)).containsExactly(NotScorableReason.THIN_FILE);
    }

    @Test
    void an_unknown_register_entry_is_not_held_against_a_firm() {
        FeatureVector unknown = SmallWorld.with(CLEAN, SmallWorld.CLOSED, SmallWorld.missing());
        assertThat(KnockOutRules.reasons(unknown, FEATURES)).isEmpty();
        FeatureVector dishonest = SmallWorld.with(CLEAN, SmallWorld.DISHONEST, FeatureValue.of(1));
        assertThat(KnockOutRules.reasons(dishonest, FEATURES)).containsExactly(NotScorableReason.DISHONEST_DEBTOR);
    }
}
