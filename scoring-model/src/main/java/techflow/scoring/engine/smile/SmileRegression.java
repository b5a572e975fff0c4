package techflow.scoring.engine.smile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import smile.classification.LogisticRegression;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.RegressionFitter;

/** {@link RegressionFitter} by Smile's binomial logistic regression (L-BFGS). Its intercept is not penalised. */
public final class SmileRegression implements RegressionFitter {
    private static final double TOLERANCE = 1e-10;
    private static final int MOST_ITERATIONS = 1000;

    @Override
    public ModelTrainer.Library library() {
        return new ModelTrainer.Library("smile-core", "2.6.0");
    }

    @Override
    public Fit fit(List<String> names, double[][] rows, boolean[] bads, double[] weights, double l2) {
        RegressionFitter.requireSound(names, rows, bads, weights, l2);
        int[] good = new int[bads.length];
        for (int i = 0; i < good.length; i++) {
            good[i] = bads[i] ? 0 : 1;
        }
        double[] found = LogisticRegression.binomial(rows, good, l2, TOLERANCE, MOST_ITERATIONS)
                .coefficients();
        List<Double> coefficients = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            coefficients.add(found[i]);
        }
        Fit once = new Fit(
                found[names.size()],
                coefficients,
                Map.of("trainer", "LogisticRegression.binomial (L-BFGS)", "tolerance", String.valueOf(TOLERANCE)));
        return RegressionFitter.reweighted(once, rows, bads, weights, l2);
    }
}
