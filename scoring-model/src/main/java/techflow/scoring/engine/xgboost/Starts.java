package techflow.scoring.engine.xgboost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import techflow.features.definition.Direction;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TreeInputs;

/** What both trainers ask of rows before and after boosting. */
final class Starts {
    private Starts() {}

    /** The log-odds good : bad of the rows. */
    static float rate(TrainingSet set) {
        return (float) Math.log((double) (set.size() - set.badCount()) / set.badCount());
    }

    /** The best known value of each input with a direction, NaN for others. */
    static float[] best(TrainingSet set, TreeInputs inputs) {
        float[] best = new float[inputs.size()];
        Arrays.fill(best, Float.NaN);
        if (inputs.directions().stream().allMatch(direction -> direction == Direction.NONE)) {
            return best;
        }
        inputs.fill(set, (row, input, value) -> {
            Direction direction = inputs.directions().get(input);
            if (direction != Direction.NONE && !Float.isNaN(value)) {
                boolean better = direction == Direction.SAFER_WHEN_HIGHER ? value > best[input] : value < best[input];
                best[input] = Float.isNaN(best[input]) || better ? value : best[input];
            }
        });
        return best;
    }

    /** XGBoost's own prediction of the trees that are served. */
    static List<Double> own(BoosterJson model, TrainingSet verification, TreeInputs inputs, float start) {
        if (verification.size() == 0) {
            return List.of();
        }
        try (NativeMatrix rows = NativeMatrix.of(verification, inputs, start);
                NativeBooster booster = NativeBooster.of(model)) {
            List<Double> own = new ArrayList<>();
            for (float margin : booster.margins(rows)) {
                own.add((double) margin);
            }
            return own;
        }
    }
}
