package techflow.api.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import techflow.api.testing.ApiContract.Operation;
import techflow.api.testing.ApiContract.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests that follow the description, and requests that nearly do. About half of all values are sound, so that the
 * deeper rules are met too; the rest are of the wrong type, length, range or script, or rubbish.
 */
public final class FuzzedRequests {
    private static final double SOUND = 0.6;
    private static final int DEEPEST = 4;
    private static final List<String> RUBBISH = List.of(
            "",
            " ",
            "null",
            "0",
            "-1",
            "1e999",
            "NaN",
            "9223372036854775808",
            "2026-13-45",
            "9999-12-31",
            "+1000000-01-01",
            "' or 1=1 --",
            "../../etc/passwd",
            "%00",
            "a\u0000b",
            "\u202e反转",
            "\ud83d\ude80",
            "{\"a\":1}",
            "x".repeat(300),
            "企业".repeat(100));

    private final ApiContract contract;
    private final Map<String, List<String>> known;
    private final Random random;

    /** @param known sound values by the name of a parameter or member */
    public FuzzedRequests(ApiContract contract, Map<String, List<String>> known, long seed) {
        this.contract = contract;
        this.known = Map.copyOf(known);
        this.random = new Random(seed);
    }

    /**
     * A request.
     *
     * @param target path and query
     * @param mediaType of the body
     */
    public record Request(
            String method,
            String target,
            Map<String, String> headers,
            Optional<String> mediaType,
            Optional<byte[]> body) {
        @Override
        public String toString() {
            return method + " " + target + " " + headers
                    + body.map(bytes -> " " + new String(bytes, StandardCharsets.UTF_8))
                            .orElse("");
        }
    }

    /** One more request for an operation. */
    public Request next(Operation operation) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        Map<String, String> headers = new TreeMap<>();
        for (Parameter parameter : operation.parameters()) {
            boolean given = parameter.in().equals("path") || random.nextDouble() < (parameter.required() ? 0.95 : 0.5);
            if (given) {
                String value = text(parameter.name(), parameter.schema());
                switch (parameter.in()) {
                    case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(value));
                    case "query" ->
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(parameter.name())
                                .append('=')
                                .append(encoded(value));
                    case "header" -> headers.put(parameter.name(), header(value));
                    default -> throw new IllegalStateException("a parameter in " + parameter.in());
                }
            }
        }
        Optional<String> type = operation.bodies().keySet().stream()
                .skip(
                        operation.bodies().isEmpty()
                                ? 0
                                : random.nextInt(operation.bodies().size()))
                .findFirst();
        Optional<byte[]> body = type.map(name ->
                body(name, java.util.Objects.requireNonNull(operation.bodies().get(name))));
        Optional<String> told = type.map(name -> random.nextInt(20) == 0 ? "text/plain" : name);
        return new Request(operation.method(), path + query, headers, told, body);
    }

    private byte[] body(String type, JsonNode schema) {
        int way = random.nextInt(20);
        if (way == 0) {
            return new byte[0];
        }
        byte[] bytes = (type.contains("ndjson")
                        ? lines(schema)
                        : value("", schema, 0).toString())
                .getBytes(StandardCharsets.UTF_8);
        if (way == 1 && bytes.length > 2) {
            return java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
        }
        if (way == 2) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String lines(JsonNode schema) {
        StringBuilder lines = new StringBuilder();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            lines.append(
                            random.nextInt(8) == 0
                                    ? rubbish()
                                    : value("", schema, 0).toString())
                    .append('\n');
        }
        return lines.isEmpty() ? "\n" : lines.toString();
    }

    private JsonNode value(String name, JsonNode given, int depth) {
        JsonNode schema = contract.resolved(given);
        JsonMapper json = JsonMapper.shared();
        if (depth > DEEPEST || random.nextDouble() > Math.pow(SOUND, 0.3)) {
            return switch (random.nextInt(6)) {
                case 0 -> json.getNodeFactory().nullNode();
                case 1 -> json.getNodeFactory().numberNode(random.nextGaussian() * 1e6);
                case 2 -> json.getNodeFactory().booleanNode(random.nextBoolean());
                case 3 -> json.createArrayNode();
                case 4 -> json.createObjectNode();
                default -> json.getNodeFactory().stringNode(rubbish());
            };
        }
        String type = type(schema);
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> json.getNodeFactory().numberNode(random.nextInt(200) - 20);
            case "number" -> json.getNodeFactory().numberNode(random.nextGaussian() * 10);
            case "boolean" -> json.getNodeFactory().booleanNode(random.nextBoolean());
            default -> json.getNodeFactory().stringNode(text(name, schema));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString("string") : type.asString("string");
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        schema.path("properties").properties().forEach(property -> {
            if (random.nextInt(10) != 0) {
                object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        });
        JsonNode more = schema.path("additionalProperties");
        if (more.isObject() || random.nextInt(15) == 0) {
            object.set(rubbish(), value("", more.isObject() ? more : schema, depth + 1));
        }
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            array.add(value(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private String text(String name, JsonNode given) {
        if (random.nextDouble() > SOUND) {
            return rubbish();
        }
        JsonNode schema = contract.resolved(given);
        List<String> choices = new ArrayList<>(known.getOrDefault(name, List.of()));
        schema.path("enum").forEach(word -> choices.add(word.asString()));
        if (!choices.isEmpty()) {
            return choices.get(random.nextInt(choices.size()));
        }
        return switch (type(schema)) {
            case "integer" -> String.valueOf(random.nextInt(200) - 20);
            case "number" -> String.valueOf(random.nextGaussian());
            case "boolean" -> String.valueOf(random.nextBoolean());
            default -> "v" + Integer.toHexString(random.nextInt());
        };
    }

    private String rubbish() {
        return RUBBISH.get(random.nextInt(RUBBISH.size()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What may stand in a header at all: the client itself refuses the rest. */
    private static String header(String value) {
        String plain = value.replaceAll("[^\\x21-\\x7e]", "_");
        return plain.isEmpty() ? "_" : plain;
    }
}
