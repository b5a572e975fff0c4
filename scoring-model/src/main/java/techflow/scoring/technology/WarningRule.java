package techflow.scoring.technology;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;

/**
 * A rule that tells a warning when all its conditions hold, such as a sign of dressed-up innovation. A warning is a
 * reason to look, never a finding; it moves no score and no grade.
 *
 * @param code stable name in capitals, such as {@code W-BOUGHT-PATENTS}
 * @param when at least one condition; a missing value meets none
 * @param chinese what was seen, in Chinese
 * @param english what was seen, in English
 */
public record WarningRule(String code, List<Condition> when, String chinese, String english) {
    private static final Pattern CODE = Pattern.compile("W-[A-Z0-9]+(-[A-Z0-9]+)*");

    /** A warning that applies. */
    public record Warning(String code, String chinese, String english) {}

    public WarningRule {
        when = List.copyOf(when);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("the code of a warning must match " + CODE + ", found \"" + code + "\"");
        }
        if (when.isEmpty() || chinese.isBlank() || english.isBlank()) {
            throw new IllegalArgumentException(
                    "a warning needs a condition and a text in Chinese and in English, found " + when.size()
                            + " conditions, \"" + chinese + "\", \"" + english + "\"");
        }
    }

    /** The warning, when every condition holds. */
    public Optional<Warning> applyTo(FeatureVector vector) {
        return when.stream().allMatch(condition -> condition.holds(vector))
                ? Optional.of(new Warning(code, chinese, english))
                : Optional.empty();
    }

    /** The warnings of several rules, in their order. */
    public static List<Warning> warnings(List<WarningRule> rules, FeatureVector vector) {
        return rules.stream().flatMap(rule -> rule.applyTo(vector).stream()).toList();
    }

    /** Every feature that the rule reads, by name. */
    public Set<FeatureName> features() {
        Set<FeatureName> names = new TreeSet<>();
        when.forEach(condition -> names.add(condition.feature()));
        return names;
    }
}
