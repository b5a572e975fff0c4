package techflow.datasets.dictionary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import techflow.features.signal.Column;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.signal.TextCell;

/**
 * The row of a kind as a JSON Schema, draft 2020-12. Money is a text, so that no reader rounds it; a missing value is left
 * out or null, never zero. The schema says what one cell may be; the check character of a code and rules between cells are
 * the decoder's.
 */
final class SignalSchema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final Pattern BOUNDS = Pattern.compile("from (-?\\d+) to (-?\\d+)");
    private static final Pattern MATCHING = Pattern.compile("must match (\\S+?)(, or empty)?");

    private SignalSchema() {}

    /** File name to text, one for each kind. */
    static Map<String, String> all() {
        Map<String, String> schemas = new LinkedHashMap<>();
        for (SignalKind kind : SignalKind.values()) {
            schemas.put(kind.fileStem() + ".schema.json", JsonText.of(of(kind)));
        }
        return schemas;
    }

    /** One text with every kind under its name. */
    static String together() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (SignalKind kind : SignalKind.values()) {
            Map<String, Object> schema = new LinkedHashMap<>(of(kind));
            schema.remove("$schema");
            kinds.put(kind.name(), schema);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", DRAFT);
        whole.put("title", "信号");
        whole.put("description", "Rows of signals, by kind");
        whole.put("$defs", kinds);
        return JsonText.of(whole);
    }

    static Map<String, Object> of(SignalKind kind) {
        Map<String, Object> properties = header();
        List<String> required = new ArrayList<>(SignalFormat.HEADER_COLUMNS);
        for (Column<?> column : SignalFormat.of(kind).columns()) {
            properties.put(column.name(), property(column));
            if (column.required()) {
                required.add(column.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("$id", "urn:techflow:signal:" + kind.fileStem());
        schema.put("title", kind.chineseName());
        schema.put("description", "One row of " + kind + ": what one source knew of one enterprise");
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        schema.put("examples", List.of(example(kind)));
        return schema;
    }

    private static Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(
                "uscc",
                text(
                        "统一社会信用代码",
                        "unified social credit code, GB 32100-2015; character 18 is a check character",
                        "^[0-9A-HJ-NPQRTUWXY]{18}$"));
        header.put(
                "occurred_at", date("发生日", "the day it happened, or the last day of the period it sums up, in China"));
        Map<String, Object> known =
                described("可知时刻", "from when a lender could have known it; never before occurred_at");
        known.put("type", "string");
        known.put("format", "date-time");
        known.put("pattern", "Z$");
        header.put("known_at", known);
        header.put("source", text("来源", "the system that supplied it", "\\S"));
        return header;
    }

    private static Map<String, Object> property(Column<?> column) {
        String title = chinese(column.description());
        Map<String, Object> property = described(title, column.description() + "; " + column.rule());
        constraints(column).forEach(property::put);
        if (!column.required()) {
            property.put("type", List.of(String.valueOf(property.get("type")), "null"));
            if (property.get("enum") instanceof List<?> words) {
                property.remove("enum");
                property.put("anyOf", List.of(Map.of("type", "null"), Map.of("enum", words)));
            }
        }
        return property;
    }

    private static Map<String, Object> constraints(Column<?> column) {
        Map<String, Object> found = new LinkedHashMap<>();
        switch (column.type()) {
            case "integer", "number" -> {
                found.put("type", column.type());
                bounds(column, found);
            }
            case "boolean" -> found.put("type", "boolean");
            case "yuan" -> {
                found.put("type", "string");
                found.put("pattern", "^" + (accepts(column, "-1") ? "-?" : "") + "[0-9]+(\\.[0-9]{1,2})?$");
            }
            case "date" -> found.putAll(Map.of("type", "string", "format", "date"));
            case "month" -> {
                found.put("type", "string");
                found.put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
            }
            case "text" -> {
                Matcher matching = MATCHING.matcher(column.rule());
                found.put("type", "string");
                found.put("pattern", matching.matches() ? "^(" + matching.group(1) + ")$" : "\\S");
            }
            default -> {
                found.put("type", "string");
                found.put("enum", List.of(column.type().split(", ")));
            }
        }
        return found;
    }

    private static void bounds(Column<?> column, Map<String, Object> found) {
        Matcher bounds = BOUNDS.matcher(column.rule());
        if (bounds.find()) {
            found.put("minimum", new BigDecimal(bounds.group(1)));
            found.put("maximum", new BigDecimal(bounds.group(2)));
        } else if (!accepts(column, "-1")) {
            found.put("minimum", BigDecimal.ZERO);
        }
    }

    /** The column's own parser is asked, since it is what counts. */
    private static boolean accepts(Column<?> column, String text) {
        try {
            return column.parse().apply(TextCell.of(text)) != null;
        } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    /** The Chinese in brackets, else in front, else the whole. */
    private static String chinese(String description) {
        Matcher brackets = Pattern.compile("\\(([^()]*\\p{IsHan}[^()]*)\\)").matcher(description);
        if (brackets.find()) {
            return brackets.group(1);
        }
        return Stream.of(description.split(", "))
                .filter(part -> part.codePoints()
                        .anyMatch(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.HAN))
                .findFirst()
                .orElse(description);
    }

    private static Map<String, Object> date(String title, String description) {
        Map<String, Object> property = described(title, description);
        property.put("type", "string");
        property.put("format", "date");
        return property;
    }

    private static Map<String, Object> text(String title, String description, String pattern) {
        Map<String, Object> property = described(title, description);
        property.put("type", "string");
        property.put("pattern", pattern);
        return property;
    }

    private static Map<String, Object> described(String title, String description) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", title);
        property.put("description", description);
        return property;
    }

    /** The example row of the CSV template, typed; what is empty there is left out. */
    private static Map<String, Object> example(SignalKind kind) {
        List<String> header = SignalFormat.of(kind).header();
        List<String> cells = SignalDictionary.example(kind);
        Map<String, Object> example = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                String type = i < SignalFormat.HEADER_COLUMNS.size()
                        ? "text"
                        : SignalFormat.of(kind)
                                .columns()
                                .get(i - SignalFormat.HEADER_COLUMNS.size())
                                .type();
                example.put(header.get(i), typed(type, cells.get(i)));
            }
        }
        return example;
    }

    private static Object typed(String type, String cell) {
        return switch (type) {
            case "integer", "number" -> new BigDecimal(cell);
            case "boolean" -> Boolean.valueOf(cell);
            default -> cell;
        };
    }
}
