package techflow.scoring.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighted logistic regression by Newton's method: exact, without a library, for searches that fit thousands of times and
 * for row weights, which the libraries do not know.
 */
final class NewtonRegression {
    private static final int MOST_STEPS = 60;

    /** What may be left to gain of the log-likelihood, as a share of it: all but rounding. */
    static final double EXACT = 1e-13;

    /** Enough to choose by: a thousandth of what a line is asked to gain at least. */
    static final double ENOUGH = 1e-3;

    private final double[][] columns;
    private final double[] good;
    private final double[] weights;
    private final Shrinkage shrinkage;
    private final double l2;

    /**
     * A regression.
     *
     * @param columns by column, then row
     * @param bads outcome by row
     * @param weights by row, 0 or more
     */
    NewtonRegression(double[][] columns, boolean[] bads, double[] weights, double l2, Shrinkage shrinkage) {
        this.columns = columns;
        this.good = new double[bads.length];
        for (int row = 0; row < bads.length; row++) {
            good[row] = bads[row] ? 0 : 1;
        }
        this.weights = weights;
        this.l2 = l2;
        this.shrinkage = shrinkage;
    }

    /**
     * The optimum.
     *
     * @param beta coefficients in the order of the columns, then the intercept
     * @param hessian of the penalised loss there
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Optimum(double[] beta, double[][] hessian) {
        RegressionFitter.Fit fit() {
            int last = beta.length - 1;
            List<Double> coefficients = new ArrayList<>();
            IntStream.range(0, last).forEach(i -> coefficients.add(beta[i]));
            return new RegressionFitter.Fit(beta[last], coefficients);
        }
    }

    /**
     * From a start of coefficients, then the intercept.
     *
     * @param tolerance twice the log-likelihood that may be left to gain
     */
    Optimum from(double[] start, double tolerance) {
        double[] beta = start.clone();
        double loss = loss(beta);
        double[][] hessian = new double[beta.length][beta.length];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[beta.length];
            hessian = new double[beta.length][beta.length];
            derive(beta, gradient, hessian);
            double[] move = new Cholesky(hessian).solve(gradient);
            double decrement = dot(gradient, move);
            if (decrement < Math.max(tolerance, EXACT * loss)) {
                break;
            }
            double size = 1;
            double[] next = moved(beta, move, size);
            double nextLoss = loss(next);
            while (!(nextLoss <= loss - 1e-4 * size * decrement) && size > 1e-8) {
                size /= 2;
                next = moved(beta, move, size);
                nextLoss = loss(next);
            }
            beta = next;
            loss = nextLoss;
        }
        return new Optimum(beta, hessian);
    }

    /** From nothing but the average. @param tolerance as of the other form */
    Optimum fit(double tolerance) {
        double[] start = new double[columns.length + 1];
        double all = 0;
        double goods = 0;
        for (int row = 0; row < good.length; row++) {
            all += weights[row];
            goods += weights[row] * good[row];
        }
        start[columns.length] = Math.log(goods / (all - goods));
        return from(start, tolerance);
    }

    private double[] logOdds(double[] beta) {
        double[] sums = new double[good.length];
        java.util.Arrays.fill(sums, beta[columns.length]);
        for (int column = 0; column < columns.length; column++) {
            double[] x = columns[column];
            double b = beta[column];
            for (int row = 0; row < sums.length; row++) {
                sums[row] += b * x[row];
            }
        }
        return sums;
    }

    private double loss(double[] beta) {
        double[] logOdds = logOdds(beta);
        double loss = 0;
        for (int row = 0; row < logOdds.length; row++) {
            loss += weights[row] * LogLoss.of(logOdds[row], good[row] == 0);
        }
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            squares += beta[i] * beta[i];
            sum += beta[i];
        }
        return loss + l2 / 2 * (squares - freedom() * sum * sum);
    }

    /** The share by which products of different coefficients are rewarded. */
    private double freedom() {
        return columns.length == 0 ? 0 : shrinkage.freedomOfMean() / columns.length;
    }

    private void derive(double[] beta, double[] gradient, double[][] hessian) {
        int k = columns.length;
        double[] logOdds = logOdds(beta);
        double[] curve = new double[logOdds.length];
        double[] residual = new double[logOdds.length];
        for (int row = 0; row < logOdds.length; row++) {
            double p = 1 / (1 + Math.exp(-logOdds[row]));
            residual[row] = weights[row] * (p - good[row]);
            curve[row] = weights[row] * Math.max(p * (1 - p), 1e-12);
            gradient[k] += residual[row];
            hessian[k][k] += curve[row];
        }
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum += beta[i];
        }
        double[] curved = new double[logOdds.length];
        for (int i = 0; i < k; i++) {
            double[] x = columns[i];
            for (int row = 0; row < curved.length; row++) {
                curved[row] = curve[row] * x[row];
                hessian[k][i] += curved[row];
            }
            hessian[i][k] = hessian[k][i];
            gradient[i] = dot(x, residual) + l2 * (beta[i] - freedom() * sum);
            for (int j = 0; j <= i; j++) {
                double h = dot(curved, columns[j]) - l2 * freedom() + (i == j ? l2 : 0);
                hessian[i][j] = h;
                hessian[j][i] = h;
            }
        }
    }

    private static double[] moved(double[] from, double[] move, double size) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] -= size * move[i];
        }
        return to;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
