package techflow.features.aggregate;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;

/**
 * One number for each whole month of a window, in order of time. A month that the source tells nothing about is a gap:
 * it is not zero, and no sum, mean or count sees it. Immutable.
 */
public final class MonthlySeries {
    private static final Range TREND = new Range(-1, 1);
    private static final Range SEASONAL = new Range(0, 5);
    private static final int YEAR = 12;

    private final double[] values; // NaN marks a gap
    private final boolean everTold;

    /**
     * @param values one number a month, NaN for a gap
     * @param everTold whether the source told anything at all about the firm, in the window or not
     */
    MonthlySeries(double[] values, boolean everTold) {
        this.values = values;
        this.everTold = everTold;
    }

    /**
     * The result when at least {@code minimum} months are known; otherwise missing: NO_DATA when the source never told
     * anything, else NOT_ENOUGH_HISTORY.
     */
    public FeatureValue whenKnown(int minimum, Function<MonthlySeries, FeatureValue> result) {
        if (known() >= minimum) {
            return result.apply(this);
        }
        return FeatureValue.missing(everTold ? MissingReason.NOT_ENOUGH_HISTORY : MissingReason.NO_DATA);
    }

    /** The result, even without a known month, when the source ever told anything; otherwise missing: NO_DATA. */
    public FeatureValue whenEverTold(Function<MonthlySeries, FeatureValue> result) {
        return everTold ? result.apply(this) : FeatureValue.missing(MissingReason.NO_DATA);
    }

    public int months() {
        return values.length;
    }

    /** Number of months with a value. */
    public int known() {
        int known = 0;
        for (double value : values) {
            known += Double.isNaN(value) ? 0 : 1;
        }
        return known;
    }

    /** The values of the months that are known, in order of time. */
    public double[] knownValues() {
        double[] told = new double[known()];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                told[count++] = value;
            }
        }
        return told;
    }

    /** Sum of the known months, 0 for none. */
    public double sum() {
        double sum = 0;
        for (double value : values) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    /** Mean of the known months, NaN for none. */
    public double mean() {
        return sum() / known();
    }

    /** Greatest of the known months, NaN for none. */
    public double peak() {
        double peak = Double.NaN;
        for (double value : values) {
            peak = value > peak || Double.isNaN(peak) ? value : peak;
        }
        return peak;
    }

    /** Least of the known months, NaN for none. */
    public double lowest() {
        double lowest = Double.NaN;
        for (double value : values) {
            lowest = value < lowest || Double.isNaN(lowest) ? value : lowest;
        }
        return lowest;
    }

    /** Number of the latest known months in a row whose value passes the test; gaps between them are passed over. */
    public int streak(DoublePredicate test) {
        int streak = 0;
        for (int i = values.length - 1; i >= 0; i--) {
            if (!Double.isNaN(values[i]) && !test.test(values[i])) {
                return streak;
            }
            streak += Double.isNaN(values[i]) ? 0 : 1;
        }
        return streak;
    }

    /**
     * Adjusted for the season: each month from the 13th on over the same month of the year before, clamped to [0, 5]; a
     * gap where one of the two is a gap or the earlier one is not positive.
     */
    public MonthlySeries overYearBefore() {
        double[] ratios = new double[Math.max(0, values.length - YEAR)];
        for (int i = 0; i < ratios.length; i++) {
            double before = values[i];
            double now = values[i + YEAR];
            ratios[i] = before > 0 && !Double.isNaN(now) ? Ratio.clamp(now / before, SEASONAL) : Double.NaN;
        }
        return new MonthlySeries(ratios, everTold);
    }

    /** The value of the latest known month, NaN for none. */
    public double latest() {
        for (int i = values.length - 1; i >= 0; i--) {
            if (!Double.isNaN(values[i])) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    /**
     * Compares the latest known month among the last {@code recent} ones with the month {@code monthsEarlier} months
     * before it, earlier value first; the series must hold at least {@code recent + monthsEarlier} months. Missing when one
     * of the two is not known.
     */
    public FeatureValue latestWith(int recent, int monthsEarlier, BiFunction<Double, Double, FeatureValue> comparison) {
        for (int i = values.length - 1; i >= values.length - recent; i--) {
            if (!Double.isNaN(values[i])) {
                double before = values[i - monthsEarlier];
                return Double.isNaN(before)
                        ? FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY)
                        : comparison.apply(before, values[i]);
            }
        }
        return FeatureValue.missing(everTold ? MissingReason.NOT_ENOUGH_HISTORY : MissingReason.NO_DATA);
    }

    /** Number of known months whose value passes the test. */
    public int count(DoublePredicate test) {
        int count = 0;
        for (double value : values) {
            count += !Double.isNaN(value) && test.test(value) ? 1 : 0;
        }
        return count;
    }

    /** The first months of the series. */
    public MonthlySeries first(int months) {
        return new MonthlySeries(Arrays.copyOfRange(values, 0, months), everTold);
    }

    /** The last months of the series. */
    public MonthlySeries last(int months) {
        return new MonthlySeries(Arrays.copyOfRange(values, values.length - months, values.length), everTold);
    }

    /** {@link Dispersion#coefficientOfVariation} of the known months; undefined when their mean is not positive. */
    public FeatureValue volatility() {
        var variation = Dispersion.coefficientOfVariation(knownValues());
        return variation.isPresent()
                ? FeatureValue.of(variation.getAsDouble())
                : FeatureValue.missing(MissingReason.UNDEFINED);
    }

    /**
     * Growth of the mean of the later half over that of the earlier half, clamped to {@link Ratio#GROWTH}; each half needs
     * {@code minimum} known months. Means of known months, so that a gap is not taken for a fall.
     */
    public FeatureValue growthOfHalves(int minimum) {
        int half = values.length / 2;
        MonthlySeries earlier = first(half);
        MonthlySeries later = last(half);
        return earlier.whenKnown(
                minimum, base -> later.whenKnown(minimum, now -> Ratio.growth(base.mean(), now.mean())));
    }

    /**
     * Slope of the least-squares line through the known months, as a share of their mean per month, clamped to [−1, 1];
     * undefined for fewer than two known months or a mean that is not positive.
     */
    public FeatureValue trend() {
        double meanMonth = meanMonth();
        double mean = mean();
        double products = 0;
        double squares = 0;
        for (int month = 0; month < values.length; month++) {
            if (!Double.isNaN(values[month])) {
                products += (month - meanMonth) * (values[month] - mean);
                squares += (month - meanMonth) * (month - meanMonth);
            }
        }
        return mean > 0 ? Ratio.of(products / mean, squares, TREND) : FeatureValue.missing(MissingReason.UNDEFINED);
    }

    private double meanMonth() {
        double sum = 0;
        for (int month = 0; month < values.length; month++) {
            sum += Double.isNaN(values[month]) ? 0 : month;
        }
        return sum / known();
    }
}
