package techflow.scoring.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON value that knows where it stands. Every getter throws IllegalArgumentException that names the place. */
record JsonValue(String path, JsonNode node) {
    JsonValue member(String name) {
        return optional(name).orElseThrow(() -> fault("must have the member \"" + name + "\""));
    }

    Optional<JsonValue> optional(String name) {
        @Nullable JsonNode child = node.get(name);
        return child == null ? Optional.empty() : Optional.of(new JsonValue(path + "." + name, child));
    }

    String text() {
        if (!node.isString()) {
            throw fault("must be a string");
        }
        return node.stringValue();
    }

    double number() {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return switch (text()) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw fault("must be a number");
        };
    }

    long whole() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw fault("must be a whole number");
        }
        return node.longValue();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw fault("must be true or false");
        }
        return node.booleanValue();
    }

    <E extends Enum<E>> E word(Class<E> words) {
        return Enum.valueOf(words, text());
    }

    <T> List<T> items(Function<JsonValue, T> each) {
        if (!node.isArray()) {
            throw fault("must be an array");
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(each.apply(new JsonValue(path + "[" + i + "]", node.get(i))));
        }
        return items;
    }

    /** Members in the order of the text. */
    Map<String, JsonValue> members() {
        if (!node.isObject()) {
            throw fault("must be an object");
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        node.properties().forEach(e -> members.put(e.getKey(), new JsonValue(path + "." + e.getKey(), e.getValue())));
        return members;
    }

    IllegalArgumentException fault(String rule) {
        String found = node.toString();
        return new IllegalArgumentException(
                path + " " + rule + ", found " + found.substring(0, Math.min(found.length(), 80)));
    }
}
