package techflow.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Settings that are a record, changed by the names of its components; a record within it is reached with a dot, such as
 * {@code binning.mostBins}. Numbers, texts, words of an enum and flags can be set.
 */
final class RecordSettings {
    private final List<Violation> violations = new ArrayList<>();

    private RecordSettings() {}

    /**
     * The same settings with some of them changed.
     *
     * @param changes by name
     * @throws RecordFault SETTING_INVALID for unknown names, values that cannot be read and values that the record refuses,
     *     all at once
     */
    static <R extends Record> R with(R standard, Map<String, String> changes) {
        RecordSettings settings = new RecordSettings();
        List<String> known = new ArrayList<>(values(standard).keySet());
        known.remove(Trainers.SEED); // given by an option of its own
        changes.forEach((name, value) -> {
            if (!known.contains(name) && !name.equals(Trainers.SEED)) {
                settings.violate(name, "must be one of " + String.join(", ", known), value, "correct the name");
            }
        });
        Optional<R> changed = settings.changed("", standard, changes);
        if (!settings.violations.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.SETTING_INVALID, "The settings of the trainer cannot be used", settings.violations);
        }
        return changed.orElseThrow();
    }

    /** Every setting that can be changed, by name, in the record's order. */
    static Map<String, String> values(Record settings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = value(settings, component);
            if (value instanceof Record inner) {
                values(inner).forEach((name, text) -> values.put(component.getName() + "." + name, text));
            } else if (isSettable(component.getType())) {
                values.put(component.getName(), String.valueOf(value));
            }
        }
        return values;
    }

    private static boolean isSettable(Class<?> type) {
        return type.isPrimitive() || type.isEnum() || type == String.class;
    }

    private <R extends Record> Optional<R> changed(String prefix, R settings, Map<String, String> changes) {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            Object value = value(settings, components[i]);
            String name = prefix + components[i].getName();
            Optional<String> text = Optional.ofNullable(changes.get(name));
            values[i] = value instanceof Record inner
                    ? changed(name + ".", inner, changes)
                            .<Object>map(one -> one)
                            .orElse(inner)
                    : text.<Object>flatMap(one -> read(name, value, one)).orElse(value);
        }
        return made(prefix, settings, values);
    }

    private <R extends Record> Optional<R> made(String prefix, R settings, Object[] values) {
        Class<?>[] types = Stream.of(settings.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // a record's class is its own type
            Constructor<R> constructor = (Constructor<R>) settings.getClass().getDeclaredConstructor(types);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            violate(
                    prefix.isEmpty() ? "settings" : prefix.substring(0, prefix.length() - 1),
                    String.valueOf(e.getTargetException().getMessage()),
                    Arrays.toString(values),
                    "correct the value");
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings must be a public record: " + settings.getClass(), e);
        }
    }

    private Optional<Object> read(String name, Object standard, String text) {
        try {
            return Optional.of(
                    switch (standard) {
                        case Integer whole -> Integer.valueOf(text);
                        case Long whole -> Long.valueOf(text);
                        case Double number -> Double.valueOf(text);
                        case Float number -> Float.valueOf(text);
                        case Boolean flag -> flag(text);
                        case Enum<?> word -> Enum.valueOf(word.getDeclaringClass(), text.toUpperCase(Locale.ROOT));
                        default -> text;
                    });
        } catch (IllegalArgumentException e) {
            violate(name, "must be " + kind(standard) + " like " + standard, text, "correct the value");
            return Optional.empty();
        }
    }

    private static String kind(Object standard) {
        return switch (standard) {
            case Integer whole -> "a whole number";
            case Long whole -> "a whole number";
            case Number number -> "a number";
            default -> "a word";
        };
    }

    private static boolean flag(String text) {
        if (!List.of("true", "false").contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }

    private static Object value(Record settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings must be a public record: " + settings.getClass(), e);
        }
    }

    private void violate(String name, String rule, String found, String advice) {
        violations.add(new Violation(name, rule, found, advice));
    }
}
