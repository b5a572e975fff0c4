package techflow.datasets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the real data sets that stand beside the project where it is developed; tests skip where they are absent. */
public final class SharedData {
    private SharedData() {}

    /**
     * The directory of a data set: {@code $TECHFLOW_SHARED/data/<set>} or {@code -DTECHFLOW_SHARED}, else
     * {@code shared/data/<set>} beside a directory above this module. Skips the test when there is none.
     */
    public static Path require(String set) {
        Optional<Path> found = candidates()
                .map(shared -> shared.resolve("data").resolve(set))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(
                found.isPresent(),
                "skipped: the shared data set " + set + " is absent; set TECHFLOW_SHARED to the directory that has it");
        return found.orElseThrow();
    }

    private static Stream<Path> candidates() {
        Stream<String> said = Stream.of(
                        Optional.ofNullable(System.getProperty("TECHFLOW_SHARED")),
                        Optional.ofNullable(System.getenv("TECHFLOW_SHARED")))
                .flatMap(Optional::stream);
        Path here = Path.of("").toAbsolutePath();
        List<Path> above = Stream.iterate(here, path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared"))
                .toList();
        return Stream.concat(said.map(Path::of), above.stream());
    }
}
