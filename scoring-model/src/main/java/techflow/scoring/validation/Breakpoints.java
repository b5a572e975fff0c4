package techflow.scoring.validation;

import java.util.Arrays;
import techflow.features.definition.FeatureName;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.scorecard.Scorecard;
import techflow.scoring.training.TrainingSet;

/**
 * The values of a number at which a served function can change, so that a look at one value of each interval between them
 * sees the whole function, beyond the data too.
 */
final class Breakpoints {
    private static final int QUANTILES = 100;

    private Breakpoints() {}

    /** One value of each interval between the points of change, ascending; only 0 for a feature that changes nothing. */
    static double[] probes(ScoringModel model, FeatureName feature) {
        double[] cuts = model.cuts(feature);
        double[] probes = new double[cuts.length + 1];
        if (cuts.length > 0) {
            probes[0] = cuts[0] - Math.max(1, Math.abs(cuts[0]));
            System.arraycopy(cuts, 0, probes, 1, cuts.length); // an interval holds its lower end
        }
        return probes;
    }

    /** Values one bin apart, ascending: of a scorecard its bins, of any other form the percentiles of the data. */
    static double[] steps(ScoringModel model, FeatureName feature, TrainingSet rows) {
        return model instanceof Scorecard ? probes(model, feature) : quantiles(rows.column(rows.position(feature)));
    }

    private static double[] quantiles(double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return new double[] {0};
        }
        double[] probes = new double[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            probes[i] = known[(int) ((long) i * (known.length - 1) / (QUANTILES - 1))];
        }
        return Arrays.stream(probes).distinct().toArray();
    }
}
