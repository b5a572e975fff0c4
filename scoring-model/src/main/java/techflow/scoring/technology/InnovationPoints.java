package techflow.scoring.technology;

import java.util.List;
import java.util.Optional;
import techflow.features.definition.FeatureName;

/**
 * The innovation points (创新积分) of one firm.
 *
 * @param total points reached, empty when no indicator is known
 * @param maximum points that could be reached
 * @param stage the stage whose weights were used (初创期, 成长期, 稳定期)
 * @param items one per indicator
 * @param settingsVersion which settings were used
 */
public record InnovationPoints(
        Optional<Double> total, double maximum, Stage stage, List<Item> items, String settingsVersion) {
    public InnovationPoints {
        items = List.copyOf(items);
    }

    /**
     * One indicator.
     *
     * @param feature the indicator's feature
     * @param points points reached, empty when it is not known
     * @param maximum its weight for the stage
     */
    public record Item(FeatureName feature, Optional<Double> points, double maximum) {}

    /** Life stages of the 2024 trial guideline. The rule that assigns them is a setting. */
    public enum Stage {
        START_UP("初创期", "Start-up"),
        GROWTH("成长期", "Growth"),
        MATURE("稳定期", "Mature");

        private final String chinese;
        private final String english;

        Stage(String chinese, String english) {
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
}
