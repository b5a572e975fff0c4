package techflow.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What contenders find, in files: firm by firm, the features in the order of {@link ComparedFeatures}, NaN for missing. */
final class Cells {
    private Cells() {}

    static DataOutputStream to(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    static DataInputStream from(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    static void write(double[] cells, Path file) throws IOException {
        try (DataOutputStream out = to(file)) {
            for (double cell : cells) {
                out.writeDouble(cell);
            }
        }
    }

    /** Number of cells in a file, 0 when there is none. */
    static long count(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) / Double.BYTES : 0;
    }
}
