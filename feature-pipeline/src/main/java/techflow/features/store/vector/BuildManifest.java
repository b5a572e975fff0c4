package techflow.features.store.vector;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import techflow.features.definition.FeatureSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an output directory holds, in its {@code manifest.json}: of what it was made, and which parts are whole. A file
 * that the manifest does not name is not part of the output.
 *
 * @param formatVersion {@value #FORMAT}
 * @param schemaVersion version of the feature schema
 * @param fingerprint fingerprint of the schema
 * @param schema the schema as text
 * @param format the form of the parts, a {@link VectorFormat}
 * @param inputs what the vectors were made of, by name: files, as-ofs, catalogue
 * @param parts the whole parts, ascending by firm
 * @param complete true when the last part is written
 */
public record BuildManifest(
        int formatVersion,
        String schemaVersion,
        String fingerprint,
        String schema,
        String format,
        SortedMap<String, String> inputs,
        List<Part> parts,
        boolean complete) {
    public static final String FILE = "manifest.json";
    public static final int FORMAT = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public BuildManifest {
        inputs = new TreeMap<>(inputs);
        parts = List.copyOf(parts);
    }

    /**
     * One part: all vectors of a contiguous range of firms.
     *
     * @param file name of its file
     * @param firstFirm code of its first firm
     * @param lastFirm code of its last firm
     * @param firms number of firms
     * @param vectors number of vectors
     * @param missing number of missing values
     * @param bytes size of the file
     */
    public record Part(
            String file, String firstFirm, String lastFirm, long firms, long vectors, long missing, long bytes) {}

    /** A manifest without parts. */
    public static BuildManifest begin(FeatureSchema schema, VectorFormat format, SortedMap<String, String> inputs) {
        return new BuildManifest(
                FORMAT,
                schema.version(),
                schema.fingerprint(),
                SchemaText.write(schema),
                format.name(),
                inputs,
                List.of(),
                false);
    }

    public BuildManifest withParts(List<Part> whole, boolean allOfThem) {
        return new BuildManifest(formatVersion, schemaVersion, fingerprint, schema, format, inputs, whole, allOfThem);
    }

    /** The schema of the vectors. */
    public FeatureSchema featureSchema() {
        return SchemaText.read(schema, fingerprint);
    }

    /** The form of the parts. */
    public VectorFormat vectorFormat() {
        return VectorFormat.named(format);
    }

    /**
     * The manifest of a directory, empty when it has none.
     *
     * @throws techflow.problem.RecordFault FILE_MALFORMED when it cannot be read as one
     */
    public static Optional<BuildManifest> read(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), BuildManifest.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw VectorFaults.unavailable(file, e);
        } catch (JacksonException e) {
            throw VectorFaults.malformed(
                    file, "must be a manifest", String.valueOf(e.getOriginalMessage()), "build again with --restart");
        }
    }

    /** Replaces the directory's manifest in one step, so that a reader sees the old one or the new one. */
    public void write(Path directory) {
        Path temporary = directory.resolve(FILE + ".tmp");
        try {
            Files.writeString(temporary, JSON.writeValueAsString(this));
            moveWhole(temporary, directory.resolve(FILE));
        } catch (IOException e) {
            throw VectorFaults.unavailable(temporary, e);
        }
    }

    /** Forces a written file to the disk, then gives it its name in one step. */
    public static void moveWhole(Path temporary, Path file) {
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw VectorFaults.unavailable(file, e);
        }
    }
}
