package techflow.features.parity;

import java.util.List;

/**
 * What became of a comparison.
 *
 * @param schemaDifferences every difference of the two schemas by name; empty when they are the same
 * @param compared pairs of vectors of one firm at one instant
 * @param onlyLeft vectors that only the left side has
 * @param onlyRight vectors that only the right side has
 * @param firmsOnlyLeft firms of which only the left side has vectors
 * @param firmsOnlyRight firms of which only the right side has vectors
 * @param features one entry per feature that both schemas have, in the order of the left one
 */
public record DiffReport(
        List<String> schemaDifferences,
        long compared,
        long onlyLeft,
        long onlyRight,
        long firmsOnlyLeft,
        long firmsOnlyRight,
        List<FeatureDiff> features) {
    public DiffReport {
        schemaDifferences = List.copyOf(schemaDifferences);
        features = List.copyOf(features);
    }

    /** True when schemas, firms, instants and every value are the same. */
    public boolean isEqual() {
        return schemaDifferences.isEmpty()
                && onlyLeft == 0
                && onlyRight == 0
                && unequalFeatures().isEmpty();
    }

    /** The features with at least one unequal pair, in order. */
    public List<FeatureDiff> unequalFeatures() {
        return features.stream().filter(feature -> feature.unequal() > 0).toList();
    }
}
