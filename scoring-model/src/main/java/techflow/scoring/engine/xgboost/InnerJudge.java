package techflow.scoring.engine.xgboost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import techflow.scoring.training.InnerSplits;

/** Judges settings by parts of the training rows, which are copied to native memory once. */
final class InnerJudge implements AutoCloseable {
    private record Pair(NativeMatrix fit, NativeMatrix judge) {}

    private final Growing growing;
    private final long seed;
    private final RoundCount progress;
    private final List<Pair> pairs = new ArrayList<>();

    InnerJudge(Growing growing, List<InnerSplits.Split> splits, float start, long seed, RoundCount progress) {
        this.growing = growing;
        this.seed = seed;
        this.progress = progress;
        try {
            for (InnerSplits.Split split : splits) {
                NativeMatrix fit = NativeMatrix.of(split.fit(), growing.inputs(), start);
                pairs.add(new Pair(fit, fit)); // freed below even when the second copy fails
                pairs.set(pairs.size() - 1, new Pair(fit, NativeMatrix.of(split.judge(), growing.inputs(), start)));
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    int splits() {
        return pairs.size();
    }

    /** The loss by rounds on one split, until it has not fallen for {@code patience} rounds. */
    LossCurve curve(TreeSettings trees, int split, int most, int patience) {
        Pair pair = pairs.get(split);
        try (NativeBooster booster =
                NativeBooster.untrained(growing.parameters(trees, seed + 31 * split), pair.fit(), pair.judge())) {
            return grown(booster, pair, 0, most, patience);
        }
    }

    private LossCurve grown(NativeBooster booster, Pair pair, int before, int most, int patience) {
        double[] sums = new double[most];
        int best = 0;
        int done = 0;
        while (done < most && done - best <= patience) {
            booster.round(pair.fit(), before + done);
            double loss = booster.loss(pair.judge(), before + done);
            sums[done] = loss * pair.judge().rows();
            best = sums[done] < sums[best] ? done : best;
            progress.round(loss);
            done++;
        }
        progress.skipped(most - done);
        return new LossCurve(Arrays.copyOf(sums, done), pair.judge().rows());
    }

    /** The loss by further rounds, after so many first ones grown otherwise, over all splits. */
    LossCurve continued(
            TreeSettings first, int firstRounds, Growing then, TreeSettings thenTrees, int most, int patience) {
        LossCurve sum = LossCurve.NONE;
        for (int split = 0; split < pairs.size(); split++) {
            Pair pair = pairs.get(split);
            long own = seed + 31 * split;
            try (NativeBooster booster =
                    NativeBooster.untrained(growing.parameters(first, own), pair.fit(), pair.judge())) {
                for (int round = 0; round < firstRounds; round++) {
                    booster.round(pair.fit(), round);
                }
                booster.change(then.parameters(thenTrees, own));
                sum = sum.plus(grown(booster, pair, firstRounds, most, patience));
            }
        }
        return sum;
    }

    /** The loss by rounds over all splits. */
    LossCurve curve(TreeSettings trees, int most, int patience) {
        LossCurve sum = LossCurve.NONE;
        for (int split = 0; split < pairs.size(); split++) {
            sum = sum.plus(curve(trees, split, most, patience));
        }
        return sum;
    }

    @Override
    public void close() {
        for (Pair pair : pairs) {
            pair.judge().close();
            pair.fit().close();
        }
    }
}
