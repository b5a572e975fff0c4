package techflow.scoring.artifact;

import java.util.List;
import java.util.function.Function;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The canonical JSON of this package: members in the order they are set, no white space, doubles by the JDK. */
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Double.toString and parseDouble of JDK 19 and later are exact and shortest; the library's own are left out. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .disable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    /** A finite number as a number, an infinite one as the string {@code Infinity} or {@code -Infinity}. */
    static JsonNode number(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("an artefact holds no NaN");
        }
        return Double.isInfinite(value) ? NODES.stringNode(Double.toString(value)) : NODES.numberNode(value);
    }

    static JsonNode text(String value) {
        return NODES.stringNode(value);
    }

    static <T> ArrayNode array(List<T> items, Function<T, JsonNode> each) {
        ArrayNode array = NODES.arrayNode(items.size());
        items.forEach(item -> array.add(each.apply(item)));
        return array;
    }

    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** @throws tools.jackson.core.JacksonException when the text is not JSON */
    static JsonValue read(String text) {
        return new JsonValue("$", MAPPER.readTree(text));
    }
}
