package techflow.scoring.training;

/**
 * Weighted logistic regression of good on the terms of a model, by Newton's method: what the weights of the terms would
 * have been on other firms. Weights are pulled to 1, those of the model, as strongly as one unit of information on
 * standardised terms would: it keeps a fit finite where few defaults leave the likelihood flat.
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared as values
record TermRegression(double[][] terms, boolean[] bads, double[] pull) {
    private static final int MOST_STEPS = 25;
    private static final double TOLERANCE = 1e-7;

    static TermRegression of(double[][] terms, boolean[] bads) {
        int features = terms[0].length;
        double[] pull = new double[features];
        for (int j = 0; j < features; j++) {
            double mean = 0;
            double square = 0;
            for (double[] row : terms) {
                mean += row[j] / terms.length;
                square += row[j] * row[j] / terms.length;
            }
            pull[j] = Math.max(square - mean * mean, 1e-6);
        }
        return new TermRegression(terms, bads, pull);
    }

    /**
     * Intercept and weights of greatest penalised likelihood.
     *
     * @param counts how often each row counts
     * @param start where to begin: intercept, then one weight per term
     */
    double[] fit(int[] counts, double[] start) {
        double[] at = start.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = newton(counts, at);
            double largest = 0;
            for (int j = 0; j < at.length; j++) {
                at[j] += Math.clamp(move[j], -2, 2);
                largest = Math.max(largest, Math.abs(move[j]));
            }
            if (largest < TOLERANCE) {
                break;
            }
        }
        return at;
    }

    private double[] newton(int[] counts, double[] at) {
        int size = at.length;
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        double[] x = new double[size];
        x[0] = 1;
        for (int row = 0; row < terms.length; row++) {
            if (counts[row] > 0) {
                System.arraycopy(terms[row], 0, x, 1, size - 1);
                addRow(gradient, information, x, at, counts[row], bads[row]);
            }
        }
        for (int j = 1; j < size; j++) {
            gradient[j] -= pull[j - 1] * (at[j] - 1);
            information[j][j] += pull[j - 1];
        }
        return solve(information, gradient);
    }

    private static void addRow(
            double[] gradient, double[][] information, double[] x, double[] at, int count, boolean bad) {
        double logOdds = 0;
        for (int j = 0; j < x.length; j++) {
            logOdds += at[j] * x[j];
        }
        double good = 1 / (1 + Math.exp(-logOdds));
        double residual = count * ((bad ? 0 : 1) - good);
        double weight = count * Math.max(good * (1 - good), 1e-9);
        for (int j = 0; j < x.length; j++) {
            gradient[j] += residual * x[j];
            for (int k = 0; k <= j; k++) {
                information[j][k] += weight * x[j] * x[k];
            }
        }
    }

    /** Cholesky on the lower triangle, which it overwrites. */
    private static double[] solve(double[][] lower, double[] right) {
        int size = right.length;
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = lower[j][k];
                for (int i = 0; i < k; i++) {
                    sum -= lower[j][i] * lower[k][i];
                }
                lower[j][k] = j == k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[k][k];
            }
        }
        double[] solved = right.clone();
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < j; i++) {
                solved[j] -= lower[j][i] * solved[i];
            }
            solved[j] /= lower[j][j];
        }
        for (int j = size - 1; j >= 0; j--) {
            for (int i = j + 1; i < size; i++) {
                solved[j] -= lower[i][j] * solved[i];
            }
            solved[j] /= lower[j][j];
        }
        return solved;
    }
}
