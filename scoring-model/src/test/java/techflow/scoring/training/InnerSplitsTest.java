package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.InnerSplits.Split;

class InnerSplitsTest {
    private static final long SEED = 3;

    /** Firms of the small world, each seen again at three later days with the outcome it had. */
    private static TrainingSet quarterly(int firms) {
        TrainingSet once = new SmallWorld(SEED, firms).set();
        TrainingSet.Builder set = TrainingSet.of(once.schema());
        Random random = new Random(SEED);
        for (int row = 0; row < once.size(); row++) {
            var vector = once.vector(row);
            for (int quarter = 0; quarter < 4; quarter++) {
                AsOf later = AsOf.startOf(vector.asOf().date().plusMonths(3L * quarter + random.nextInt(2)));
                set.add(
                        new techflow.features.definition.FeatureVector(
                                vector.enterprise(), later, vector.schema(), vector.values()),
                        once.bad(row));
            }
        }
        return set.build();
    }

    @Test
    void no_firm_is_fitted_on_and_judged_by_and_judged_days_come_later() {
        TrainingSet set = quarterly(1_000);
        List<Split> splits = InnerSplits.of(set, SEED);
        assertThat(splits).hasSize(3);
        Set<EnterpriseId> judged = new HashSet<>();
        for (Split split : splits) {
            Set<EnterpriseId> fitted = firms(split.fit());
            assertThat(Collections.disjoint(firms(split.judge()), fitted)).isTrue();
            assertThat(Collections.disjoint(firms(split.judge()), judged)).isTrue();
            judged.addAll(firms(split.judge()));
            assertThat(split.fit().days().getLast())
                    .isBefore(split.judge().days().getFirst());
        }
    }

    @Test
    void firms_that_are_seen_once_need_no_parts() {
        TrainingSet set = new SmallWorld(SEED, 1_000).set();
        List<Split> splits = InnerSplits.of(set, SEED);
        assertThat(splits).hasSize(1);
        assertThat(splits.getFirst().fit().size() + splits.getFirst().judge().size())
                .isEqualTo(set.size());
    }

    @Test
    void the_same_seed_parts_alike_and_another_does_not() {
        TrainingSet set = quarterly(600);
        assertThat(firms(InnerSplits.of(set, SEED).getFirst().judge()))
                .isEqualTo(firms(InnerSplits.of(set, SEED).getFirst().judge()))
                .isNotEqualTo(firms(InnerSplits.of(set, SEED + 1).getFirst().judge()));
    }

    @Test
    void a_single_day_is_parted_by_folds() {
        TrainingSet whole = new SmallWorld(SEED, 4_000).set();
        TrainingSet day =
                whole.where(row -> whole.asOf(row).date().equals(whole.days().getFirst()));
        assertThat(InnerSplits.of(day, SEED))
                .hasSizeGreaterThan(4)
                .allSatisfy(split ->
                        assertThat(split.fit().size() + split.judge().size()).isEqualTo(day.size()));
    }

    private static Set<EnterpriseId> firms(TrainingSet set) {
        Set<EnterpriseId> firms = new HashSet<>();
        for (int row = 0; row < set.size(); row++) {
            firms.add(set.enterprise(row));
        }
        return firms;
    }
}
