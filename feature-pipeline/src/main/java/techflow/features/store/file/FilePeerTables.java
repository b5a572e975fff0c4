package techflow.features.store.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import techflow.features.definition.FeatureSchema;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.AsOf;
import techflow.features.store.PeerTableStore;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;

/**
 * Peer tables in a directory: one text file each, named {@code peers-<date>-<id>.txt}, and the file's time tells which was
 * saved last. A file appears whole or not at all.
 */
public final class FilePeerTables implements PeerTableStore {
    private static final String PREFIX = "peers-";
    private static final String SUFFIX = ".txt";

    private final Path directory;

    /** @param directory made by the first save when it is missing */
    public FilePeerTables(Path directory) {
        this.directory = directory;
    }

    @Override
    public void save(PeerTable table) {
        Path file = directory.resolve(PREFIX + table.asOf().date() + "-" + table.id() + SUFFIX);
        try {
            if (Files.exists(file)) {
                return;
            }
            Files.createDirectories(directory);
            Path whole = Files.createTempFile(directory, PREFIX, ".part");
            Files.writeString(whole, table.text());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }

    @Override
    public List<Entry> list() {
        return files().stream()
                .map(FilePeerTables::read)
                .map(Entry::of)
                .sorted(Comparator.comparing(Entry::featureSet)
                        .thenComparing(Entry::schemaFingerprint)
                        .thenComparing(Entry::asOf))
                .toList();
    }

    @Override
    public Optional<PeerTable> find(String id) {
        return files().stream().filter(file -> id(file).equals(id)).findFirst().map(FilePeerTables::read);
    }

    @Override
    public PeerTables tables(FeatureSchema schema) {
        Map<AsOf, PeerTable> latest = new LinkedHashMap<>();
        files().stream()
                .map(FilePeerTables::read)
                .filter(table -> table.schemaFingerprint().equals(schema.fingerprint()))
                .forEach(table -> latest.put(table.asOf(), table));
        return PeerTables.of(latest.values());
    }

    /** In the order in which they were saved. */
    private List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            List<Path> files = new ArrayList<>(found.filter(file -> name(file).startsWith(PREFIX))
                    .filter(file -> name(file).endsWith(SUFFIX))
                    .toList());
            files.sort(Comparator.comparing(FilePeerTables::savedAt).thenComparing(FilePeerTables::name));
            return files;
        } catch (IOException e) {
            throw SignalFiles.unavailable(directory, e);
        }
    }

    private static PeerTable read(Path file) {
        try {
            PeerTable table = PeerTable.read(Files.readString(file, StandardCharsets.UTF_8));
            if (!table.id().equals(id(file))) {
                throw new ModelFault(
                        ProblemCode.ARTIFACT_CORRUPT,
                        "The peer table " + name(file) + " must have the id of its name, found " + table.id());
            }
            return table;
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }

    private static String id(Path file) {
        String name = name(file);
        return name.substring(name.lastIndexOf('-') + 1, name.length() - SUFFIX.length());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static FileTime savedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw SignalFiles.unavailable(file, e);
        }
    }
}
