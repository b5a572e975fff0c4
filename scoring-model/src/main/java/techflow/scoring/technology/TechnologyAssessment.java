package techflow.scoring.technology;

import java.util.List;
import java.util.Optional;

/**
 * The 技术流 assessment of one firm.
 *
 * @param outcome the index and its grades; empty when too little is known of the dimensions
 * @param dimensions the five dimensions in order, those that are not known included
 * @param settingsVersion which settings were used
 */
public record TechnologyAssessment(Optional<Outcome> outcome, List<DimensionScore> dimensions, String settingsVersion) {
    public TechnologyAssessment {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * An index and its grades.
     *
     * @param index weighted mean of the known dimensions, in [0, 100]
     * @param baseGrade the grade of the index
     * @param grade the grade after corrections
     * @param corrections the corrections that applied
     */
    public record Outcome(
            double index, TechnologyGrade baseGrade, TechnologyGrade grade, List<Correction> corrections) {
        public Outcome {
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * One dimension.
     *
     * @param dimension which
     * @param score in [0, 100], empty when none of its indicators is known
     * @param weight its weight in the firm's technology field, in [0, 1]
     */
    public record DimensionScore(Dimension dimension, Optional<Double> score, double weight) {}

    /**
     * A correction of the grade.
     *
     * @param code stable name
     * @param notches how many grades down (positive) or up (negative)
     * @param chinese why, in Chinese
     * @param english why, in English
     */
    public record Correction(String code, int notches, String chinese, String english) {}

    /** The five published dimensions of 技术流. Their formulas are not published; ours stand in the settings. */
    public enum Dimension {
        PATENT_QUALITY("专利含金量", "Patent quality"),
        INNOVATION_STOCK("创新成果含量", "Stock of innovation output"),
        RD_PRECOCITY("研发早慧度", "R&D precocity"),
        RD_STABILITY("研发投入稳定性", "Stability of R&D"),
        RD_INTENSITY("研发投入强度", "R&D intensity");

        private final String chinese;
        private final String english;

        Dimension(String chinese, String english) {
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
