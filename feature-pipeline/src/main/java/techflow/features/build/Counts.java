package techflow.features.build;

/**
 * What was written.
 *
 * @param parts number of parts
 * @param firms number of firms
 * @param vectors number of vectors
 * @param missing number of missing values in them
 */
public record Counts(long parts, long firms, long vectors, long missing) {
    public static final Counts NOTHING = new Counts(0, 0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(parts + other.parts, firms + other.firms, vectors + other.vectors, missing + other.missing);
    }
}
