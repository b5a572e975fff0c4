package techflow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Files that the user names. */
final class InputFile {
    private InputFile() {}

    /**
     * The bytes of a file.
     *
     * @param option where the user named it, such as {@code --report}
     * @throws RecordFault REQUEST_INVALID when it cannot be read
     */
    static byte[] bytes(String option, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw unreadable(option, file, "there is no such file");
        } catch (IOException e) {
            throw unreadable(option, file, e.getClass().getSimpleName());
        }
    }

    private static RecordFault unreadable(String option, Path file, String why) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                file + " cannot be read: " + why,
                List.of(new Violation(option, "must be a file that can be read", file.toString(), "correct the path")));
    }
}
