package techflow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.bins.BinsFile;
import techflow.scoring.bins.BinsYaml;

/** Where a bins file lies. @param path the YAML file */
record BinsPath(Path path) {
    /** @throws techflow.problem.ModelFault SETTING_INVALID when it breaks a rule or was changed after it was locked */
    BinsFile read() throws IOException {
        try {
            return BinsYaml.read(Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new RecordFault(
                    ProblemCode.FILE_MALFORMED,
                    "There is no bins file " + path + "; write one with ./techflow bins fit --data DIR --out " + path);
        }
    }

    /** Whole or not at all: the old file stands until the new one is written. */
    void write(BinsFile file) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(next, BinsYaml.write(file));
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
