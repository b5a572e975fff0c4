package techflow.scoring.scorecard;

import techflow.features.definition.FeatureName;

/**
 * One line of a scorecard.
 *
 * @param binning how its feature is binned
 * @param coefficient weight of its WoE in the log-odds good : bad; 0 or more, so that a safer bin never costs points
 */
public record Characteristic(Binning binning, double coefficient) {
    public Characteristic {
        if (!(coefficient >= 0)) {
            throw new IllegalArgumentException(
                    binning.feature() + ": the coefficient must be 0 or more, found " + coefficient);
        }
    }

    public FeatureName feature() {
        return binning.feature();
    }

    /** The lowest term, coefficient times WoE, that any firm can have. */
    public double lowestTerm() {
        return coefficient * binning.all().stream().mapToDouble(Bin::woe).min().orElseThrow();
    }

    /**
     * The highest term that any firm can have. A reference's mean term lies between the two, so that a value in the safest
     * bin never costs points against any reference.
     */
    public double highestTerm() {
        return coefficient * binning.all().stream().mapToDouble(Bin::woe).max().orElseThrow();
    }
}
