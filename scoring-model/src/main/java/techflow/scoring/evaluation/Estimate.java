package techflow.scoring.evaluation;

import java.util.Arrays;
import java.util.Locale;

/**
 * A figure with its 95 % confidence interval.
 *
 * @param value the estimate
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {
    static final double Z = 1.959963984540054;

    /** The percentile interval of bootstrap replicates. Sorts them. */
    static Estimate ofReplicates(double value, double[] replicates) {
        Arrays.sort(replicates);
        int last = replicates.length - 1;
        return new Estimate(
                value, replicates[(int) Math.floor(0.025 * last)], replicates[(int) Math.ceil(0.975 * last)]);
    }

    /** Such as {@code 0.812 (0.790–0.834)}. */
    public String text(int digits) {
        String form = "%." + digits + "f";
        return String.format(Locale.ROOT, form + " (" + form + "–" + form + ")", value, low, high);
    }
}
