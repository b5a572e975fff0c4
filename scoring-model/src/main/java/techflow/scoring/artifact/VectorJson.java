package techflow.scoring.artifact;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureSchema.Column;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import tools.jackson.core.JacksonException;

/**
 * A feature vector as canonical JSON that tells its own schema, for score logs and replay: the same vector gives the
 * same text, and reading gives the same bits.
 *
 * <pre>{@code
 * {"enterprise":"91…","asOf":"2026-10-31T16:00:00Z","schema":"fs-1","fingerprint":"…",
 *  "values":[{"name":"firm_age_years","unit":"YEARS","value":7.25},
 *            {"name":"leverage","unit":"RATIO","value":{"missing":"NOT_DISCLOSED"}}, …]}
 * }</pre>
 */
public final class VectorJson {
    /** About as long as one value is, its name and unit included. */
    private static final int CHARACTERS_PER_VALUE = 72;

    private VectorJson() {}

    /** Put together as text: a tree of nodes for 156 values would take four times as long, on every score. */
    public static String write(FeatureVector vector) {
        FeatureSchema schema = vector.schema();
        StringBuilder text = new StringBuilder(CHARACTERS_PER_VALUE * (schema.size() + 4))
                .append("{\"enterprise\":\"")
                .append(vector.enterprise().code())
                .append("\",\"asOf\":\"")
                .append(vector.asOf())
                .append("\",\"schema\":")
                .append(Json.write(Json.text(schema.version())))
                .append(",\"fingerprint\":\"")
                .append(schema.fingerprint())
                .append("\",\"values\":[");
        for (int i = 0; i < schema.size(); i++) {
            append(
                    text.append(i == 0 ? "" : ","),
                    schema.columns().get(i),
                    vector.values().get(i));
        }
        return text.append("]}").toString();
    }

    /**
     * Reads a vector of the given schema.
     *
     * @throws ModelFault SCHEMA_MISMATCH when the text has another schema; the message says in what it differs
     * @throws RecordFault REQUEST_INVALID when the text is not a vector, or a value does not fit its column
     */
    public static FeatureVector read(String text, FeatureSchema schema) {
        try {
            JsonValue json = Json.read(text);
            refuseOtherSchema(json, schema);
            List<FeatureValue> values = json.member("values").items(item -> ValueJson.read(item.member("value")));
            refuseMisfits(schema, values);
            return new FeatureVector(
                    new EnterpriseId(json.member("enterprise").text()),
                    new AsOf(Instant.parse(json.member("asOf").text())),
                    schema,
                    values);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The text must be a feature vector in JSON: " + e.getMessage(),
                    Parameter.safe("length", text.length()));
        }
    }

    private static void append(StringBuilder text, Column column, FeatureValue value) {
        text.append("{\"name\":\"").append(column.name().value()); // names need no escapes
        text.append("\",\"unit\":\"").append(column.unit().name()).append("\",\"value\":");
        switch (value) {
            case FeatureValue.Numeric numeric -> text.append(numeric.value());
            case FeatureValue.Category category -> text.append(Json.write(ValueJson.write(category)));
            case FeatureValue.Missing missing ->
                text.append("{\"missing\":\"").append(missing.reason().name()).append("\"}");
        }
        text.append('}');
    }

    /** Labels are not in the text; the fingerprint tells whether they differ. */
    private static void refuseOtherSchema(JsonValue json, FeatureSchema schema) {
        List<Column> columns = json.member("values").items(item -> readColumn(item, schema));
        FeatureSchema found = new FeatureSchema(json.member("schema").text(), columns);
        schema.differenceTo(found).ifPresent(difference -> {
            throw mismatch(schema, difference);
        });
        String fingerprint = json.member("fingerprint").text();
        if (!fingerprint.equals(schema.fingerprint())) {
            throw mismatch(
                    schema,
                    "the labels of a category differ, or the text was changed: fingerprint must be "
                            + schema.fingerprint() + ", found " + fingerprint);
        }
    }

    private static Column readColumn(JsonValue item, FeatureSchema schema) {
        FeatureName name = new FeatureName(item.member("name").text());
        Unit unit = item.member("unit").word(Unit.class);
        List<String> labels = unit == Unit.CATEGORY
                ? schema.position(name)
                        .map(i -> schema.columns().get(i).labels())
                        .orElse(List.of())
                : List.of();
        return new Column(name, unit, labels);
    }

    private static void refuseMisfits(FeatureSchema schema, List<FeatureValue> values) {
        List<Violation> violations = new java.util.ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Column column = schema.columns().get(i);
            if (!fits(column, values.get(i))) {
                violations.add(new Violation(
                        column.name().value(),
                        column.labels().isEmpty() ? "must be a number or missing" : "must be one of " + column.labels(),
                        values.get(i).toString(),
                        "send the vector as the catalogue computed it"));
            }
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.REQUEST_INVALID, "A value does not fit its column", violations);
        }
    }

    private static boolean fits(Column column, FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> column.labels().isEmpty();
            case FeatureValue.Category category -> column.labels().contains(category.label());
            case FeatureValue.Missing missing -> true;
        };
    }

    private static ModelFault mismatch(FeatureSchema schema, String difference) {
        return new ModelFault(
                ProblemCode.SCHEMA_MISMATCH,
                "The vector does not have the model's schema: " + difference,
                Parameter.safe("expected", schema),
                Parameter.safe("difference", difference));
    }
}
