package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import techflow.scoring.model.PdUncertainty.Place;

/**
 * Logistic regression of good on what a model makes of each feature, by Newton's method: an intercept and, for every knot of
 * every term, a change of the term's value there. It starts from the model itself, and changes are pulled to 0 as strongly
 * as {@value #PULL} rows at even odds would: it keeps a fit finite where few defaults leave the likelihood flat.
 */
final class TermRegression {
    /** More knots than these are quantiles; a scorecard's bins are fewer. */
    private static final int MOST_KNOTS = 8;

    private static final int QUANTILES = 4;
    private static final double PULL = 1;
    private static final int MOST_STEPS = 25;
    private static final double TOLERANCE = 1e-6;

    private final List<List<Double>> knots = new ArrayList<>();
    private final boolean[] bads;
    private final double[] offsets;
    private final int[][] at;
    private final double[][] weights;
    private final int size;
    private final double constant;

    /**
     * The regression.
     *
     * @param terms of each row
     * @param offsets raw log-odds of each row, which the model starts from
     */
    TermRegression(double[][] terms, double[] offsets, boolean[] bads) {
        for (int j = 0; j < terms[0].length; j++) {
            int term = j;
            knots.add(knots(Arrays.stream(terms).mapToDouble(row -> row[term]).toArray()));
        }
        this.bads = bads;
        this.offsets = offsets;
        this.size = 1 + knots.stream().mapToInt(List::size).sum();
        this.constant = offsets[0] - Arrays.stream(terms[0]).sum();
        this.at = new int[terms.length][];
        this.weights = new double[terms.length][];
        for (int row = 0; row < terms.length; row++) {
            place(row, terms[row]);
        }
    }

    List<List<Double>> knots() {
        return knots;
    }

    /** What the model leaves beside the sum of its terms: its intercept. */
    double constant() {
        return constant;
    }

    /** Changes of greatest penalised likelihood: of the intercept, then at every knot. */
    double[] fit(int[] counts, double[] start) {
        double[] change = start.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = newton(counts, change);
            double largest = 0;
            for (int j = 0; j < size; j++) {
                change[j] += Math.clamp(move[j], -2, 2);
                largest = Math.max(largest, Math.abs(move[j]));
            }
            if (largest < TOLERANCE) {
                break;
            }
        }
        return change;
    }

    /** No change. */
    double[] start() {
        return new double[size];
    }

    /** What a row's raw log-odds become. */
    double logOdds(double raw, double[] terms, double[] change) {
        double sum = raw + change[0];
        int from = 1;
        for (int j = 0; j < terms.length; j++) {
            Place place = Place.of(knots.get(j), terms[j]);
            double below = change[from + place.below()];
            sum += below + place.share() * (change[from + place.above()] - below);
            from += knots.get(j).size();
        }
        return sum;
    }

    private static List<Double> knots(double[] values) {
        double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        if (distinct.length > MOST_KNOTS) {
            Arrays.sort(values);
            distinct = java.util.stream.IntStream.rangeClosed(0, QUANTILES)
                    .mapToDouble(i -> values[(int) ((long) i * (values.length - 1) / QUANTILES)])
                    .distinct()
                    .toArray();
        }
        return Arrays.stream(distinct).boxed().toList();
    }

    /** A row touches the intercept and one or two knots of each term. */
    private void place(int row, double[] terms) {
        int[] columns = new int[1 + 2 * terms.length];
        double[] shares = new double[columns.length];
        shares[0] = 1;
        int used = 1;
        int from = 1;
        for (int j = 0; j < terms.length; j++) {
            Place place = Place.of(knots.get(j), terms[j]);
            if (place.share() < 1) {
                columns[used] = from + place.below();
                shares[used++] = 1 - place.share();
            }
            if (place.share() > 0) {
                columns[used] = from + place.above();
                shares[used++] = place.share();
            }
            from += knots.get(j).size();
        }
        at[row] = Arrays.copyOf(columns, used);
        weights[row] = Arrays.copyOf(shares, used);
    }

    private double[] newton(int[] counts, double[] change) {
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        for (int row = 0; row < counts.length; row++) {
            if (counts[row] > 0) {
                addRow(gradient, information, change, row, counts[row]);
            }
        }
        for (int j = 1; j < size; j++) {
            gradient[j] -= PULL / 4 * change[j];
            information[j][j] += PULL / 4;
        }
        return solve(information, gradient);
    }

    private void addRow(double[] gradient, double[][] information, double[] change, int row, int count) {
        int[] columns = at[row];
        double[] shares = weights[row];
        double logOdds = offsets[row];
        for (int j = 0; j < columns.length; j++) {
            logOdds += change[columns[j]] * shares[j];
        }
        double good = 1 / (1 + Math.exp(-logOdds));
        double residual = count * ((bads[row] ? 0 : 1) - good);
        double weight = count * Math.max(good * (1 - good), 1e-9);
        for (int j = 0; j < columns.length; j++) {
            gradient[columns[j]] += residual * shares[j];
            double[] line = information[columns[j]];
            for (int k = 0; k <= j; k++) {
                line[columns[k]] += weight * shares[j] * shares[k];
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
