package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import techflow.features.signal.EnterpriseId;

/**
 * Folds within training rows: all rows of a firm in one, firms that ever are bad spread evenly. The same firms and seed
 * give the same folds, whatever the order of the rows.
 */
final class InnerFolds {
    private InnerFolds() {}

    /** The fold of each row, in {@code [0, count)}. */
    static int[] of(TrainingSet set, int count, long seed) {
        Map<EnterpriseId, Boolean> everBad = new TreeMap<>();
        for (int row = 0; row < set.size(); row++) {
            everBad.merge(set.enterprise(row), set.bad(row), Boolean::logicalOr);
        }
        Map<EnterpriseId, Integer> foldOf = new HashMap<>();
        for (boolean bad : List.of(true, false)) {
            List<EnterpriseId> firms = new ArrayList<>(everBad.keySet());
            firms.removeIf(firm -> everBad.getOrDefault(firm, false) != bad);
            firms.sort(Comparator.comparingLong((EnterpriseId firm) -> scrambled(firm, seed))
                    .thenComparing(Comparator.naturalOrder()));
            for (int i = 0; i < firms.size(); i++) {
                foldOf.put(firms.get(i), i % count);
            }
        }
        int[] folds = new int[set.size()];
        for (int row = 0; row < folds.length; row++) {
            folds[row] = foldOf.getOrDefault(set.enterprise(row), 0);
        }
        return folds;
    }

    /** The finaliser of SplitMix64 over the code's hash, so that neighbouring codes fall apart. */
    private static long scrambled(EnterpriseId firm, long seed) {
        long z = seed * 0x9E3779B97F4A7C15L + firm.code().hashCode();
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
