package techflow.api.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published API description, as far as a client needs it to call every operation. */
public final class ApiContract {
    private static final List<String> METHODS = List.of("get", "head", "post", "put", "patch", "delete");

    private final JsonNode root;

    private ApiContract(JsonNode root) {
        this.root = root;
    }

    /** @param json OpenAPI 3.1 */
    public static ApiContract of(String json) {
        return new ApiContract(JsonMapper.shared().readTree(json));
    }

    /**
     * One operation.
     *
     * @param method upper case
     * @param path with its variables in braces
     * @param parameters in path, query and header
     * @param bodies schema of the body by media type, none when it takes no body
     * @param statuses statuses that are described
     */
    public record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            Map<String, JsonNode> bodies,
            List<Integer> statuses) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** @param in path, query or header */
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** All of them, in the order of the description. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> operations.add(
                                operation(method, path.getKey(), path.getValue().get(method)))));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode node) {
        List<Parameter> parameters = new ArrayList<>();
        node.path("parameters").forEach(each -> {
            JsonNode parameter = resolved(each);
            parameters.add(new Parameter(
                    parameter.get("name").stringValue(),
                    parameter.get("in").stringValue(),
                    parameter.path("required").asBoolean(false),
                    resolved(parameter.path("schema"))));
        });
        Map<String, JsonNode> bodies = new TreeMap<>();
        resolved(node.path("requestBody"))
                .path("content")
                .properties()
                .forEach(body ->
                        bodies.put(body.getKey(), resolved(body.getValue().path("schema"))));
        List<Integer> statuses = new ArrayList<>();
        node.path("responses").properties().forEach(response -> statuses.add(Integer.valueOf(response.getKey())));
        return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, bodies, statuses);
    }

    /** The schema itself where it is named by reference. */
    public JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = root.at(at.get("$ref").stringValue().substring(1));
        }
        return at;
    }
}
