package techflow.scoring.engine.xgboost;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import techflow.features.definition.Direction;
import techflow.scoring.training.TreeInputs;

/**
 * XGBoost's parameters for a training: those of the trees and those around them.
 *
 * @param settings the trainer's
 * @param inputs what trees may ask about, with the declared directions
 * @param exact whether every distinct value may be a threshold
 * @param together inputs that may stand on one path, as XGBoost writes it; empty when all may
 */
record Growing(BoostedSettings settings, TreeInputs inputs, boolean exact, List<List<Integer>> together) {
    /** Every parameter by XGBoost's name. */
    Map<String, Object> parameters(TreeSettings trees, long seed) {
        Map<String, Object> all = new TreeMap<>(trees.asNative());
        all.put("objective", "binary:logistic");
        all.put("eval_metric", "logloss");
        all.put("base_score", 0.5);
        all.put("nthread", settings.threads());
        all.put("seed", (int) (mixed(seed) & Integer.MAX_VALUE));
        all.put("tree_method", exact ? "exact" : "hist");
        if (!exact) {
            all.put("max_bin", settings.histogramBins());
        }
        if (inputs.directions().stream().anyMatch(direction -> direction != Direction.NONE)) {
            all.put("monotone_constraints", constraints());
        }
        if (!together.isEmpty()) {
            all.put("interaction_constraints", together.toString());
        }
        return all;
    }

    /** The label is good, so a safer value must not lower the prediction. */
    private String constraints() {
        return inputs.directions().stream()
                .map(direction -> switch (direction) {
                    case SAFER_WHEN_HIGHER -> "1";
                    case RISKIER_WHEN_HIGHER -> "-1";
                    case NONE -> "0";
                })
                .collect(Collectors.joining(",", "(", ")"));
    }

    /** Seeds that differ by one give unlike streams (splitmix64). */
    private static long mixed(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
