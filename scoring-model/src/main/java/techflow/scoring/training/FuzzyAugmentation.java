package techflow.scoring.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import techflow.features.definition.FeatureName;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.Characteristic;
import techflow.scoring.scorecard.Scorecard;

/**
 * Reject inference by fuzzy augmentation, for whoever asks for it: nothing in training does it unasked.
 *
 * <p>A scorecard is fitted on the accepted firms, whose outcomes are known. Each rejected firm is then added twice, as a
 * good with weight 1 − PD and as a bad with weight PD, and the coefficients are fitted anew. Bins and their counts stay
 * those of the accepted firms: no outcome is made up.
 *
 * <p><b>Assumption:</b> given the features, a rejected firm goes bad as often as an accepted one, up to a factor on its odds
 * that the caller states. With a factor of 1 the new rows repeat what the first scorecard says, so that coefficients
 * hardly move; a factor above 1 rests on judgement and cannot be checked on these data. If rejections used anything that
 * the features do not show, the result is biased and nothing in it tells so. Hence both results are always shown.
 */
public final class FuzzyAugmentation {
    private final RegressionFitter regression;
    private final List<Candidate> candidates;
    private final TrainingSettings settings;

    public FuzzyAugmentation(RegressionFitter regression, List<Candidate> candidates, TrainingSettings settings) {
        this.regression = regression;
        this.candidates = List.copyOf(candidates);
        this.settings = settings;
    }

    /**
     * Both fits.
     *
     * @param without the scorecard of the accepted firms
     * @param with the same lines, weighed with the rejected firms too
     * @param oddsFactor what the odds bad : good of rejected firms were multiplied with
     * @param aucWithout on the accepted firms, the only ones with an outcome
     * @param aucWith likewise
     * @param meanRejectPd mean PD given to the rejected firms
     */
    public record Compared(
            Scorecard without,
            Scorecard with,
            double oddsFactor,
            double aucWithout,
            double aucWith,
            double meanRejectPd) {
        /** Coefficients side by side, the AUCs and the assumption, as a Markdown table. */
        public String markdown() {
            List<String> lines = new ArrayList<>();
            lines.add("| | 不含拒绝样本 without rejects | 含拒绝样本 with rejects |");
            lines.add("|---|---:|---:|");
            lines.add(row("intercept", without.intercept(), with.intercept()));
            Map<FeatureName, Double> other = new HashMap<>();
            with.characteristics().forEach(line -> other.put(line.feature(), line.coefficient()));
            without.characteristics()
                    .forEach(line -> lines.add(
                            row(line.feature().value(), line.coefficient(), other.getOrDefault(line.feature(), 0.0))));
            lines.add(row("AUC (accepted 已通过)", aucWithout, aucWith));
            lines.add("");
            lines.add(String.format(
                    Locale.ROOT,
                    "假设：特征相同的企业，被拒绝者的违约优势比为已通过者的 %.2f 倍；该假设无法用这些数据检验。 Assumption: at equal features a rejected firm's odds of default are %.2f times an accepted firm's; these data cannot test it. Mean PD given to the rejected firms: %.2f %%.",
                    oddsFactor,
                    oddsFactor,
                    100 * meanRejectPd));
            return String.join("\n", lines) + "\n";
        }

        private static String row(String name, double first, double second) {
            return String.format(Locale.ROOT, "| %s | %.4f | %.4f |", name, first, second);
        }
    }

    /**
     * Fits without and with the rejected firms.
     *
     * @param accepted with outcomes; firms that serving would refuse to score are left out, here and among the rejected
     * @param rejected vectors of the same schema; their outcomes are not looked at
     * @param oddsFactor above 0; 1 assumes that rejected firms differ by their features alone
     */
    public Compared compare(TrainingSet accepted, TrainingSet rejected, double oddsFactor) {
        return compareScorable(KnockedOut.without(accepted), KnockedOut.without(rejected), oddsFactor);
    }

    private Compared compareScorable(TrainingSet accepted, TrainingSet rejected, double oddsFactor) {
        if (!(oddsFactor > 0) || !Double.isFinite(oddsFactor)) {
            throw new IllegalArgumentException("the factor on the odds must be above 0, found " + oddsFactor);
        }
        Scorecard without = new ScorecardFitter(regression, candidates, settings)
                .fit(accepted)
                .scorecard();
        double[] pds = pds(WoeColumn.logOdds(without, rejected), oddsFactor);
        Scorecard with = reweighed(without, augmented(accepted, rejected, pds));
        double mean = 0;
        for (double pd : pds) {
            mean += pd / pds.length;
        }
        return new Compared(without, with, oddsFactor, auc(without, accepted), auc(with, accepted), mean);
    }

    private static double[] pds(double[] logOdds, double oddsFactor) {
        double[] pds = new double[logOdds.length];
        for (int row = 0; row < pds.length; row++) {
            pds[row] = 1 / (1 + Math.exp(logOdds[row] - Math.log(oddsFactor)));
        }
        return pds;
    }

    private static TrainingSet augmented(TrainingSet accepted, TrainingSet rejected, double[] pds) {
        TrainingSet.Builder all = TrainingSet.of(accepted.schema());
        double[] weights = accepted.weights();
        for (int row = 0; row < accepted.size(); row++) {
            all.add(accepted.vector(row), accepted.bad(row), weights[row]);
        }
        for (int row = 0; row < rejected.size(); row++) {
            all.add(rejected.vector(row), false, 1 - pds[row]);
            all.add(rejected.vector(row), true, pds[row]);
        }
        return all.build();
    }

    /** The same bins with other coefficients; a line whose coefficient would fall to 0 or less is left out. */
    private Scorecard reweighed(Scorecard card, TrainingSet all) {
        List<Binning> binnings =
                card.characteristics().stream().map(Characteristic::binning).toList();
        return ScorecardFitter.atBinnings(regression, settings, all, binnings);
    }

    private static double auc(Scorecard card, TrainingSet set) {
        double[] pds = pds(WoeColumn.logOdds(card, set), 1);
        return Discrimination.auc(new ScoredSample(pds, set.bads())).value();
    }
}
