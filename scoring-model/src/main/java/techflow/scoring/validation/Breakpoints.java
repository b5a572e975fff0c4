package techflow.scoring.validation;

import java.util.Arrays;
import java.util.TreeSet;
import techflow.features.definition.FeatureName;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Scorecard;
import techflow.scoring.training.TrainingSet;

/**
 * The values of a number at which a served function can change: of a scorecard its bin edges, so that a look at
 * one value of each bin sees the whole function; of any other form quantiles of the data.
 */
final class Breakpoints {
    private static final int QUANTILES = 100;

    private Breakpoints() {}

    /** One value of each interval between the points of change, ascending. */
    static double[] probes(ModelArtifact artifact, FeatureName feature, TrainingSet rows) {
        if (!(artifact.model() instanceof Scorecard scorecard)) {
            return quantiles(rows.column(rows.position(feature)));
        }
        TreeSet<Double> edges = new TreeSet<>();
        addBins(scorecard, feature, edges);
        double[] probes = new double[edges.size() + 1];
        if (edges.isEmpty()) {
            return new double[] {0};
        }
        int next = 0;
        probes[next++] = edges.first() - Math.max(1, Math.abs(edges.first()));
        for (double edge : edges) {
            probes[next++] = edge; // a bin holds its lower end
        }
        return probes;
    }

    private static void addBins(Scorecard scorecard, FeatureName feature, TreeSet<Double> edges) {
        scorecard
                .characteristic(feature)
                .ifPresent(line -> line.binning().bins().forEach(bin -> {
                    if (bin instanceof Bin.NumericBin numeric && Double.isFinite(numeric.from())) {
                        edges.add(numeric.from());
                    }
                }));
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
