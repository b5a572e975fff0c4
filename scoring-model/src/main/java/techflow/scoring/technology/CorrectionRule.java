package techflow.scoring.technology;

import java.util.List;
import java.util.Optional;
import techflow.features.definition.FeatureVector;
import techflow.scoring.technology.TechnologyAssessment.Correction;

/**
 * A rule that corrects the grade when all its conditions hold.
 *
 * @param code stable name, unique among the rules
 * @param layer which of the four published layers of correction it belongs to
 * @param when at least one condition; a missing value meets none
 * @param notches grades down (positive) or up (negative), not 0
 * @param chinese why, in Chinese
 * @param english why, in English
 */
public record CorrectionRule(
        String code, Layer layer, List<Condition> when, int notches, String chinese, String english) {
    /** The four layers of correction that are published by name; their rules are not. */
    public enum Layer {
        TECHNOLOGY_TRANSFER("技术转化力", "Technology transfer"),
        RD_STABILITY("研发稳定性", "Stability of R&D"),
        CREDIT_POLICY("信贷政策", "Credit policy"),
        NEGATIVE_LIST("负面清单", "Negative list");

        private final String chinese;
        private final String english;

        Layer(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    public CorrectionRule {
        when = List.copyOf(when);
        if (code.isBlank() || chinese.isBlank() || english.isBlank()) {
            throw new IllegalArgumentException(
                    "a correction needs a code and a text in Chinese and in English, found \"" + code + "\", \""
                            + chinese + "\", \"" + english + "\"");
        }
        if (when.isEmpty() || notches == 0) {
            throw new IllegalArgumentException("a correction needs a condition and notches other than 0, found "
                    + when.size() + " conditions and " + notches + " notches");
        }
    }

    /** The correction, when every condition holds. */
    public Optional<Correction> applyTo(FeatureVector vector) {
        return when.stream().allMatch(condition -> condition.holds(vector))
                ? Optional.of(new Correction(
                        code, notches, layer.chinese() + "：" + chinese, layer.english() + ": " + english))
                : Optional.empty();
    }
}
