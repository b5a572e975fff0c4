package techflow.features.store.vector;

import java.nio.file.Path;
import java.util.Arrays;
import techflow.features.definition.FeatureSchema;

/** The forms in which vectors stand in files. */
public enum VectorFormat {
    PARQUET(".parquet") {
        @Override
        public VectorSink create(Path file, FeatureSchema schema) {
            return new ParquetVectorSink(file, schema);
        }

        @Override
        public VectorReader open(Path file, FeatureSchema schema) {
            return ParquetVectorReader.open(file, schema);
        }
    },
    CSV(".csv") {
        @Override
        public VectorSink create(Path file, FeatureSchema schema) {
            return CsvVectorSink.create(file, schema, false);
        }

        @Override
        public VectorReader open(Path file, FeatureSchema schema) {
            return CsvVectorReader.open(file, schema);
        }
    },
    CSV_GZ(".csv.gz") {
        @Override
        public VectorSink create(Path file, FeatureSchema schema) {
            return CsvVectorSink.create(file, schema, true);
        }

        @Override
        public VectorReader open(Path file, FeatureSchema schema) {
            return CsvVectorReader.open(file, schema);
        }
    };

    private final String extension;

    VectorFormat(String extension) {
        this.extension = extension;
    }

    /** How names of its files end, with the dot. */
    public String extension() {
        return extension;
    }

    /**
     * Starts a file anew.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when it cannot be made
     */
    public abstract VectorSink create(Path file, FeatureSchema schema);

    /**
     * Opens a file of vectors of this schema.
     *
     * @throws techflow.problem.RecordFault FILE_MALFORMED when it is not such a file
     * @throws techflow.problem.ModelFault SCHEMA_MISMATCH when its vectors have another schema
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when it cannot be read
     */
    public abstract VectorReader open(Path file, FeatureSchema schema);

    /** The form named in a manifest; throws {@link IllegalArgumentException} for another name. */
    static VectorFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format of vectors is named " + name));
    }
}
