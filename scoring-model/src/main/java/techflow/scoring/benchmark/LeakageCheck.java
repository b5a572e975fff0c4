package techflow.scoring.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.TrainingSet;

/**
 * Looks for a feature that knows the outcome: one that ranks almost perfectly alone, or without which most of what a model
 * can do is gone.
 */
final class LeakageCheck {
    /** A single feature with this AUC or more is suspect. */
    static final double SUSPECT_AUC = 0.9;

    /** A feature whose removal costs this share of the AUC above one half is suspect, when a model with it has SUSPECT_AUC. */
    static final double SUSPECT_SHARE = 0.15;

    /** So many of the features that rank best alone are tried without. */
    private static final int TRIED = 3;

    private static final int CELLS = 200;

    private final ModelTrainer quick;
    private final long seed;

    /** @param quick a trainer that takes seconds */
    LeakageCheck(ModelTrainer quick, long seed) {
        this.quick = quick;
        this.seed = seed;
    }

    /**
     * A suspect.
     *
     * @param feature the feature
     * @param alone AUC of the feature alone, out of fold
     * @param with AUC of a quick model with all features
     * @param without AUC of the same without it
     */
    record Suspect(Candidate feature, double alone, double with, double without) {
        double share() {
            return (with - without) / (with - 0.5);
        }
    }

    /** The worst suspect of the rows, if any. */
    Optional<Suspect> suspect(OpenSet set) {
        List<Candidate> all = set.candidates();
        List<Candidate> byAlone = new ArrayList<>(all);
        double[] alone = all.stream().mapToDouble(one -> alone(set, one)).toArray();
        byAlone.sort(Comparator.comparingDouble((Candidate one) -> -alone[all.indexOf(one)]));
        double with = auc(set, all);
        return byAlone.stream()
                .limit(all.size() > 1 ? TRIED : 0)
                .map(one -> new Suspect(one, alone[all.indexOf(one)], with, auc(set, without(all, one))))
                .filter(one ->
                        one.alone() >= SUSPECT_AUC || (one.with() >= SUSPECT_AUC && one.share() >= SUSPECT_SHARE))
                .max(Comparator.comparingDouble(Suspect::share));
    }

    static List<Candidate> without(List<Candidate> all, Candidate one) {
        return all.stream().filter(other -> !other.equals(one)).toList();
    }

    private double auc(OpenSet set, List<Candidate> candidates) {
        double[] pds = new double[set.rows().size()];
        for (int fold : Arrays.stream(set.folds()).distinct().toArray()) {
            TrainingSet training = set.rows().where(row -> set.folds()[row] != fold);
            TrainingSet others = set.rows().where(row -> set.folds()[row] == fold);
            List<Double> logOdds = quick.train(
                            new ModelTrainer.TrainingTask(training, candidates, others, seed),
                            techflow.scoring.training.TrainingProgress.NONE)
                    .ownLogOdds();
            int next = 0;
            for (int row = 0; row < pds.length; row++) {
                pds[row] = set.folds()[row] == fold ? 1 / (1 + Math.exp(logOdds.get(next++))) : pds[row];
            }
        }
        return Discrimination.auc(new ScoredSample(pds, set.rows().bads())).value();
    }

    /** AUC of the bad rate of the cell in which a value lies, learned on the other folds. */
    private static double alone(OpenSet set, Candidate candidate) {
        double[] values = set.rows().column(set.rows().position(candidate.feature()));
        double[] limits = limits(values);
        boolean[] bads = set.rows().bads();
        double[] pds = new double[values.length];
        for (int fold : Arrays.stream(set.folds()).distinct().toArray()) {
            double[] bad = new double[limits.length + 2];
            double[] all = new double[limits.length + 2];
            for (int row = 0; row < values.length; row++) {
                if (set.folds()[row] != fold) {
                    int cell = cell(values[row], limits);
                    bad[cell] += bads[row] ? 1 : 0;
                    all[cell]++;
                }
            }
            double rate = Arrays.stream(bad).sum() / Arrays.stream(all).sum();
            for (int row = 0; row < values.length; row++) {
                if (set.folds()[row] == fold) {
                    int cell = cell(values[row], limits);
                    pds[row] = (bad[cell] + rate) / (all[cell] + 1);
                }
            }
        }
        return Discrimination.auc(new ScoredSample(pds, bads)).value();
    }

    /** Each distinct value, or quantiles of many. */
    private static double[] limits(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length <= CELLS) {
            return distinct;
        }
        double[] limits = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            limits[i] = sorted[(int) ((long) i * sorted.length / CELLS)];
        }
        return Arrays.stream(limits).distinct().toArray();
    }

    private static int cell(double value, double[] limits) {
        if (Double.isNaN(value)) {
            return limits.length + 1;
        }
        int found = Arrays.binarySearch(limits, value);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
