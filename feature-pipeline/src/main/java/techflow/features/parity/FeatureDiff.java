package techflow.features.parity;

import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.snapshot.AsOf;

/**
 * How one feature compares over all pairs of vectors.
 *
 * @param name the feature
 * @param equal pairs with the same value, or missing for the same reason
 * @param different pairs with two known values that differ
 * @param missingOnlyLeft pairs missing on the left and known on the right
 * @param missingOnlyRight pairs missing on the right and known on the left
 * @param otherReason pairs missing on both sides, for different reasons
 * @param maxAbsolute greatest absolute difference of two numbers, in the feature's unit; 0 when none differ
 * @param meanAbsolute mean absolute difference over the pairs of two numbers that differ; 0 when none differ
 * @param examples the first pairs that are not equal, at most {@link VectorDiff#EXAMPLES}
 */
public record FeatureDiff(
        FeatureName name,
        long equal,
        long different,
        long missingOnlyLeft,
        long missingOnlyRight,
        long otherReason,
        double maxAbsolute,
        double meanAbsolute,
        List<Example> examples) {
    public FeatureDiff {
        examples = List.copyOf(examples);
    }

    /**
     * One pair that is not equal.
     *
     * @param maskedFirm the firm's code, masked for people and logs
     * @param asOf when
     * @param left the left value
     * @param right the right value
     */
    public record Example(String maskedFirm, AsOf asOf, FeatureValue left, FeatureValue right) {}

    /** Pairs that are not equal, for whatever reason. */
    public long unequal() {
        return different + missingOnlyLeft + missingOnlyRight + otherReason;
    }
}
