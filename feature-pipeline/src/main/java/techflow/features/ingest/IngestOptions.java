package techflow.features.ingest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How files are ingested.
 *
 * @param application who ingests, as the ledger will say
 * @param dryRun true to say what would happen and to change nothing
 * @param strict true to refuse a whole file for one reject, conflict or unknown reference
 * @param again true to load a file anew that was loaded already
 * @param rejectsFolder where rejects files go; empty for the folder of the file
 * @param chunkRows how many rows are stored together
 */
public record IngestOptions(
        String application,
        boolean dryRun,
        boolean strict,
        boolean again,
        Optional<Path> rejectsFolder,
        int chunkRows) {
    private static final int CHUNK_ROWS = 20_000;

    public IngestOptions {
        if (chunkRows < 1) {
            throw new IllegalArgumentException("a chunk must have at least one row, found " + chunkRows);
        }
    }

    /** Lenient, rejects beside the files. */
    public static IngestOptions by(String application) {
        return new IngestOptions(application, false, false, false, Optional.empty(), CHUNK_ROWS);
    }

    public IngestOptions rehearsed(boolean yes) {
        return new IngestOptions(application, yes, strict, again, rejectsFolder, chunkRows);
    }

    public IngestOptions strictly(boolean yes) {
        return new IngestOptions(application, dryRun, yes, again, rejectsFolder, chunkRows);
    }

    public IngestOptions again(boolean yes) {
        return new IngestOptions(application, dryRun, strict, yes, rejectsFolder, chunkRows);
    }

    public IngestOptions rejectsInto(Optional<Path> folder) {
        return new IngestOptions(application, dryRun, strict, again, folder, chunkRows);
    }

    public IngestOptions chunksOf(int rows) {
        return new IngestOptions(application, dryRun, strict, again, rejectsFolder, rows);
    }
}
