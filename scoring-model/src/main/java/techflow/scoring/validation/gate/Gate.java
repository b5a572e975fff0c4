package techflow.scoring.validation.gate;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A limit to one figure.
 *
 * @param figure what is looked at
 * @param least smallest value that passes, empty for none
 * @param greatest greatest value that passes, empty for none
 * @param required whether a figure that could not be computed fails the gate
 */
public record Gate(Figure figure, OptionalDouble least, OptionalDouble greatest, boolean required) {
    /** @throws IllegalArgumentException without any limit, or with limits that exclude every value */
    public Gate {
        if (least.isEmpty() && greatest.isEmpty()) {
            throw new IllegalArgumentException("a gate needs a least or a greatest value, found neither");
        }
        if (least.isPresent() && greatest.isPresent() && least.getAsDouble() > greatest.getAsDouble()) {
            throw new IllegalArgumentException(
                    "least must not exceed greatest, found " + least.getAsDouble() + " and " + greatest.getAsDouble());
        }
    }

    /** Whether a value lies within the limits; never for NaN. */
    public boolean holds(double value) {
        return !Double.isNaN(value)
                && (least.isEmpty() || value >= least.getAsDouble())
                && (greatest.isEmpty() || value <= greatest.getAsDouble());
    }

    /** Such as {@code ≥ 0.65} or {@code 0.7 – 1.4}. */
    public String limit() {
        if (least.isPresent() && greatest.isPresent()) {
            return text(least.getAsDouble()) + " – " + text(greatest.getAsDouble());
        }
        return least.isPresent() ? "≥ " + text(least.getAsDouble()) : "≤ " + text(greatest.getAsDouble());
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf(value);
    }
}
