package techflow.features.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a feature vector: names, units and labels in order, under a version. Two schemas are the same exactly
 * when their {@link #fingerprint()} is.
 */
public final class FeatureSchema {
    /**
     * One column.
     *
     * @param name feature name
     * @param unit unit of a numeric column, or {@link Unit#CATEGORY}
     * @param labels categories in order, empty for a numeric column
     */
    public record Column(FeatureName name, Unit unit, List<String> labels) {
        public Column {
            labels = List.copyOf(labels);
        }
    }

    private final String version;
    private final List<Column> columns;
    private final Map<FeatureName, Integer> positions;
    private final String fingerprint;

    /** @throws IllegalArgumentException when two columns have one name */
    public FeatureSchema(String version, List<Column> columns) {
        this.version = version;
        this.columns = List.copyOf(columns);
        Map<FeatureName, Integer> index = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (index.put(columns.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "two columns are named " + columns.get(i).name());
            }
        }
        this.positions = Map.copyOf(index);
        this.fingerprint = sha256(canonicalText());
    }

    public String version() {
        return version;
    }

    public List<Column> columns() {
        return columns;
    }

    public int size() {
        return columns.size();
    }

    /** The position of a column, empty when the schema has none of that name. */
    public Optional<Integer> position(FeatureName name) {
        return Optional.ofNullable(positions.get(name));
    }

    /** SHA-256 of the canonical text, 64 hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Why the other schema is not this one: version, missing, extra, reordered columns, other unit or labels; empty when
     * they are the same.
     */
    public Optional<String> differenceTo(FeatureSchema other) {
        if (fingerprint.equals(other.fingerprint)) {
            return Optional.empty();
        }
        for (Column column : columns) {
            Integer position = other.positions.get(column.name());
            if (position == null) {
                return Optional.of("column " + column.name() + " is missing");
            }
            Column found = other.columns.get(position);
            if (!found.equals(column)) {
                return Optional.of("column " + column.name() + " must be " + column.unit() + " " + column.labels()
                        + ", found " + found.unit() + " " + found.labels());
            }
        }
        for (Column column : other.columns) {
            if (!positions.containsKey(column.name())) {
                return Optional.of("column " + column.name() + " is not known");
            }
        }
        if (!columns.equals(other.columns)) {
            return Optional.of("the columns stand in another order");
        }
        return Optional.of("the version must be " + version + ", found " + other.version);
    }

    private String canonicalText() {
        StringBuilder text =
                new StringBuilder("techflow feature schema 1\n").append(version).append('\n');
        for (Column column : columns) {
            text.append(column.name()).append('\t').append(column.unit()).append('\t');
            text.append(String.join("|", column.labels())).append('\n');
        }
        return text.toString();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureSchema schema && schema.fingerprint.equals(fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return version + " (" + columns.size() + " features, " + fingerprint.substring(0, 12) + ")";
    }
}
