package techflow.scoring.engine.xgboost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import techflow.scoring.engine.xgboost.Committee.Member;

/**
 * Looks for settings: a few known to be good, then random ones, all judged on the same inner splits. Those that lag after a
 * split are not judged on further ones (successive halving), so that most of the time goes to the good.
 */
final class ParameterSearch {
    /** Rounds of a trial at most, and how long it may not improve. */
    private static final int MOST_ROUNDS = 600;

    private static final int PATIENCE = 25;
    private static final double TRIAL_SHRINKAGE = 0.1;

    /** Members take so many times smaller steps than trials, and as many times more of them: dearer, and a little better. */
    private static final int REFINED = 2;

    /** From shallow to deep, the first four cautious. */
    private static final List<TreeSettings> ANCHORS = List.of(
            new TreeSettings(2, TRIAL_SHRINKAGE, 4, 4, 0, 0.7, 0.5),
            new TreeSettings(4, TRIAL_SHRINKAGE, 4, 4, 0, 0.7, 0.5),
            new TreeSettings(1, TRIAL_SHRINKAGE, 4, 2, 0, 0.7, 0.5),
            new TreeSettings(3, TRIAL_SHRINKAGE, 4, 8, 0, 0.7, 0.3),
            new TreeSettings(6, TRIAL_SHRINKAGE, 1, 2, 0, 0.8, 0.3),
            new TreeSettings(5, TRIAL_SHRINKAGE, 1, 1, 0, 0.9, 0.7));

    /** With fewer goods or bads than these a choice among settings would follow chance: the cautious ones are averaged. */
    private static final int FEWEST_TO_CHOOSE = 100;

    /** Settings that lose by more than this share of the best loss are no members. */
    private static final double CLOSE = 0.03;

    private final InnerJudge judge;
    private final SearchBudget budget;
    private final int trials;
    private final double close;
    private final Random random;
    private final RoundCount progress;

    /** @param fewer goods or bads of the training rows, whichever are fewer */
    ParameterSearch(InnerJudge judge, SearchBudget budget, int fewer, long seed, RoundCount progress) {
        this.judge = judge;
        this.budget = budget;
        this.trials = fewer < FEWEST_TO_CHOOSE ? Math.min(budget.trials(), budget.members()) : budget.trials();
        this.close = fewer < FEWEST_TO_CHOOSE ? Double.POSITIVE_INFINITY : 1 + CLOSE;
        this.random = new Random(seed);
        this.progress = progress;
    }

    /** Settings and how they did so far. */
    record Trial(TreeSettings trees, LossCurve curve, int splits) {
        String text() {
            return "%s rounds=%d loss=%.6f splits=%d"
                    .formatted(trees.text(), curve.bestRounds(), curve.bestLoss(), splits);
        }
    }

    /**
     * What came out.
     *
     * @param best the settings to use
     * @param trials every trial, best first
     */
    record Found(Committee best, List<Trial> trials) {}

    Found run() {
        long deadline = System.nanoTime() + budget.atMost().toNanos();
        List<Trial> alive = new ArrayList<>();
        List<Trial> out = new ArrayList<>();
        progress.expect((long) trials * MOST_ROUNDS);
        for (int trial = 0; trial < trials; trial++) {
            if (trial > 0 && System.nanoTime() - deadline > 0) {
                progress.skipped((long) (trials - trial) * MOST_ROUNDS);
                break;
            }
            alive.add(judged(new Trial(settings(trial), LossCurve.NONE, 0)));
        }
        for (int split = 1; split < judge.splits(); split++) {
            boolean late = System.nanoTime() - deadline > 0;
            cut(alive, out, late ? 0 : (2 * alive.size() + 2) / 3);
            progress.expect((long) alive.size() * MOST_ROUNDS);
            alive.replaceAll(this::judged);
        }
        alive.sort(byLoss());
        out.sort(Comparator.comparingInt(Trial::splits).reversed().thenComparing(byLoss()));
        List<Trial> all = new ArrayList<>(alive);
        all.addAll(out);
        return new Found(committee(alive), all);
    }

    private void cut(List<Trial> alive, List<Trial> out, int keep) {
        alive.sort(byLoss());
        while (alive.size() > Math.max(keep, budget.members())) {
            out.add(alive.removeLast());
        }
    }

    private Trial judged(Trial trial) {
        LossCurve curve = judge.curve(trial.trees(), trial.splits(), MOST_ROUNDS, PATIENCE);
        return new Trial(trial.trees(), trial.curve().plus(curve), trial.splits() + 1);
    }

    private static Comparator<Trial> byLoss() {
        return Comparator.comparingDouble(trial -> trial.curve().bestLoss());
    }

    /** The trials that come close to the best, in turn until there are members enough, each time with another seed. */
    private Committee committee(List<Trial> best) {
        double most = best.getFirst().curve().bestLoss() * close;
        List<Trial> near = best.stream()
                .filter(trial -> trial.curve().bestLoss() <= most)
                .limit(budget.members())
                .toList();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < budget.members(); i++) {
            Trial trial = near.get(i % near.size());
            members.add(new Member(
                    trial.trees().withShrinkage(TRIAL_SHRINKAGE / REFINED),
                    REFINED * trial.curve().bestRounds()));
        }
        return new Committee(members);
    }

    private TreeSettings settings(int trial) {
        if (trial < ANCHORS.size()) {
            return ANCHORS.get(trial);
        }
        return new TreeSettings(
                1 + random.nextInt(6),
                TRIAL_SHRINKAGE,
                rounded(Math.exp(random.nextDouble() * Math.log(40)) / 2),
                rounded(Math.exp(random.nextDouble() * Math.log(60)) / 2),
                random.nextBoolean() ? 0 : rounded(2 * random.nextDouble()),
                rounded(0.5 + 0.5 * random.nextDouble()),
                rounded(0.2 + 0.8 * random.nextDouble()));
    }

    /** Two figures, so that the manifest reads well. */
    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
