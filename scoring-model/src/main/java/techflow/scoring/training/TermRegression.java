package techflow.scoring.training;

import java.util.Arrays;

/**
 * Logistic regression of good on the terms of a model: what the weights of the terms would have been on other firms.
 * Weights are pulled to 1, those of the model, as strongly as one unit of information on standardised terms would: it keeps
 * a fit finite where few defaults leave the likelihood flat.
 *
 * <p>The weights on the firms as they were come from Newton's method; those on other draws of them from one further Newton
 * step with the same information (score bootstrap, Kline and Santos 2012), which costs one pass over the rows where a fit
 * would cost a pass for each pair of terms and step.
 */
final class TermRegression {
    private static final int MOST_STEPS = 25;
    private static final double TOLERANCE = 1e-7;

    private final double[][] terms;
    private final boolean[] bads;
    private final double[] pull;
    private final double[] point;
    private double[][] factor = {};

    /** Fits the rows, each counted once. @param start where to begin: intercept, then one weight per term */
    TermRegression(double[][] terms, boolean[] bads, double[] start) {
        this.terms = terms;
        this.bads = bads;
        this.pull = pull(terms);
        this.point = start.clone();
        int[] once = new int[terms.length];
        Arrays.fill(once, 1);
        double largest = Double.MAX_VALUE;
        for (int step = 0; step < MOST_STEPS && largest > TOLERANCE; step++) {
            factor = factor();
            double[] move = solve(factor, gradient(once));
            largest = 0;
            for (int j = 0; j < point.length; j++) {
                point[j] += Math.clamp(move[j], -2, 2);
                largest = Math.max(largest, Math.abs(move[j]));
            }
        }
    }

    /** By how much intercept and weights change when each row counts so often. */
    double[] change(int[] counts) {
        double[] move = solve(factor, gradient(counts));
        for (int j = 0; j < move.length; j++) {
            move[j] = Math.clamp(move[j], -2, 2);
        }
        return move;
    }

    /** The variance of each term. */
    private static double[] pull(double[][] terms) {
        double[] pull = new double[terms[0].length];
        for (int j = 0; j < pull.length; j++) {
            double mean = 0;
            double square = 0;
            for (double[] row : terms) {
                mean += row[j] / terms.length;
                square += row[j] * row[j] / terms.length;
            }
            pull[j] = Math.max(square - mean * mean, 1e-6);
        }
        return pull;
    }

    private double[] gradient(int[] counts) {
        double[] gradient = new double[point.length];
        for (int row = 0; row < terms.length; row++) {
            if (counts[row] > 0) {
                double residual = counts[row] * ((bads[row] ? 0 : 1) - good(terms[row]));
                gradient[0] += residual;
                for (int j = 1; j < gradient.length; j++) {
                    gradient[j] += residual * terms[row][j - 1];
                }
            }
        }
        for (int j = 1; j < gradient.length; j++) {
            gradient[j] -= pull[j - 1] * (point[j] - 1);
        }
        return gradient;
    }

    private double good(double[] row) {
        double logOdds = point[0];
        for (int j = 0; j < row.length; j++) {
            logOdds += point[j + 1] * row[j];
        }
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** Cholesky's factor of the information at the point. */
    private double[][] factor() {
        int size = point.length;
        double[][] information = new double[size][size];
        double[] x = new double[size];
        x[0] = 1;
        for (double[] row : terms) {
            System.arraycopy(row, 0, x, 1, size - 1);
            double good = good(row);
            double weight = Math.max(good * (1 - good), 1e-9);
            for (int j = 0; j < size; j++) {
                double scaled = weight * x[j];
                double[] of = information[j];
                for (int k = 0; k <= j; k++) {
                    of[k] += scaled * x[k];
                }
            }
        }
        for (int j = 1; j < size; j++) {
            information[j][j] += pull[j - 1];
        }
        return cholesky(information);
    }

    /** On the lower triangle, which it overwrites. */
    private static double[][] cholesky(double[][] lower) {
        for (int j = 0; j < lower.length; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = lower[j][k];
                for (int i = 0; i < k; i++) {
                    sum -= lower[j][i] * lower[k][i];
                }
                lower[j][k] = j == k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[k][k];
            }
        }
        return lower;
    }

    private static double[] solve(double[][] factor, double[] right) {
        int size = right.length;
        double[] solved = right.clone();
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < j; i++) {
                solved[j] -= factor[j][i] * solved[i];
            }
            solved[j] /= factor[j][j];
        }
        for (int j = size - 1; j >= 0; j--) {
            for (int i = j + 1; i < size; i++) {
                solved[j] -= factor[i][j] * solved[i];
            }
            solved[j] /= factor[j][j];
        }
        return solved;
    }
}
