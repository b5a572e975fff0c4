package techflow.features.signal;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * One year's indicators of 创新积分制 (innovation points), as a hi-tech zone reports them.
 *
 * @param year the calendar year they describe
 * @param values the indicators that were reported, in the units of {@link InnovationIndicator}; an absent key was not
 *     reported, which is not zero
 * @param officialPoints the total that the authority published for the year, in its own scale, if it did
 */
public record InnovationIndicators(
        SignalHeader header, int year, Map<InnovationIndicator, Double> values, OptionalDouble officialPoints)
        implements Signal {
    /** @throws IllegalArgumentException when a value is not finite: what is not known is left out */
    public InnovationIndicators {
        values = Map.copyOf(values);
        values.forEach(InnovationIndicators::requireFinite);
        officialPoints.ifPresent(points -> requireFinite("officialPoints", points));
    }

    private static void requireFinite(Object name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, found " + value);
        }
    }

    @Override
    public String naturalKey() {
        return Integer.toString(year);
    }

    @Override
    public SignalKind kind() {
        return SignalKind.INNOVATION_INDICATORS;
    }
}
