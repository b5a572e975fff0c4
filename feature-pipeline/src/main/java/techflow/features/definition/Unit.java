package techflow.features.definition;

/** Units of features. A category has no unit and uses {@link #CATEGORY}. */
public enum Unit {
    COUNT("", "个"),
    /** A share or a ratio, 0.1 = 10 %. */
    RATIO("", ""),
    YUAN("RMB", "元"),
    MONTHS("months", "个月"),
    DAYS("days", "天"),
    YEARS("years", "年"),
    /** Points of a documented weighting. */
    POINTS("points", "分"),
    /** A kind's own quantity, such as kWh or m³, named in the feature's description. */
    QUANTITY("", ""),
    CATEGORY("", "");

    private final String english;
    private final String chinese;

    Unit(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** Suffix for English text, empty when a number says it all. */
    public String english() {
        return english;
    }

    /** Suffix for Chinese text, empty when a number says it all. */
    public String chinese() {
        return chinese;
    }
}
