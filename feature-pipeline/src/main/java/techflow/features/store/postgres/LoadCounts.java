package techflow.features.store.postgres;

/**
 * What became of the rows of a file; {@code read = inserted + duplicates + conflicts + rejected}.
 *
 * @param read rows read
 * @param inserted rows stored
 * @param duplicates rows that were stored already, or came twice
 * @param conflicts rows that contradict the stored row of the same observation and {@code knownAt}, which stays
 * @param rejected rows that break the data contract
 */
public record LoadCounts(long read, long inserted, long duplicates, long conflicts, long rejected) {
    public static final LoadCounts NOTHING = new LoadCounts(0, 0, 0, 0, 0);

    public LoadCounts {
        if (read != inserted + duplicates + conflicts + rejected) {
            throw new IllegalArgumentException("every row must be accounted for, found read " + read + ", inserted "
                    + inserted + ", duplicates " + duplicates + ", conflicts " + conflicts + ", rejected " + rejected);
        }
    }

    public LoadCounts plus(LoadCounts other) {
        return new LoadCounts(
                read + other.read,
                inserted + other.inserted,
                duplicates + other.duplicates,
                conflicts + other.conflicts,
                rejected + other.rejected);
    }
}
