package techflow.features.store.postgres;

/**
 * What a bulk load did.
 *
 * @param read signals read from the source
 * @param inserted rows that were new
 * @param duplicates signals whose observation and {@code knownAt} were stored already or came twice, and were left out;
 *     {@code read = inserted + duplicates}
 * @param conflicts those of the duplicates that say something else than the row that stays; worth a look at the source
 */
public record LoadResult(long read, long inserted, long duplicates, long conflicts) {
    static final LoadResult NOTHING = new LoadResult(0, 0, 0, 0);

    LoadResult plus(LoadResult other) {
        return new LoadResult(
                read + other.read,
                inserted + other.inserted,
                duplicates + other.duplicates,
                conflicts + other.conflicts);
    }
}
