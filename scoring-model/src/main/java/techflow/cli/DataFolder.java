package techflow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.features.signal.SignalKind;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.artifact.Provenance.DataFile;

/**
 * The files that a training reads: one a signal kind, the outcomes, and the truth where it is known.
 *
 * @param folder where they are
 */
record DataFolder(Path folder) {
    private static final String PLAIN = ".csv";
    private static final String PACKED = ".csv.gz";
    private static final int BUFFER = 1 << 16;

    /** Only made-up firms have a known true PD. */
    boolean isSynthetic() {
        return Files.exists(folder.resolve(DatasetWriter.TRUTH));
    }

    /** Name, hash, length and rows of each file, ordered by name. */
    List<DataFile> files() throws IOException {
        Path signals = SignalSource.signals(folder);
        List<Path> read = new ArrayList<>(Stream.of(SignalKind.values())
                .flatMap(kind -> Stream.of(PLAIN, PACKED).map(end -> signals.resolve(kind.fileStem() + end)))
                .toList());
        read.add(folder.resolve(DatasetWriter.OUTCOMES));
        read.add(folder.resolve(DatasetWriter.TRUTH));
        List<DataFile> files = new ArrayList<>();
        for (Path file : read) {
            if (Files.exists(file)) {
                files.add(describe(file));
            }
        }
        return files;
    }

    /**
     * Refuses a folder that is not the one that is described.
     *
     * @throws RecordFault REQUEST_INVALID that names every file that was changed, is missing or has come on top
     */
    void requireUnchanged(List<DataFile> expected) throws IOException {
        Map<String, DataFile> found = byName(files());
        Map<String, DataFile> wanted = byName(expected);
        List<Violation> violations = new ArrayList<>();
        wanted.forEach((name, file) -> {
            DataFile now = found.get(name);
            if (now == null) {
                violations.add(new Violation(name, "must be in the folder", "", "fetch it from the archive"));
            } else if (!now.equals(file)) {
                violations.add(new Violation(
                        name,
                        "must have SHA-256 " + file.sha256() + " and " + file.rows() + " rows",
                        now.sha256() + " and " + now.rows() + " rows",
                        "it was changed since the training: restore it"));
            }
        });
        found.values().stream()
                .filter(file -> !wanted.containsKey(file.name()))
                .forEach(file -> violations.add(new Violation(
                        file.name(), "must not be in the folder", file.sha256(), "training did not have it")));
        if (!violations.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID, folder + " is not the data that the model was trained on", violations);
        }
    }

    private DataFile describe(Path file) throws IOException {
        String name = folder.relativize(file).toString().replace('\\', '/');
        return new DataFile(name, hash(file), Files.size(file), Math.max(0, lines(file) - 1));
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static long lines(Path file) throws IOException {
        try (InputStream plain = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(PACKED) ? new GZIPInputStream(plain) : plain) {
            long lines = 0;
            byte last = '\n';
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                last = buffer[n - 1];
            }
            return lines + (last == '\n' ? 0 : 1);
        } catch (ZipException e) {
            throw new RecordFault(
                    ProblemCode.FILE_MALFORMED, file + " is not packed as its name says: " + e.getMessage());
        }
    }

    private static Map<String, DataFile> byName(List<DataFile> files) {
        return files.stream()
                .collect(Collectors.toMap(DataFile::name, file -> file, (one, other) -> one, TreeMap::new));
    }
}
