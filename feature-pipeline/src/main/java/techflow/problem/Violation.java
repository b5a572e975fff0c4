package techflow.problem;

/**
 * One broken rule of one field, with what to do about it.
 *
 * @param field the column or property, as the sender wrote it
 * @param rule the rule that is broken, as a sentence
 * @param found the value found, empty when it was missing
 * @param advice what the sender should do
 */
public record Violation(String field, String rule, String found, String advice) {
    /** One line for logs and reject files. */
    public String describe() {
        return "%s: %s, found \"%s\"; %s".formatted(field, rule, found, advice);
    }
}
