package techflow.scoring.engine.xgboost;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How {@link AdditiveTrees} train.
 *
 * @param trees how trees are grown; the depth is set by the trainer
 * @param members boosters of other seeds that are averaged: 1, 2, 4, …
 * @param mostRounds rounds at most of either kind
 * @param patience rounds without a smaller loss after which a kind stops
 * @param mostPairs pairs of features that may stand together at most
 * @param pairTrials rounds of free trees by which pairs are found
 * @param leastLabelShare share of the rows that a label of a category needs to be asked about
 * @param plan what is settled, empty when it is to be found
 */
public record AdditiveSettings(
        TreeSettings trees,
        int members,
        int mostRounds,
        int patience,
        int mostPairs,
        int pairTrials,
        double leastLabelShare,
        Optional<AdditivePlan> plan) {
    /** A table for ten pairs can still be read. */
    public static final AdditiveSettings STANDARD = new AdditiveSettings(
            new TreeSettings(2, 0.1, 4, 2, 0, 0.7, 0.5), 4, 800, 30, 10, 60, 0.01, Optional.empty());

    AdditiveSettings with(AdditivePlan settled) {
        return new AdditiveSettings(
                trees, members, mostRounds, patience, mostPairs, pairTrials, leastLabelShare, Optional.of(settled));
    }

    Map<String, String> asTexts() {
        Map<String, String> texts = new TreeMap<>();
        texts.putAll(trees.asTexts("trees."));
        texts.put("members", String.valueOf(members));
        texts.put("mostRounds", String.valueOf(mostRounds));
        texts.put("patience", String.valueOf(patience));
        texts.put("mostPairs", String.valueOf(mostPairs));
        texts.put("pairTrials", String.valueOf(pairTrials));
        texts.put("leastLabelShare", String.valueOf(leastLabelShare));
        plan.ifPresent(settled -> texts.putAll(settled.asTexts()));
        return texts;
    }
}
