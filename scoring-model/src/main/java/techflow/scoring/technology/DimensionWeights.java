package techflow.scoring.technology;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import techflow.scoring.technology.TechnologyAssessment.Dimension;

/**
 * The weights of the dimensions for one technology field.
 *
 * @param shares one per dimension, 0 or more, summing to 1 within 1e-9
 */
public record DimensionWeights(Map<Dimension, Double> shares) {
    private static final double TOLERANCE = 1e-9;

    public DimensionWeights {
        double sum = 0;
        for (Dimension dimension : Dimension.values()) {
            Double share = shares.get(dimension);
            if (share == null || !(share >= 0)) {
                throw new IllegalArgumentException(
                        "each dimension needs a weight of 0 or more, found " + share + " for " + dimension);
            }
            sum += share;
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException("the weights must sum to 100 %, found " + 100 * sum + " %");
        }
        shares = Map.copyOf(new EnumMap<>(shares));
    }

    /** The weight of a dimension, in [0, 1]. */
    public double of(Dimension dimension) {
        return Optional.ofNullable(shares.get(dimension)).orElseThrow();
    }
}
