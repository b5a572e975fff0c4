package techflow.features.peer;

import java.util.Optional;

/**
 * The stage of life of a firm, by which peers are told apart. The three names are those of the 2024 trial guideline on innovation
 * points (初创期, 成长期, 稳定期); which firm is in which is not known officially: the rule is our own.
 */
public enum LifeStage {
    /** Under 3 years old; or under 5 with revenue known and below RMB 20 m a year. */
    START_UP("初创期", "start-up"),
    /** Neither of the others. */
    GROWTH("成长期", "growth"),
    /** 8 years or older with known revenue of RMB 100 m a year or more. */
    MATURE("稳定期", "mature");

    private static final double ALWAYS_START_UP_UNDER_YEARS = 3;
    private static final double START_UP_UNDER_YEARS = 5;
    private static final double START_UP_UNDER_YUAN = 20_000_000;
    private static final double MATURE_FROM_YEARS = 8;
    private static final double MATURE_FROM_YUAN = 100_000_000;

    private final String chinese;
    private final String english;

    LifeStage(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /**
     * The stage of a firm, empty when its age is not known.
     *
     * @param ageYears years since registration, NaN when not known
     * @param yearlyRevenue revenue of a year in yuan, NaN when not known: then age alone decides
     */
    public static Optional<LifeStage> of(double ageYears, double yearlyRevenue) {
        if (Double.isNaN(ageYears)) {
            return Optional.empty();
        }
        boolean small = ageYears < START_UP_UNDER_YEARS && yearlyRevenue < START_UP_UNDER_YUAN;
        if (ageYears < ALWAYS_START_UP_UNDER_YEARS || small) {
            return Optional.of(START_UP);
        }
        boolean large = ageYears >= MATURE_FROM_YEARS && yearlyRevenue >= MATURE_FROM_YUAN;
        return Optional.of(large ? MATURE : GROWTH);
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
