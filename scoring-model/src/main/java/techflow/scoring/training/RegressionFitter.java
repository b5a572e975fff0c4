package techflow.scoring.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Port: logistic regression of good against bad. Minimises {@code Σ log loss + l2/2 · Σ coefficient²}; the intercept is
 * not penalised, or so little that it does not show.
 */
public interface RegressionFitter {
    /** Name and version of the library, for the manifest. */
    ModelTrainer.Library library();

    /**
     * Fits the log-odds good : bad, every row counting once.
     *
     * @param names one name per column, distinct
     * @param rows one row per case, one finite number per name
     * @param bads outcome of each row, both outcomes present
     * @param l2 above 0
     * @throws IllegalArgumentException when the parts do not fit together or a number is not finite
     */
    default Fit fit(List<String> names, double[][] rows, boolean[] bads, double l2) {
        double[] once = new double[rows.length];
        Arrays.fill(once, 1);
        return fit(names, rows, bads, once, l2);
    }

    /**
     * As the other form, with a weight per row: its log loss is multiplied with it.
     *
     * @param weights finite, 0 or more, above 0 for some row of each outcome
     */
    Fit fit(List<String> names, double[][] rows, boolean[] bads, double[] weights, double l2);

    /**
     * AUC as the library itself evaluates it, to check our own against; empty when it has no evaluation.
     *
     * @param logOdds good : bad by row
     */
    default OptionalDouble auc(double[] logOdds, boolean[] bads) {
        return OptionalDouble.empty();
    }

    /**
     * The log-odds good : bad are {@code intercept + Σ coefficient · x}.
     *
     * @param coefficients in the order of the names
     * @param provenance what the library tells of the training run, for the manifest; empty when it tells nothing
     */
    record Fit(double intercept, List<Double> coefficients, Map<String, String> provenance) {
        public Fit {
            coefficients = List.copyOf(coefficients);
            provenance = Map.copyOf(provenance);
        }

        public Fit(double intercept, List<Double> coefficients) {
            this(intercept, coefficients, Map.of());
        }

        public double logOdds(double[] row) {
            double sum = intercept;
            for (int i = 0; i < row.length; i++) {
                sum += coefficients.get(i) * row[i];
            }
            return sum;
        }
    }

    /**
     * For adapters whose library knows no row weights: leads its fit, in which every row counts once, to the optimum with
     * weights, by Newton's method. The problem is convex, so that the start does not show in the end.
     */
    static Fit reweighted(Fit once, double[][] rows, boolean[] bads, double[] weights, double l2) {
        if (Arrays.stream(weights).allMatch(weight -> weight == 1)) {
            return once;
        }
        int columns = once.coefficients().size();
        double[][] byColumn = new double[columns][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns; column++) {
                byColumn[column][row] = rows[row][column];
            }
        }
        double[] start = Arrays.copyOf(
                once.coefficients().stream().mapToDouble(Double::doubleValue).toArray(), columns + 1);
        start[columns] = once.intercept();
        Fit fit = new NewtonRegression(byColumn, bads, weights, l2, Shrinkage.ZERO)
                .from(start, 0)
                .fit();
        Map<String, String> provenance = new TreeMap<>(once.provenance());
        provenance.put("rowWeights", "led to the weighted optimum by Newton's method");
        return new Fit(fit.intercept(), fit.coefficients(), provenance);
    }

    /** Refuses what the contract forbids. For adapters. */
    static void requireSound(List<String> names, double[][] rows, boolean[] bads, double[] weights, double l2) {
        if (names.isEmpty() || names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("a regression needs distinct names, found " + names);
        }
        if (rows.length != bads.length || !(l2 > 0)) {
            throw new IllegalArgumentException("a regression needs one outcome per row and l2 above 0, found "
                    + rows.length + " rows, " + bads.length + " outcomes and l2 " + l2);
        }
        if (weights.length != rows.length || !Arrays.stream(weights).allMatch(w -> w >= 0 && Double.isFinite(w))) {
            throw new IllegalArgumentException("a regression needs one finite weight of 0 or more per row, found "
                    + weights.length + " for " + rows.length + " rows, the least "
                    + Arrays.stream(weights).min());
        }
        int bad = 0;
        double[] weightOf = new double[2];
        for (int i = 0; i < rows.length; i++) {
            bad += bads[i] ? 1 : 0;
            weightOf[bads[i] ? 1 : 0] += weights[i];
            requireFinite(names, rows[i], i);
        }
        if (weightOf[0] == 0 || weightOf[1] == 0 || bad == 0 || bad == bads.length) {
            throw new IllegalArgumentException(
                    "a regression needs goods and bads, found " + bad + " bads in " + bads.length);
        }
    }

    private static void requireFinite(List<String> names, double[] row, int index) {
        if (row.length != names.size()) {
            throw new IllegalArgumentException(
                    "row " + index + " must have " + names.size() + " numbers, found " + row.length);
        }
        for (int i = 0; i < row.length; i++) {
            if (!Double.isFinite(row[i])) {
                throw new IllegalArgumentException(
                        "row " + index + ", " + names.get(i) + " must be finite, found " + row[i]);
            }
        }
    }
}
