package techflow.scoring.bins;

import java.util.ArrayList;
import java.util.List;
import techflow.features.definition.Direction;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Binning;

/**
 * What data gave in the bins of one feature.
 *
 * @param binning the bins with counts and WoE
 * @param informationValue Σ (%good − %bad) · WoE over all bins
 */
public record Counted(Binning binning, double informationValue) {
    /** Pairs of neighbouring bins, counted from 1, whose WoE does not strictly follow the direction; none without one. */
    public List<Integer> against(Direction direction) {
        int sign = switch (direction) {
            case SAFER_WHEN_HIGHER -> 1;
            case RISKIER_WHEN_HIGHER -> -1;
            case NONE -> 0;
        };
        List<Integer> against = new ArrayList<>();
        List<Bin> bins = binning.bins();
        for (int i = 1; i < bins.size(); i++) {
            if (sign != 0 && sign * (bins.get(i).woe() - bins.get(i - 1).woe()) <= 0) {
                against.add(i);
            }
        }
        return against;
    }
}
