package techflow.scoring.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import techflow.problem.Violation;
import techflow.scoring.validation.gate.Figure;
import tools.jackson.databind.JsonNode;

/** A place in the file and the list that takes what is wrong there. Reading goes on after a violation. */
record SettingsNode(String path, JsonNode node, List<Violation> violations) {
    /** The value of a key that must be there. */
    Optional<SettingsNode> get(String key) {
        JsonNode child = node.get(key);
        if (child == null || child.isNull()) {
            violate(path.isEmpty() ? key : path + "." + key, "must be given", "", "add it");
            return Optional.empty();
        }
        return Optional.of(new SettingsNode(path.isEmpty() ? key : path + "." + key, child, violations));
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    /** Every key must be one of these; only for a mapping. */
    boolean isMappingOf(String... keys) {
        if (!node.isObject()) {
            violate("must be a mapping of " + String.join(", ", keys));
            return false;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!Arrays.asList(keys).contains(entry.getKey())) {
                violate(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                        "must be one of " + String.join(", ", keys),
                        entry.getKey(),
                        "correct or delete the key");
            }
        }
        return true;
    }

    boolean isMappingOf(Enum<?>[] keys) {
        return isMappingOf(names(keys));
    }

    /** The elements of a list; none, and a violation, for anything else. */
    List<SettingsNode> elements() {
        List<SettingsNode> elements = new ArrayList<>();
        if (!node.isArray()) {
            violate("must be a list");
            return elements;
        }
        for (int i = 0; i < node.size(); i++) {
            elements.add(new SettingsNode(path + "[" + i + "]", node.get(i), violations));
        }
        return elements;
    }

    Optional<String> text() {
        if (node.isString() && !node.stringValue().isBlank()) {
            return Optional.of(node.stringValue());
        }
        violate("must be a text that is not empty");
        return Optional.empty();
    }

    Optional<Double> number() {
        if (node.isNumber() && Double.isFinite(node.doubleValue())) {
            return Optional.of(node.doubleValue());
        }
        violate("must be a finite number");
        return Optional.empty();
    }

    Optional<Integer> wholeNumber() {
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return Optional.of(node.intValue());
        }
        violate("must be a whole number");
        return Optional.empty();
    }

    <E extends Enum<E>> Optional<E> word(Class<E> words) {
        for (E word : words.getEnumConstants()) {
            if (node.isString() && word.name().equals(node.stringValue())) {
                return Optional.of(word);
            }
        }
        violate("must be one of " + String.join(", ", names(words.getEnumConstants())));
        return Optional.empty();
    }

    Optional<Boolean> flag() {
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        violate("must be true or false");
        return Optional.empty();
    }

    /** The figure of that word, such as {@code auc_low}. */
    Optional<Figure> figure() {
        for (Figure figure : Figure.values()) {
            if (node.isString() && figure.word().equals(node.stringValue())) {
                return Optional.of(figure);
            }
        }
        violate("must be one of "
                + Arrays.stream(Figure.values()).map(Figure::word).toList());
        return Optional.empty();
    }

    /** What the supplier makes; the rule that its constructor refuses becomes a violation of this place. */
    <T> Optional<T> make(Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (IllegalArgumentException e) {
            violate(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void violate(String rule) {
        String found = node.isContainer() ? node.size() + " entries" : node.asString();
        violate(path, rule, found, "correct the setting");
    }

    private void violate(String field, String rule, String found, String advice) {
        violations.add(new Violation(field, rule, found, advice));
    }

    private static String[] names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toArray(String[]::new);
    }
}
