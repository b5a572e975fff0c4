package techflow.scoring.technology;

import java.util.List;
import techflow.features.definition.FeatureVector;
import techflow.scoring.technology.InnovationPoints.Stage;

/**
 * Which life stage a firm is in: the first case whose conditions all hold decides. The official rule is not known to
 * us; this one is a setting.
 *
 * @param cases in order
 * @param otherwise the stage when no case holds, for instance because age and revenue are not known
 */
public record StageRule(List<Case> cases, Stage otherwise) {
    public StageRule {
        cases = List.copyOf(cases);
    }

    /**
     * One case.
     *
     * @param stage the stage it leads to
     * @param when at least one condition; a missing value meets none
     */
    public record Case(Stage stage, List<Condition> when) {
        public Case {
            when = List.copyOf(when);
            if (when.isEmpty()) {
                throw new IllegalArgumentException("a case needs at least one condition, found none");
            }
        }
    }

    public Stage stage(FeatureVector vector) {
        return cases.stream()
                .filter(one -> one.when().stream().allMatch(condition -> condition.holds(vector)))
                .map(Case::stage)
                .findFirst()
                .orElse(otherwise);
    }
}
