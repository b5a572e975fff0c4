package techflow.datasets.dictionary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON, indented, from maps (in their order), lists, texts, numbers and booleans. */
final class JsonText {
    private static final String STEP = "  ";

    private JsonText() {}

    static String of(Object value) {
        return text(value, "\n") + "\n";
    }

    private static String text(Object value, String line) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> quoted(String.valueOf(entry.getKey())) + ": " + text(valueOf(entry), line + STEP))
                        .collect(Collectors.joining("," + line + STEP, "{" + line + STEP, line + "}"));
            case List<?> list ->
                list.stream().map(element -> text(element, line + STEP)).collect(Collectors.joining(", ", "[", "]"));
            case String text -> quoted(text);
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    private static Object valueOf(Map.Entry<?, ?> entry) {
        Object value = entry.getValue();
        if (value == null) {
            throw new IllegalArgumentException("no value for " + entry.getKey());
        }
        return value;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
