package techflow.features.definition;

import java.util.regex.Pattern;

/**
 * The name of a feature: lower case words joined by underscores, at most 63 characters, so that it can be a column.
 *
 * @param value the name
 */
public record FeatureName(String value) implements Comparable<FeatureName> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{2,62}");

    public FeatureName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a feature name must match " + FORM + ", found \"" + value + "\"");
        }
    }

    @Override
    public int compareTo(FeatureName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
