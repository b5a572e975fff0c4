package techflow.scoring.counterfactual;

import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.scoring.score.CreditGrade;

/**
 * The smallest change found that reaches a better grade.
 *
 * @param changes what changes, all at once; everything else stays
 * @param score the score that the changed firm was given
 * @param grade its grade
 */
public record Counterfactual(List<Change> changes, int score, CreditGrade grade) {
    public Counterfactual {
        changes = List.copyOf(changes);
    }

    /**
     * One feature.
     *
     * @param feature which
     * @param before the firm's value
     * @param after the value that is enough
     */
    public record Change(FeatureName feature, FeatureValue before, FeatureValue after) {}
}
