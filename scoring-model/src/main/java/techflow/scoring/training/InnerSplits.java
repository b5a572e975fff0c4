package techflow.scoring.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import techflow.features.signal.EnterpriseId;

/**
 * How a trainer parts its own training rows to stop early and to choose settings. It never sees others.
 *
 * <p>By time when there is more than one as-of day: the latest days are stopped on, and no firm is on both sides, because one
 * default is bad at several as-ofs and a trainer that knows the firm by heart would look as if it had learned. On a single day by stratified folds
 * drawn from the seed: the fewer the bads, the more folds are judged, because one fold of a small sample says little.
 */
public final class InnerSplits {
    /** The latest days hold at least this share of the rows. */
    private static final double LATEST_SHARE = 0.2;

    private static final int FIRM_PARTS = 3;
    private static final int ONE_FOLD_BADS = 3000;
    private static final int FOLDS = 5;
    private static final int REPEAT_BADS = 400;
    private static final int MOST_REPEATS = 6;

    private InnerSplits() {}

    /**
     * Rows to fit on and rows to judge by.
     *
     * @param fit the earlier rows, or those of the other folds
     * @param judge the later rows, or those of a fold
     */
    public record Split(TrainingSet fit, TrainingSet judge) {}

    /** The splits, each with goods and bads on both sides. */
    public static List<Split> of(TrainingSet set, long seed) {
        List<LocalDate> days = set.days();
        for (int first = days.size() - 1; first >= 1; first--) {
            Split split = byTime(set, days.get(first));
            if (hasBoth(split.judge()) && split.judge().size() >= LATEST_SHARE * set.size()) {
                List<Split> apart = byTimeAndFirm(split, seed);
                if (!apart.isEmpty()) {
                    return apart;
                }
                break;
            }
        }
        return byFolds(set, seed);
    }

    private static Split byTime(TrainingSet set, LocalDate first) {
        IntPredicate late = row -> !set.asOf(row).date().isBefore(first);
        return new Split(set.where(late.negate()), set.where(late));
    }

    /** Each part of the firms is judged in its turn by what the others were before. */
    private static List<Split> byTimeAndFirm(Split byTime, long seed) {
        Set<EnterpriseId> known = firms(byTime.fit());
        if (firms(byTime.judge()).stream().noneMatch(known::contains)) {
            return hasBoth(byTime.fit()) ? List.of(byTime) : List.of();
        }
        known.addAll(firms(byTime.judge()));
        List<EnterpriseId> order = new ArrayList<>(known);
        Collections.shuffle(order, new Random(seed));
        List<Split> splits = new ArrayList<>();
        for (int part = 0; part < FIRM_PARTS; part++) {
            Set<EnterpriseId> judged = new HashSet<>();
            for (int i = part; i < order.size(); i += FIRM_PARTS) {
                judged.add(order.get(i));
            }
            splits.add(new Split(
                    byTime.fit().where(row -> !judged.contains(byTime.fit().enterprise(row))),
                    byTime.judge().where(row -> judged.contains(byTime.judge().enterprise(row)))));
        }
        return splits.stream()
                .filter(split -> hasBoth(split.fit()) && hasBoth(split.judge()))
                .toList();
    }

    /** In order, so that a seed shuffles them alike. */
    private static Set<EnterpriseId> firms(TrainingSet set) {
        Set<EnterpriseId> firms = new LinkedHashSet<>();
        for (int row = 0; row < set.size(); row++) {
            firms.add(set.enterprise(row));
        }
        return firms;
    }

    private static List<Split> byFolds(TrainingSet set, long seed) {
        int fewer = Math.min(set.badCount(), set.size() - set.badCount());
        int repeats = fewer >= REPEAT_BADS ? 1 : Math.min(MOST_REPEATS, (REPEAT_BADS + fewer - 1) / fewer);
        List<Split> splits = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            int[] folds = stratified(set, Math.min(FOLDS, fewer), seed + repeat);
            int judged = fewer >= ONE_FOLD_BADS ? 1 : Math.min(FOLDS, fewer);
            for (int fold = 0; fold < judged; fold++) {
                int own = fold;
                splits.add(new Split(set.where(row -> folds[row] != own), set.where(row -> folds[row] == own)));
            }
        }
        return splits.stream()
                .filter(split -> hasBoth(split.fit()) && hasBoth(split.judge()))
                .toList();
    }

    /** A fold of each row: goods and bads are dealt out in turn, in an order drawn from the seed. */
    public static int[] stratified(TrainingSet set, int folds, long seed) {
        Random random = new Random(seed);
        int[] order = new int[set.size()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int[] fold = new int[order.length];
        int[] dealt = {0, 0};
        for (int row : order) {
            int side = set.bad(row) ? 1 : 0;
            fold[row] = side == 1 ? folds - 1 - dealt[1] % folds : dealt[0] % folds;
            dealt[side]++;
        }
        return fold;
    }

    private static boolean hasBoth(TrainingSet set) {
        int bads = set.badCount();
        return bads > 0 && bads < set.size();
    }
}
