package techflow.features.ingest;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.TechflowException;
import techflow.problem.Violation;

/** How a file that cannot be ingested is told. */
final class Refusal {
    private Refusal() {}

    static RecordFault of(Path file, String rule, String found, String advice) {
        return of(file, List.of(new Violation(String.valueOf(file.getFileName()), rule, found, advice)));
    }

    static RecordFault of(Path file, List<Violation> violations) {
        return new RecordFault(ProblemCode.FILE_MALFORMED, file.getFileName() + " cannot be ingested", violations);
    }

    static TechflowException unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return of(file, "must exist", "no such file", "check the name and the folder");
        }
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE,
                "The file " + file.getFileName() + " cannot be read or written: " + cause.getMessage(),
                cause,
                Parameter.safe("file", file.getFileName()));
    }
}
