package techflow.scoring.evaluation;

import java.util.Arrays;

/**
 * How much firms crowd into few cells: the Herfindahl–Hirschman index.
 *
 * @param hhi Σ share², from 1 / cells (even) to 1 (all in one)
 * @param normalised {@code (hhi − 1/cells) / (1 − 1/cells)}, from 0 to 1
 * @param largestShare share of the fullest cell
 * @param rows firms
 */
public record Concentration(double hhi, double normalised, double largestShare, long rows) {
    /** @throws IllegalArgumentException with fewer than two cells or no row */
    public static Concentration of(long[] counts) {
        long rows = Arrays.stream(counts).sum();
        if (counts.length < 2 || rows == 0) {
            throw new IllegalArgumentException(
                    "concentration needs two cells and a row, found " + counts.length + " cells and " + rows + " rows");
        }
        double hhi = Arrays.stream(counts)
                .mapToDouble(count -> (double) count / rows)
                .map(share -> share * share)
                .sum();
        double even = 1.0 / counts.length;
        double largest = (double) Arrays.stream(counts).max().orElseThrow() / rows;
        return new Concentration(hhi, (hhi - even) / (1 - even), largest, rows);
    }
}
