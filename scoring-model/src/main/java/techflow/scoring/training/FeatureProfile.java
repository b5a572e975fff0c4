package techflow.scoring.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureValue.MissingReason;

/**
 * What a set of vectors tells of one feature alone.
 *
 * @param definition the feature
 * @param rows how many vectors
 * @param missing vectors without a value by reason; a reason that does not occur is absent
 * @param distribution of the known numbers, empty for a category and when none is known
 * @param labels vectors by category, empty for a number
 * @param informationValue Σ (%good − %bad) · WoE over the bins of a fitted binning, the missing one included; empty when
 *     outcomes are not known; 0 when nothing separates
 */
public record FeatureProfile(
        FeatureDefinition definition,
        int rows,
        Map<MissingReason, Integer> missing,
        Optional<Distribution> distribution,
        Map<String, Integer> labels,
        OptionalDouble informationValue) {
    /**
     * A sketch of a distribution.
     *
     * @param min least value
     * @param p5 value of which 5 in 100 are not above it
     * @param p50 median
     * @param p95 value of which 95 in 100 are not above it
     * @param max greatest value
     * @param histogram counts in cells of equal width from p5 to p95; the first and the last take what lies beyond
     */
    public record Distribution(double min, double p5, double p50, double p95, double max, List<Integer> histogram) {
        public Distribution {
            histogram = List.copyOf(histogram);
        }
    }

    /** Vectors with a value. */
    public int known() {
        return rows - missing.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Share of vectors with a value, in [0, 1]; 0 of none. */
    public double coverage() {
        return rows == 0 ? 0 : (double) known() / rows;
    }
}
