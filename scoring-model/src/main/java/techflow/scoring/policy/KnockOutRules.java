package techflow.scoring.policy;

import java.util.ArrayList;
import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.scoring.score.ScoringResult.NotScorableReason;

/** When a firm must not be scored at all: closed, dishonest debtor, or too little known. Our own rules. */
public final class KnockOutRules {
    /** 1 when deregistered or the licence is revoked. */
    public static final FeatureName CLOSED = new FeatureName("registry_closed");
    /** Open entries as dishonest judgment debtor. */
    public static final FeatureName DISHONEST = new FeatureName("dishonest_cases_open");

    private static final double LEAST_COMPLETENESS = 0.5;

    private KnockOutRules() {}

    /** Every rule that the firm meets; empty when it can be scored. */
    public static List<NotScorableReason> reasons(FeatureVector vector, List<FeatureName> modelFeatures) {
        List<NotScorableReason> reasons = new ArrayList<>();
        if (vector.number(CLOSED) > 0) {
            reasons.add(NotScorableReason.ENTERPRISE_CLOSED);
        }
        if (vector.number(DISHONEST) > 0) {
            reasons.add(NotScorableReason.DISHONEST_DEBTOR);
        }
        if (completeness(vector, modelFeatures) < LEAST_COMPLETENESS) {
            reasons.add(NotScorableReason.THIN_FILE);
        }
        return reasons;
    }

    /** Share of the features that are known, in [0, 1]; 1 when there are none. */
    public static double completeness(FeatureVector vector, List<FeatureName> features) {
        long known = features.stream()
                .filter(feature -> !(vector.value(feature) instanceof FeatureValue.Missing))
                .count();
        return features.isEmpty() ? 1 : (double) known / features.size();
    }
}
