package techflow.features.aggregate;

import java.util.OptionalDouble;

/** How much numbers vary around their mean. */
public final class Dispersion {
    private Dispersion() {}

    /**
     * Coefficient of variation: the sample standard deviation (divisor n − 1) over the mean. Empty for fewer than two
     * numbers and for a mean of zero or less.
     */
    public static OptionalDouble coefficientOfVariation(double[] numbers) {
        double mean = mean(numbers);
        if (numbers.length < 2 || !(mean > 0)) {
            return OptionalDouble.empty();
        }
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return OptionalDouble.of(Math.sqrt(squares / (numbers.length - 1)) / mean);
    }

    /** The arithmetic mean, NaN for no numbers. */
    static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
