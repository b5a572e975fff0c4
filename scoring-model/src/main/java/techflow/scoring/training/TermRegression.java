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
    private final double[] fitted;
    private Cholesky information;

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
        this.fitted = new double[size];
        this.information = information(fitted);
        fit();
    }

    List<List<Double>> knots() {
        return knots;
    }

    /** What the model leaves beside the sum of its terms: its intercept. */
    double constant() {
        return constant;
    }

    /**
     * By how much the changes of greatest likelihood move when each row counts so often: one Newton step from the fit of all
     * rows, with its information (score bootstrap, Kline and Santos 2012). A fit of each draw would cost a pass over the rows
     * for every pair of knots.
     */
    double[] moved(int[] counts) {
        double[] gradient = gradient(counts, fitted);
        double[] move = information.solve(gradient);
        for (int j = 0; j < size; j++) {
            move[j] = Math.clamp(move[j], -2, 2);
        }
        return move;
    }

    /** Changes of greatest penalised likelihood on all rows: of the intercept, then at every knot. */
    private void fit() {
        int[] once = new int[offsets.length];
        Arrays.fill(once, 1);
        double largest = Double.MAX_VALUE;
        for (int step = 0; step < MOST_STEPS && largest > TOLERANCE; step++) {
            information = information(fitted);
            double[] move = information.solve(gradient(once, fitted));
            largest = 0;
            for (int j = 0; j < size; j++) {
                fitted[j] += Math.clamp(move[j], -2, 2);
                largest = Math.max(largest, Math.abs(move[j]));
            }
        }
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

    private double[] gradient(int[] counts, double[] change) {
        double[] gradient = new double[size];
        for (int row = 0; row < counts.length; row++) {
            if (counts[row] > 0) {
                double residual = counts[row] * ((bads[row] ? 0 : 1) - good(row, change));
                for (int j = 0; j < at[row].length; j++) {
                    gradient[at[row][j]] += residual * weights[row][j];
                }
            }
        }
        for (int j = 1; j < size; j++) {
            gradient[j] -= PULL / 4 * change[j];
        }
        return gradient;
    }

    private Cholesky information(double[] change) {
        double[][] information = new double[size][size];
        for (int row = 0; row < at.length; row++) {
            double good = good(row, change);
            addRow(information, row, Math.max(good * (1 - good), 1e-9));
        }
        for (int j = 1; j < size; j++) {
            information[j][j] += PULL / 4;
        }
        return new Cholesky(information);
    }

    private void addRow(double[][] information, int row, double weight) {
        int[] columns = at[row];
        double[] shares = weights[row];
        for (int j = 0; j < columns.length; j++) {
            double[] line = information[columns[j]];
            double scaled = weight * shares[j];
            for (int k = 0; k <= j; k++) {
                line[columns[k]] += scaled * shares[k];
            }
        }
    }

    private double good(int row, double[] change) {
        double logOdds = offsets[row];
        for (int j = 0; j < at[row].length; j++) {
            logOdds += change[at[row][j]] * weights[row][j];
        }
        return 1 / (1 + Math.exp(-logOdds));
    }
}
