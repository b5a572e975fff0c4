package techflow.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The members of a small request, from JSON or from a form, and the rules they break: all are collected before one fault
 * tells them together.
 */
public final class RequestFields {
    private static final int LONGEST_SHOWN = 64;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private RequestFields() {}

    /**
     * From a JSON object whose members are texts or lists of texts.
     *
     * @param members that may stand in it; any other breaks a rule
     * @throws RecordFault REQUEST_INVALID when it is no such object
     */
    public static RequestFields json(byte[] body, List<String> members) {
        RequestFields fields = new RequestFields();
        object(body, members).properties().forEach(member -> {
            if (members.contains(member.getKey())) {
                fields.take(member.getKey(), member.getValue());
            } else {
                fields.violate(member.getKey(), "is not a member of this request", "", "send only " + members);
            }
        });
        return fields;
    }

    /** From a form, where an empty field is one that was not sent and other fields are the page's own. */
    public static RequestFields form(Map<String, List<String>> form, List<String> members) {
        RequestFields fields = new RequestFields();
        form.forEach((name, texts) -> {
            List<String> filled = texts.stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (members.contains(name) && !filled.isEmpty()) {
                fields.values.put(name, filled);
            }
        });
        return fields;
    }

    /** Every text of a member, none when it was not sent. */
    public List<String> texts(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The text of a member that may be left out; empty also when it broke a rule already. */
    public Optional<String> text(String name) {
        if (texts(name).size() > 1) {
            violate(name, "must be one text", texts(name).toString(), "send one");
            values.remove(name);
        }
        return texts(name).stream().findFirst();
    }

    /** The text of a member that must be there; when it is not, that is told. */
    public Optional<String> required(String name, String advice) {
        Optional<String> text = text(name);
        if (text.isEmpty() && violations.stream().noneMatch(v -> v.field().equals(name))) {
            violate(name, "is required", "", advice);
        }
        return text;
    }

    /** A required text of some length without control characters, which a person wrote. */
    public Optional<String> prose(String name, int shortest, int longest, String advice) {
        Optional<String> text = required(name, advice);
        boolean fits = text.map(String::strip)
                .filter(t -> t.equals(text.get()))
                .filter(t -> t.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r'))
                .filter(t -> t.codePointCount(0, t.length()) >= shortest && t.codePointCount(0, t.length()) <= longest)
                .isPresent();
        if (text.isPresent() && !fits) {
            violate(
                    name,
                    "must have %d to %d characters, no control characters, no space at its ends"
                            .formatted(shortest, longest),
                    text.get(),
                    advice);
        }
        return text.filter(t -> fits);
    }

    /** A required word of an enumeration. */
    public <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        List<String> known = names(words);
        Optional<String> text = required(name, "send one of " + known);
        text.filter(t -> !known.contains(t))
                .ifPresent(t -> violate(name, "must be one of " + known, t, "choose one of them"));
        return text.filter(known::contains).map(t -> Enum.valueOf(words, t));
    }

    /** Required words of an enumeration, at least one. */
    public <E extends Enum<E>> List<E> words(String name, Class<E> words) {
        List<String> known = names(words);
        if (texts(name).isEmpty()) {
            required(name, "send a list of " + known);
        }
        texts(name).stream()
                .filter(t -> !known.contains(t))
                .forEach(t -> violate(name, "must be of " + known, t, "choose from them"));
        return texts(name).stream()
                .filter(known::contains)
                .map(t -> Enum.valueOf(words, t))
                .toList();
    }

    /** Whatever a reader makes of a text; a reader that throws {@link IllegalArgumentException} breaks the rule. */
    public <T> Optional<T> parsed(Optional<String> text, String name, String rule, Function<String, T> reader) {
        return text.flatMap(found -> {
            try {
                return Optional.of(reader.apply(found));
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                violate(name, rule, found, "correct it");
                return Optional.empty();
            }
        });
    }

    /** One more broken rule. */
    public void violate(String field, String rule, String found, String advice) {
        violations.add(new Violation(shortened(field), rule, shortened(found), advice));
    }

    /** More broken rules. */
    public void violate(List<Violation> more) {
        violations.addAll(more);
    }

    /** @throws RecordFault REQUEST_INVALID with all broken rules, when there are any */
    public void require() {
        if (!violations.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID, "The request breaks " + violations.size() + " rule(s)", violations);
        }
    }

    private void take(String name, JsonNode value) {
        if (value.isString()) {
            values.put(name, List.of(value.stringValue()));
        } else if (value.isArray() && value.valueStream().allMatch(JsonNode::isString)) {
            values.put(name, value.valueStream().map(JsonNode::stringValue).toList());
        } else if (!value.isNull()) {
            violate(name, "must be a text or a list of texts", value.toString(), "put it in quotes");
        }
    }

    private static JsonNode object(byte[] body, List<String> members) {
        try {
            JsonNode node = StrictJson.MAPPER.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw unreadable(e.getOriginalMessage(), members);
        }
        throw unreadable("something else", members);
    }

    private static RecordFault unreadable(String found, List<String> members) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The body cannot be read",
                List.of(new Violation(
                        "body", "must be one JSON object", shortened(String.valueOf(found)), "send " + members)));
    }

    private static <E extends Enum<E>> List<String> names(Class<E> words) {
        return java.util.Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
