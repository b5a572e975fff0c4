package techflow.features.aggregate;

import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;

/** Quotients that never divide by nothing: a base of zero or less gives {@code Missing(UNDEFINED)}. */
public final class Ratio {
    /** What {@link #growth} can give: from a total loss to elevenfold, beyond which more growth tells nothing new. */
    public static final Range GROWTH = new Range(-1, 10);

    private Ratio() {}

    /** The quotient, moved to the nearest end of the range when it lies outside. */
    public static FeatureValue of(double numerator, double denominator, Range clampedTo) {
        if (!(denominator > 0)) {
            return FeatureValue.missing(MissingReason.UNDEFINED);
        }
        return FeatureValue.of(clamp(numerator / denominator, clampedTo));
    }

    /** {@code (now − base) / base}, clamped to {@link #GROWTH}. */
    public static FeatureValue growth(double base, double now) {
        return of(now - base, base, GROWTH);
    }

    /** The value, moved to the nearest end of the range when it lies outside. */
    public static double clamp(double value, Range range) {
        return Math.max(range.low(), Math.min(range.high(), value));
    }
}
