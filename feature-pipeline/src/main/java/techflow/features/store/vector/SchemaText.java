package techflow.features.store.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureSchema.Column;
import techflow.features.definition.Unit;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;

/**
 * A schema as text that stands beside the vectors: the version, then a line of name, unit and labels per feature. Every
 * Parquet file of vectors carries it in its footer, under the keys of {@link #footer}.
 */
public final class SchemaText {
    private static final String VERSION = "techflow.schema.version";
    private static final String FINGERPRINT = "techflow.schema.fingerprint";
    private static final String SCHEMA = "techflow.schema";

    private SchemaText() {}

    /** What a file of vectors says of its schema: version, fingerprint and the text. */
    public static Map<String, String> footer(FeatureSchema schema) {
        return Map.of(VERSION, schema.version(), FINGERPRINT, schema.fingerprint(), SCHEMA, write(schema));
    }

    /**
     * The schema that a footer tells, empty when it tells none.
     *
     * @throws ModelFault ARTIFACT_CORRUPT when the text does not give the fingerprint
     */
    static Optional<FeatureSchema> ofFooter(Map<String, String> footer) {
        String text = footer.get(SCHEMA);
        String fingerprint = footer.get(FINGERPRINT);
        return text == null || fingerprint == null ? Optional.empty() : Optional.of(read(text, fingerprint));
    }

    static String write(FeatureSchema schema) {
        StringBuilder text = new StringBuilder(schema.version()).append('\n');
        for (Column column : schema.columns()) {
            text.append(column.name()).append('\t').append(column.unit()).append('\t');
            text.append(String.join("|", column.labels())).append('\n');
        }
        return text.toString();
    }

    /** @throws ModelFault ARTIFACT_CORRUPT when the text does not give the fingerprint */
    static FeatureSchema read(String text, String fingerprint) {
        try {
            List<String> lines = text.lines().toList();
            FeatureSchema schema = new FeatureSchema(
                    lines.getFirst(),
                    lines.stream().skip(1).map(SchemaText::column).toList());
            if (schema.fingerprint().equals(fingerprint)) {
                return schema;
            }
        } catch (IllegalArgumentException | java.util.NoSuchElementException | IndexOutOfBoundsException e) {
            throw corrupt(e);
        }
        throw corrupt(null);
    }

    private static Column column(String line) {
        String[] cells = line.split("\t", -1);
        List<String> labels = cells[2].isEmpty() ? List.of() : Arrays.asList(cells[2].split("\\|", -1));
        return new Column(new FeatureName(cells[0]), Unit.valueOf(cells[1]), labels);
    }

    private static ModelFault corrupt(@org.jspecify.annotations.Nullable Throwable cause) {
        return new ModelFault(
                ProblemCode.ARTIFACT_CORRUPT, "The schema beside the vectors does not match its fingerprint", cause);
    }
}
