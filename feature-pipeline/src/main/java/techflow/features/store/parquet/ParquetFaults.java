package techflow.features.store.parquet;

import java.nio.file.Path;
import java.util.List;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** How failures of Parquet files are told. */
final class ParquetFaults {
    private ParquetFaults() {}

    static PlatformFault unavailable(Path file, Exception cause) {
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE,
                "The file " + file.getFileName() + " cannot be read or written",
                cause,
                Parameter.safe("file", file.getFileName()));
    }

    static RecordFault malformed(Path file, List<Violation> violations) {
        return new RecordFault(
                ProblemCode.FILE_MALFORMED, file.getFileName() + " is not the table it should be", violations);
    }

    static RecordFault malformed(Path file, String rule, String found, String advice) {
        return malformed(file, List.of(new Violation(String.valueOf(file.getFileName()), rule, found, advice)));
    }
}
