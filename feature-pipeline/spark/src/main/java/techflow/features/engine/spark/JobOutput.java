package techflow.features.engine.spark;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * The folder asked for, and those beside it: built under another name and renamed when all is done.
 *
 * @param files the storage
 * @param out the folder asked for
 */
record JobOutput(FileSystem files, Path out) {
    static JobOutput of(String folder, SparkSession spark) throws IOException {
        Path out = new Path(folder);
        return new JobOutput(out.getFileSystem(spark.sparkContext().hadoopConfiguration()), out);
    }

    /** Clears what an earlier run that was killed left beside it; a finished result is never overwritten. */
    void requireNew() throws IOException {
        if (files.exists(out)) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The folder cannot be made",
                    List.of(new Violation(
                            "--out",
                            "must not exist yet",
                            out.toString(),
                            "name another folder or move this one away")));
        }
        discard();
        files.delete(rejects(), true);
    }

    Path building() {
        return out.suffix(".building");
    }

    Path rejects() {
        return out.suffix(".rejects");
    }

    void discard() throws IOException {
        files.delete(building(), true);
    }

    void publish() throws IOException {
        if (!files.rename(building(), out)) {
            throw new IOException("cannot rename " + building() + " to " + out);
        }
    }
}
