package techflow.scoring.engine.xgboost;

import java.util.Map;
import java.util.TreeMap;

/**
 * How {@link BoostedTrees} train.
 *
 * @param plan what is settled, or how it is to be settled
 * @param histogramBins cells per input that splits are looked for in [max_bin]
 * @param exactRows up to so many rows every distinct value may be a threshold [tree_method=exact]
 * @param startAtRate whether boosting starts at the log-odds of the training rows, or at 0
 * @param leastLabelShare share of the rows that a label of a category needs to be asked about
 * @param threads of the native library; more than 1 may change the last bits, and needs OMP_WAIT_POLICY=PASSIVE on shared
 *     cores
 */
public record BoostedSettings(
        Plan plan, int histogramBins, int exactRows, boolean startAtRate, double leastLabelShare, int threads) {
    /** What is known before training. */
    public sealed interface Plan {}

    /** Everything is settled. */
    public record Settled(Committee committee) implements Plan {}

    /**
     * The trees are given; the number of rounds is found on inner splits.
     *
     * @param most rounds at most
     * @param patience rounds without a smaller loss after which it stops
     */
    public record EarlyStopping(TreeSettings trees, int most, int patience) implements Plan {}

    /** The trees are looked for as well. */
    public record Searched(SearchBudget budget) implements Plan {}

    /** Cautious trees, stopped early: seconds, without a search. */
    public static final BoostedSettings STANDARD = of(new EarlyStopping(TreeSettings.STANDARD, 2000, 60));

    /** Trees that are looked for within a budget. */
    public static BoostedSettings searched(SearchBudget budget) {
        return of(new Searched(budget));
    }

    public static BoostedSettings of(Plan plan) {
        return new BoostedSettings(plan, 256, 500, true, 0.01, 1);
    }

    BoostedSettings with(Plan other) {
        return new BoostedSettings(other, histogramBins, exactRows, startAtRate, leastLabelShare, threads);
    }

    /** By the names of the components, so that a manifest can be turned into settings again. */
    Map<String, String> asTexts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("histogramBins", String.valueOf(histogramBins));
        texts.put("exactRows", String.valueOf(exactRows));
        texts.put("startAtRate", String.valueOf(startAtRate));
        texts.put("leastLabelShare", String.valueOf(leastLabelShare));
        texts.put("threads", String.valueOf(threads));
        switch (plan) {
            case Settled settled -> texts.putAll(settled.committee().asTexts());
            case EarlyStopping stopping -> {
                texts.putAll(stopping.trees().asTexts("plan.trees."));
                texts.put("plan.most", String.valueOf(stopping.most()));
                texts.put("plan.patience", String.valueOf(stopping.patience()));
            }
            case Searched searched -> texts.putAll(searched.budget().asTexts());
        }
        return texts;
    }
}
