package techflow.scoring.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema.Column;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.score.ProbabilityOfDefault;
import techflow.scoring.training.RegressionFitter;
import techflow.scoring.training.TrainingSet;

/**
 * The plainest benchmark: logistic regression on the raw values. Numbers are cut at the 1 % and 99 % quantiles of the
 * training rows, missing ones become the median, all are standardised; a category is one column per label. What does not
 * vary is left out.
 */
final class RawRegression {
    private static final double L2 = 1;

    private final List<Input> inputs = new ArrayList<>();
    private final RegressionFitter.Fit fit;

    /** One column of the regression. @param label index of the label asked about, −1 for a number */
    private record Input(int column, int label, double low, double high, double median, double mean, double deviation) {
        double of(double value) {
            return (raw(value) - mean) / deviation;
        }

        double raw(double value) {
            if (label >= 0) {
                return value == label ? 1 : 0;
            }
            return Double.isNaN(value) ? median : Math.clamp(value, low, high);
        }
    }

    /** @throws IllegalArgumentException when goods or bads are absent, or nothing varies */
    RawRegression(TrainingSet training, List<FeatureName> features, RegressionFitter fitter) {
        for (FeatureName feature : features) {
            addInputs(training, training.position(feature));
        }
        List<String> names = inputs.stream()
                .map(input -> input.column() + ":" + input.label())
                .toList();
        fit = fitter.fit(names, rows(training), training.bads(), L2);
    }

    ScoredSample sample(TrainingSet set) {
        double[][] rows = rows(set);
        double[] pds = Arrays.stream(rows)
                .mapToDouble(row -> Math.clamp(fit.logOdds(row), -30, 30))
                .map(logOdds -> ProbabilityOfDefault.ofLogOdds(logOdds).value())
                .toArray();
        return new ScoredSample(pds, set.bads());
    }

    int inputs() {
        return inputs.size();
    }

    private void addInputs(TrainingSet training, int column) {
        Column definition = training.schema().columns().get(column);
        double[] values = training.column(column);
        if (definition.labels().isEmpty()) {
            double[] known = Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            if (known.length > 0) {
                add(
                        column,
                        -1,
                        values,
                        known[known.length / 100],
                        known[known.length - 1 - known.length / 100],
                        known[known.length / 2]);
            }
        }
        for (int label = 0; label < definition.labels().size(); label++) {
            add(column, label, values, 0, 1, 0);
        }
    }

    private void add(int column, int label, double[] values, double low, double high, double median) {
        Input bare = new Input(column, label, low, high, median, 0, 1);
        double[] raw = Arrays.stream(values).map(bare::raw).toArray();
        double mean = Arrays.stream(raw).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(raw)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        if (deviation > 1e-12) {
            inputs.add(new Input(column, label, low, high, median, mean, deviation));
        }
    }

    private double[][] rows(TrainingSet set) {
        double[][] rows = new double[set.size()][inputs.size()];
        for (int i = 0; i < inputs.size(); i++) {
            double[] column = set.column(inputs.get(i).column());
            for (int row = 0; row < rows.length; row++) {
                rows[row][i] = inputs.get(i).of(column[row]);
            }
        }
        return rows;
    }
}
