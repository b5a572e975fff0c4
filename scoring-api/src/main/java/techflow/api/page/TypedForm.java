package techflow.api.page;

import java.util.List;
import java.util.Map;

/**
 * A form as it is shown again: what was typed, and which fields broke a rule.
 *
 * @param values by field
 * @param wrongFields names of the fields
 */
record TypedForm(Map<String, List<String>> values, List<String> wrongFields) {
    static final TypedForm EMPTY = new TypedForm(Map.of(), List.of());

    TypedForm {
        values = Map.copyOf(values);
        wrongFields = wrongFields.stream().distinct().toList();
    }

    /** The first text of a field, empty when nothing was typed. */
    public String value(String field) {
        return values.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** Whether a box was ticked. */
    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    public boolean wrong(String field) {
        return wrongFields.contains(field);
    }
}
