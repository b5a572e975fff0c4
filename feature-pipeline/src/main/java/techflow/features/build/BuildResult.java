package techflow.features.build;

/**
 * A finished build.
 *
 * @param total everything that the output holds
 * @param resumed what of it was there before this run
 * @param features number of features in a vector
 * @param bytes size of the output
 */
public record BuildResult(Counts total, Counts resumed, int features, long bytes) {
    /** Share of missing values, in [0, 1]; 0 for an output without vectors. */
    public double missingShare() {
        long values = total.vectors() * features;
        return values == 0 ? 0 : (double) total.missing() / values;
    }
}
