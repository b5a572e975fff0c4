package planted.scoring.score;

import java.nio.file.Files;
import java.nio.file.Path;

/** Planted: pure packages use the JDK without files, net and databases. */
public final class OpensFile {
    private OpensFile() {}

    static boolean exists(String name) {
        return Files.exists(Path.of(name));
    }
}
