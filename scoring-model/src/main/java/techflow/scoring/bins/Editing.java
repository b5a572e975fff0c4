package techflow.scoring.bins;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;

/** What an expert may do to the bins of one feature. Counts are added up or left out, never guessed. */
public final class Editing {
    private final Edit edit;
    private final boolean allowDirection;

    /** @param allowDirection whether WoE may contradict the declared direction; the edit's reason then has to say why */
    public Editing(Edit edit, boolean allowDirection) {
        this.edit = edit;
        this.allowDirection = allowDirection;
    }

    /**
     * Other cuts.
     *
     * @throws ModelFault SETTING_INVALID when what is known of the counts contradicts the declared direction
     */
    public FeatureBins cut(FeatureBins bins, Cuts cuts) {
        if (bins.cuts() instanceof Cuts.Numbers != cuts instanceof Cuts.Numbers) {
            throw new IllegalArgumentException(
                    bins.feature() + ": a number has cuts, a category has groups of labels; they do not go together");
        }
        Optional<Counted> summed = bins.counted().flatMap(counted -> Joining.of(counted, bins.cuts(), cuts));
        summed.ifPresent(counted -> refuseAgainst(bins, counted));
        return bins.cut(cuts, summed, allowDirection || bins.directionWaived(), edit);
    }

    public FeatureBins merge(FeatureBins bins, int first, int last) {
        return cut(bins, bins.cuts().merged(first, last));
    }

    public FeatureBins drop(FeatureBins bins) {
        return bins.dropped(true, edit);
    }

    public FeatureBins restore(FeatureBins bins) {
        return bins.dropped(false, edit);
    }

    private void refuseAgainst(FeatureBins bins, Counted counted) {
        if (!allowDirection && !bins.directionWaived()) {
            requireDirection(bins, counted);
        }
    }

    /** @throws ModelFault SETTING_INVALID when WoE contradicts the declared direction and nobody let it */
    public static void requireDirection(FeatureBins bins, Counted counted) {
        List<Integer> against = counted.against(bins.direction());
        if (bins.directionWaived() || against.isEmpty()) {
            return;
        }
        List<String> places = new ArrayList<>();
        for (int bin : against) {
            places.add(String.format(
                    Locale.ROOT,
                    "%d and %d (WoE %.3f, %.3f)",
                    bin,
                    bin + 1,
                    counted.binning().bins().get(bin - 1).woe(),
                    counted.binning().bins().get(bin).woe()));
        }
        throw new ModelFault(
                ProblemCode.SETTING_INVALID,
                "%s is declared %s, but its WoE goes the other way or not at all between bins %s; merge them, or edit with --allow-direction and a reason"
                        .formatted(bins.feature(), bins.direction(), String.join(", ", places)),
                Parameter.safe("feature", bins.feature()));
    }
}
