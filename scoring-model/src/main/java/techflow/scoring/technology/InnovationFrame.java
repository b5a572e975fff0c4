package techflow.scoring.technology;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The frames of 创新积分制 (innovation points). Names and totals are published; the weights of the indicators are not
 * known to us, so that official points are only ever taken from an authority and never computed.
 */
public enum InnovationFrame {
    /** "创新积分制"工作指引（全国试行版）, 2024: 18 indicators in three groups, weights by life stage. */
    GUIDELINE_2024("2024年工作指引（18项指标）", "2024 guideline (18 indicators)"),
    /** 创新积分制 2.0, October 2025: 9 indicators for 100 points in three blocks and 3 for 30 bonus points in a fourth. */
    NATIONAL_2025("2025年全国框架（100+30分）", "2025 national frame (100 + 30 points)"),
    /** A zone's or a province's own frame. */
    LOCAL("地方框架", "local frame");

    private static final double BONUS = 30;
    private static final double MAXIMUM_2025 = 130;

    private final String chinese;
    private final String english;

    InnovationFrame(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The four blocks of the frame of 2025. */
    public enum Block {
        INPUT("创新投入", "input", OptionalDouble.empty()),
        OUTPUT("创新产出", "output", OptionalDouble.empty()),
        DEVELOPMENT("创新发展", "development", OptionalDouble.empty()),
        /** The bonus block, at most 30 points. */
        IMPACT("创新影响", "impact", OptionalDouble.of(BONUS));

        private final String chinese;
        private final String english;
        private final OptionalDouble maximum;

        Block(String chinese, String english, OptionalDouble maximum) {
            this.chinese = chinese;
            this.english = english;
            this.maximum = maximum;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }

        /** The most it can bring, empty where the split of the 100 base points is not known to us. */
        public OptionalDouble maximum() {
            return maximum;
        }
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Its blocks, none where it has no published ones. */
    public List<Block> blocks() {
        return this == NATIONAL_2025 ? List.of(Block.values()) : List.of();
    }

    /** The most points of the frame where that is published: 130 in 2025. */
    public OptionalDouble maximum() {
        return switch (this) {
            case NATIONAL_2025 -> OptionalDouble.of(MAXIMUM_2025);
            case GUIDELINE_2024, LOCAL -> OptionalDouble.empty();
        };
    }
}
