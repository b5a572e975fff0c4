package techflow.features.store.postgres;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of the ledger of loads.
 *
 * @param loadId its number, ascending
 * @param file what was loaded
 * @param application who loaded it
 * @param strict whether one reject was to fail the whole file
 * @param status where it stands
 * @param startedAt when it began
 * @param finishedAt when it was done or failed
 * @param counts what became of the rows so far
 * @param warnings rows of unknown firms or patents, which are stored
 * @param rejects the file of rejects and how long it was when the counts were written
 * @param reason why it failed, else empty
 */
public record LoadEntry(
        long loadId,
        LoadFile file,
        String application,
        boolean strict,
        LoadStatus status,
        Instant startedAt,
        Optional<Instant> finishedAt,
        LoadCounts counts,
        long warnings,
        Rejects rejects,
        String reason) {
    /**
     * The file of rejects.
     *
     * @param fileName without a folder; empty when nobody writes one
     * @param bytes its length when the counts were written
     */
    public record Rejects(String fileName, long bytes) {}
}
