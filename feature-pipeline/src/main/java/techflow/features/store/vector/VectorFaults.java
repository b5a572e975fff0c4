package techflow.features.store.vector;

import java.nio.file.Path;
import java.util.List;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** How failures of vector files are told. */
final class VectorFaults {
    private VectorFaults() {}

    static PlatformFault unavailable(Path file, Exception cause) {
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE, "The file " + file.getFileName() + " cannot be read or written", cause);
    }

    static RecordFault malformed(Path file, String rule, String found, String advice) {
        return new RecordFault(
                ProblemCode.FILE_MALFORMED,
                file.getFileName() + " is not an output of feature vectors",
                List.of(new Violation(String.valueOf(file.getFileName()), rule, found, advice)));
    }
}
