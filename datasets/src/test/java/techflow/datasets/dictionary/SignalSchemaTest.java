package techflow.datasets.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SignalSchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry DRAFT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @EnumSource
    void every_schema_is_one_of_draft_2020_12(SignalKind kind) {
        Schema meta = DRAFT.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(meta.validate(text(kind), InputFormat.JSON)).isEmpty();
        assertThat(meta.validate("{\"type\": \"nonsense\"}", InputFormat.JSON)).isNotEmpty();
        assertThat(meta.validate(DataDictionary.schema(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_example_keeps_its_schema_and_is_one_that_the_decoder_accepts(SignalKind kind) {
        JsonNode example = example(kind);

        assertThat(errors(kind, example)).isEmpty();
        List<String> cells = SignalFormat.of(kind).header().stream()
                .map(column -> example.path(column).asString(""))
                .toList();
        assertThat(SignalDecoder.decode(kind, cells)).isInstanceOf(SignalDecoder.Decoded.Accepted.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_required_may_not_be_missing_and_what_is_not_may_be_null(SignalKind kind) {
        for (var column : SignalFormat.of(kind).columns()) {
            ObjectNode without = (ObjectNode) example(kind).deepCopy();
            without.remove(column.name());
            assertThat(errors(kind, without).isEmpty()).as(column.name()).isEqualTo(!column.required());
            without.putNull(column.name());
            assertThat(errors(kind, without).isEmpty()).as(column.name()).isEqualTo(!column.required());
        }
    }

    @Test
    void a_wrong_cell_breaks_the_schema() {
        Map<String, JsonNode> wrong = Map.of(
                "period", JSON.valueToTree("2026-13"),
                "paid", JSON.valueToTree(12.5),
                "payable", JSON.valueToTree("-3.00"),
                "arrears", JSON.valueToTree("1.005"),
                "filed_late", JSON.valueToTree("no"),
                "uscc", JSON.valueToTree("91000000M00000012I"),
                "occurred_at", JSON.valueToTree(20260930),
                "unknown_column", JSON.valueToTree("x"));

        wrong.forEach((column, value) -> {
            ObjectNode row = (ObjectNode) example(SignalKind.MONTHLY_TAX).deepCopy();
            row.set(column, value);
            assertThat(errors(SignalKind.MONTHLY_TAX, row))
                    .as(column + " = " + value)
                    .isNotEmpty();
        });
        ObjectNode negative =
                (ObjectNode) example(SignalKind.CONTRIBUTION_MONTH).deepCopy();
        negative.put("persons", -1);
        assertThat(errors(SignalKind.CONTRIBUTION_MONTH, negative)).isNotEmpty();
    }

    @Test
    void titles_are_chinese_where_the_dictionary_is_and_descriptions_english() {
        JsonNode schema = JSON.readTree(text(SignalKind.ENTERPRISE_PROFILE));

        assertThat(schema.path("title").asString()).isEqualTo("企业主体信息");
        assertThat(schema.at("/properties/registered_capital/title").asString()).isEqualTo("注册资本");
        assertThat(schema.at("/properties/registered_capital/description").asString())
                .contains("registered capital", "two decimals");
    }

    private static String text(SignalKind kind) {
        return DataDictionary.schemas().getOrDefault(kind.fileStem() + ".schema.json", "");
    }

    private static JsonNode example(SignalKind kind) {
        return JSON.readTree(text(kind)).at("/examples/0");
    }

    private static List<Error> errors(SignalKind kind, JsonNode row) {
        return DRAFT.getSchema(text(kind), InputFormat.JSON).validate(row);
    }
}
