package techflow.features.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import techflow.features.signal.SignalKind;
import techflow.features.store.postgres.LoadCounts;
import techflow.features.store.postgres.LoadEntry;

/**
 * What became of a file.
 *
 * @param file its name
 * @param kind what it holds
 * @param result in one word
 * @param counts of its rows, those of an interrupted load before included
 * @param warnings rows that refer to something unknown; they are stored
 * @param load the entry in the ledger; of a dry run, what it would say
 * @param rejects the file of rejects, when there is one
 * @param first the first of what was rejected, contradicted or warned of
 */
public record FileReport(
        String file,
        SignalKind kind,
        Result result,
        LoadCounts counts,
        long warnings,
        LoadEntry load,
        Optional<Path> rejects,
        List<Reject> first) {
    /** What became of a file, in one word. */
    public enum Result {
        /** Every row is accounted for. */
        LOADED,
        /** As {@link #LOADED}, and an interrupted load did a part of it before. */
        RESUMED,
        /** The same bytes were loaded before; nothing was done. */
        ALREADY_LOADED,
        /** The file as a whole is refused. */
        REFUSED
    }

    public FileReport {
        first = List.copyOf(first);
    }

    /** Whether every row was stored or was there already; conflicts and warnings aside. */
    public boolean isClean() {
        return result != Result.REFUSED && counts.rejected() == 0;
    }
}
