package techflow.scoring.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.definition.FeatureName;
import techflow.scoring.technology.Condition;
import techflow.scoring.technology.Curve;

/** The parts that both sections of the file are made of. Empty means that a violation was noted. */
final class Parts {
    private Parts() {}

    static Optional<FeatureName> feature(SettingsNode node) {
        return node.get("feature").flatMap(one -> one.text().flatMap(text -> one.make(() -> new FeatureName(text))));
    }

    /** A list of pairs {@code [value, score]}. */
    static Optional<Curve> curve(SettingsNode node) {
        List<Optional<Curve.Point>> points =
                node.elements().stream().map(Parts::point).toList();
        return all(points).flatMap(known -> node.make(() -> new Curve(known)));
    }

    private static Optional<Curve.Point> point(SettingsNode node) {
        List<Optional<Double>> pair =
                node.elements().stream().map(SettingsNode::number).toList();
        return all(pair)
                .flatMap(numbers -> node.make(() -> {
                    if (numbers.size() != 2) {
                        throw new IllegalArgumentException("must be a pair [value, score], found " + numbers);
                    }
                    return new Curve.Point(numbers.get(0), numbers.get(1));
                }));
    }

    /** A list of {@code {feature, atLeast, below}}. */
    static Optional<List<Condition>> conditions(SettingsNode node) {
        return all(node.elements().stream().map(Parts::condition).toList());
    }

    private static Optional<Condition> condition(SettingsNode node) {
        if (!node.isMappingOf("feature", "atLeast", "below")) {
            return Optional.empty();
        }
        Optional<FeatureName> feature = feature(node);
        Optional<Double> atLeast = limit(node, "atLeast", Double.NEGATIVE_INFINITY);
        Optional<Double> below = limit(node, "below", Double.POSITIVE_INFINITY);
        return feature.isEmpty() || atLeast.isEmpty() || below.isEmpty()
                ? Optional.empty()
                : node.make(() -> new Condition(feature.get(), atLeast.get(), below.get()));
    }

    private static Optional<Double> limit(SettingsNode node, String key, double otherwise) {
        return node.has(key) ? node.get(key).flatMap(SettingsNode::number) : Optional.of(otherwise);
    }

    /** A mapping with a number for each word. */
    static <E extends Enum<E>> Optional<Map<E, Double>> numbers(SettingsNode node, Class<E> words) {
        if (!node.isMappingOf(words.getEnumConstants())) {
            return Optional.empty();
        }
        Map<E, Double> numbers = new EnumMap<>(words);
        for (E word : words.getEnumConstants()) {
            node.get(word.name()).flatMap(SettingsNode::number).ifPresent(number -> numbers.put(word, number));
        }
        return numbers.size() == words.getEnumConstants().length ? Optional.of(numbers) : Optional.empty();
    }

    /** All of them, or empty when one is. */
    static <T> Optional<List<T>> all(List<Optional<T>> parts) {
        List<T> known = new ArrayList<>();
        parts.forEach(part -> part.ifPresent(known::add));
        return known.size() == parts.size() ? Optional.of(known) : Optional.empty();
    }
}
