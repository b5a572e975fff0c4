package techflow.benchmark;

import java.nio.file.Path;

/** Who runs over the files: each computes {@link ComparedFeatures} of every firm, or says that it only reads. */
interface Contender {
    /** One pass over the files of the directory; gives the firms' features one after the other, empty when it only reads. */
    double[] run(Path directory, int firms) throws Exception;
}
