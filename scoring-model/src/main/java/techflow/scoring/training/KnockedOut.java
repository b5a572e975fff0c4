package techflow.scoring.training;

import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.scoring.policy.KnockOutRules;

/** Leaves out the firms that serving would refuse, so that a model learns from those that it will be asked about. */
final class KnockedOut {
    private static final List<FeatureName> FLAGS = List.of(KnockOutRules.CLOSED, KnockOutRules.DISHONEST);

    private KnockedOut() {}

    static TrainingSet without(TrainingSet set) {
        TrainingSet kept = set;
        for (FeatureName flag : FLAGS) {
            if (set.schema().position(flag).isPresent()) {
                double[] values = kept.column(set.position(flag));
                kept = kept.where(row -> !(values[row] > 0));
            }
        }
        return kept;
    }
}
