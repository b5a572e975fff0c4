package techflow.scoring.bins;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;

/**
 * How one feature is binned, and who decided so.
 *
 * @param feature its name
 * @param chineseName its name for people in China
 * @param direction declared effect on risk
 * @param directionWaived true when an expert let the bins stand against the direction
 * @param dropped true when an expert keeps the feature out of models
 * @param cuts where it is cut
 * @param specials exact values with a bin of their own
 * @param counted what the data gave in these bins; empty after an edit until they are counted anew
 * @param edits what experts changed, oldest first
 */
public record FeatureBins(
        FeatureName feature,
        String chineseName,
        Direction direction,
        boolean directionWaived,
        boolean dropped,
        Cuts cuts,
        List<FeatureValue> specials,
        Optional<Counted> counted,
        List<Edit> edits) {
    public FeatureBins {
        specials = List.copyOf(specials);
        edits = List.copyOf(edits);
    }

    /** Other cuts. @param waive whether they may contradict the direction */
    FeatureBins cut(Cuts other, Optional<Counted> recounted, boolean waive, Edit edit) {
        return new FeatureBins(feature, chineseName, direction, waive, dropped, other, specials, recounted, with(edit));
    }

    FeatureBins dropped(boolean out, Edit edit) {
        return new FeatureBins(
                feature, chineseName, direction, directionWaived, out, cuts, specials, counted, with(edit));
    }

    /** The same bins with what data gave in them. */
    public FeatureBins counted(Counted now) {
        return new FeatureBins(
                feature, chineseName, direction, directionWaived, dropped, cuts, specials, Optional.of(now), edits);
    }

    private List<Edit> with(Edit edit) {
        List<Edit> all = new ArrayList<>(edits);
        all.add(edit);
        return all;
    }
}
