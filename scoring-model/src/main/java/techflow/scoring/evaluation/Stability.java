package techflow.scoring.evaluation;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The population stability index of two distributions over the same cells.
 *
 * @param psi Σ (q − p) · ln(q / p); cells with no row count half a row
 * @param critical value that a stable population exceeds one time in twenty, from the chi-squared approximation
 *     χ²(cells − 1) · (1/n + 1/m) of Yurdakul (2018); unlike 0.1 and 0.25 it knows the sample sizes
 * @param referenceRows n
 * @param currentRows m
 */
public record Stability(double psi, double critical, long referenceRows, long currentRows) {
    /** @throws IllegalArgumentException when the cells differ in number or a side has no row */
    public static Stability of(long[] reference, long[] current) {
        long n = java.util.Arrays.stream(reference).sum();
        long m = java.util.Arrays.stream(current).sum();
        if (reference.length != current.length || reference.length < 2 || n == 0 || m == 0) {
            throw new IllegalArgumentException("PSI needs two samples over the same two or more cells, found "
                    + reference.length + " cells with " + n + " rows and " + current.length + " with " + m);
        }
        double psi = 0;
        for (int i = 0; i < reference.length; i++) {
            double p = Math.max(reference[i], 0.5) / n;
            double q = Math.max(current[i], 0.5) / m;
            psi += (q - p) * Math.log(q / p);
        }
        return new Stability(psi, critical(reference.length, n, m), n, m);
    }

    /** What a stable population exceeds one time in twenty with so many cells and rows. */
    public static double critical(int cells, long referenceRows, long currentRows) {
        double quantile = ChiSquaredDistribution.of(cells - 1.0).inverseCumulativeProbability(0.95);
        return quantile * (1.0 / referenceRows + 1.0 / currentRows);
    }

    /** True when the difference is more than chance would give. */
    public boolean shifted() {
        return psi > critical;
    }
}
