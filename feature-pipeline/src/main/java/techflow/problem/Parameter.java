package techflow.problem;

/**
 * A value that explains a fault.
 *
 * @param name the parameter's name, camel case
 * @param value the value found, as text
 * @param safe true when the value may be logged and shown to any caller; enterprise codes and names are unsafe
 */
public record Parameter(String name, String value, boolean safe) {
    public static Parameter safe(String name, Object value) {
        return new Parameter(name, String.valueOf(value), true);
    }

    public static Parameter unsafe(String name, Object value) {
        return new Parameter(name, String.valueOf(value), false);
    }
}
