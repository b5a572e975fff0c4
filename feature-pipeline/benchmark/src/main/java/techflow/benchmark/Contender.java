package techflow.benchmark;

import java.nio.file.Path;

/** Who runs over the files: each computes {@link ComparedFeatures} of every firm, or only reads. */
interface Contender {
    /** One pass over the files of the directory; writes what it found by {@link Cells}, nothing when it only reads. */
    void run(Path directory, int firms, Path found) throws Exception;
}
