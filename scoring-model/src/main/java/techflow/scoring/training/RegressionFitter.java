package techflow.scoring.training;

import java.util.List;

/**
 * Port: logistic regression of good against bad. Minimises {@code Σ log loss + l2/2 · Σ coefficient²}; the intercept is
 * not penalised, or so little that it does not show.
 */
public interface RegressionFitter {
    /** Name and version of the library, for the manifest. */
    ModelTrainer.Library library();

    /**
     * Fits the log-odds good : bad.
     *
     * @param names one name per column, distinct
     * @param rows one row per case, one finite number per name
     * @param bads outcome of each row, both outcomes present
     * @param l2 above 0
     * @throws IllegalArgumentException when the parts do not fit together or a number is not finite
     */
    Fit fit(List<String> names, double[][] rows, boolean[] bads, double l2);

    /**
     * The log-odds good : bad are {@code intercept + Σ coefficient · x}.
     *
     * @param coefficients in the order of the names
     */
    record Fit(double intercept, List<Double> coefficients) {
        public Fit {
            coefficients = List.copyOf(coefficients);
        }

        public double logOdds(double[] row) {
            double sum = intercept;
            for (int i = 0; i < row.length; i++) {
                sum += coefficients.get(i) * row[i];
            }
            return sum;
        }
    }

    /** Refuses what the contract forbids. For adapters. */
    static void requireSound(List<String> names, double[][] rows, boolean[] bads, double l2) {
        if (names.isEmpty() || names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("a regression needs distinct names, found " + names);
        }
        if (rows.length != bads.length || !(l2 > 0)) {
            throw new IllegalArgumentException("a regression needs one outcome per row and l2 above 0, found "
                    + rows.length + " rows, " + bads.length + " outcomes and l2 " + l2);
        }
        int bad = 0;
        for (int i = 0; i < rows.length; i++) {
            bad += bads[i] ? 1 : 0;
            requireFinite(names, rows[i], i);
        }
        if (bad == 0 || bad == bads.length) {
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
