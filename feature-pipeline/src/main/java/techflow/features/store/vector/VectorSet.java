package techflow.features.store.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureVector;
import techflow.features.store.vector.BuildManifest.Part;

/**
 * An output of a batch engine, read back: a directory with a manifest, a finished directory of Parquet parts as Spark
 * leaves it, or a single Parquet file.
 */
public final class VectorSet {
    /** Spark leaves this file when every part is whole. */
    private static final String SPARK_FINISHED = "_SUCCESS";

    private final FeatureSchema schema;
    private final VectorFormat format;
    private final List<Path> files;
    private final boolean inOrder;

    /** @param inOrder whether each file goes on where the one before ended; else each ascends in itself */
    private VectorSet(FeatureSchema schema, VectorFormat format, List<Path> files, boolean inOrder) {
        this.schema = schema;
        this.format = format;
        this.files = files;
        this.inOrder = inOrder;
    }

    /**
     * Opens an output.
     *
     * @throws techflow.problem.RecordFault FILE_MALFORMED when it is none, or one that is not complete
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when it cannot be read
     */
    public static VectorSet open(Path path) {
        if (Files.isRegularFile(path)) {
            return new VectorSet(ParquetVectorReader.schema(path), VectorFormat.PARQUET, List.of(path), true);
        }
        if (Files.exists(path.resolve(SPARK_FINISHED))) {
            List<Path> parts = sparkParts(path);
            return new VectorSet(ParquetVectorReader.schema(parts.getFirst()), VectorFormat.PARQUET, parts, false);
        }
        BuildManifest manifest = BuildManifest.read(path)
                .orElseThrow(() -> VectorFaults.malformed(
                        path,
                        "must be a Parquet file of vectors or a directory with manifest.json or _SUCCESS",
                        "neither",
                        "name the --out directory of techflow features build"));
        if (!manifest.complete()) {
            throw VectorFaults.malformed(
                    path,
                    "must be complete",
                    manifest.parts().size() + " parts of a build that was interrupted",
                    "run the same techflow features build again: it goes on where it stopped");
        }
        return new VectorSet(
                manifest.featureSchema(),
                manifest.vectorFormat(),
                manifest.parts().stream().map(Part::file).map(path::resolve).toList(),
                true);
    }

    private static List<Path> sparkParts(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> parts = files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith("part-") && name.endsWith(VectorFormat.PARQUET.extension());
                    })
                    .sorted()
                    .toList();
            if (parts.isEmpty()) {
                throw VectorFaults.malformed(
                        directory, "must hold at least one Parquet part", "none", "build it again");
            }
            return parts;
        } catch (IOException e) {
            throw VectorFaults.unavailable(directory, e);
        }
    }

    public FeatureSchema schema() {
        return schema;
    }

    /**
     * All vectors, ascending by enterprise and time. One file is open at a time; of Spark's parts, which are merged, all
     * are. Close it.
     */
    public VectorReader reader() {
        return inOrder ? new Concatenated(files.iterator()) : MergedVectors.open(files, format, schema);
    }

    /** As {@link #reader}, as a stream. Close it. */
    public Stream<FeatureVector> vectors() {
        return reader().stream();
    }

    /** One file after the other. */
    private final class Concatenated implements VectorReader {
        private final Iterator<Path> waiting;
        private Optional<VectorReader> open = Optional.empty();

        Concatenated(Iterator<Path> waiting) {
            this.waiting = waiting;
        }

        @Override
        public boolean hasNext() {
            while (open.isEmpty() || !open.get().hasNext()) {
                close();
                if (!waiting.hasNext()) {
                    return false;
                }
                open = Optional.of(format.open(waiting.next(), schema));
            }
            return true;
        }

        @Override
        public FeatureVector next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no vector is left");
            }
            return open.orElseThrow().next();
        }

        @Override
        public void close() {
            open.ifPresent(VectorReader::close);
            open = Optional.empty();
        }
    }
}
