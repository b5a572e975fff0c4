package techflow.scoring.artifact;

import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureSchema.Column;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import tools.jackson.databind.JsonNode;

/** Feature values and schemas as JSON: a number, {@code {"label":…}} or {@code {"missing":…}}. */
final class ValueJson {
    private ValueJson() {}

    static JsonNode write(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> Json.number(numeric.value());
            case FeatureValue.Category category -> Json.object().put("label", category.label());
            case FeatureValue.Missing missing ->
                Json.object().put("missing", missing.reason().name());
        };
    }

    static FeatureValue read(JsonValue json) {
        if (json.node().isNumber()) {
            return FeatureValue.of(json.number());
        }
        return json.optional("label")
                .<FeatureValue>map(label -> new FeatureValue.Category(label.text()))
                .orElseGet(() -> FeatureValue.missing(json.member("missing").word(MissingReason.class)));
    }

    static JsonNode write(FeatureSchema schema) {
        return Json.object()
                .put("version", schema.version())
                .set("columns", Json.array(schema.columns(), ValueJson::write));
    }

    static FeatureSchema readSchema(JsonValue json) {
        List<Column> columns = json.member("columns").items(ValueJson::readColumn);
        return new FeatureSchema(json.member("version").text(), columns);
    }

    private static JsonNode write(Column column) {
        var json = Json.object()
                .put("name", column.name().value())
                .put("unit", column.unit().name());
        return column.labels().isEmpty() ? json : json.set("labels", Json.array(column.labels(), Json::text));
    }

    private static Column readColumn(JsonValue json) {
        List<String> labels =
                json.optional("labels").map(l -> l.items(JsonValue::text)).orElse(List.of());
        return new Column(
                new FeatureName(json.member("name").text()), json.member("unit").word(Unit.class), labels);
    }
}
