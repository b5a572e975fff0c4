package techflow.features.store.vector;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.features.store.parquet.ParquetTableReader;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;

/** Vectors from one Parquet file. */
final class ParquetVectorReader implements VectorReader {
    private final Path file;
    private final FeatureSchema schema;
    private final ParquetTableReader table;
    private boolean ahead;

    private ParquetVectorReader(Path file, FeatureSchema schema, ParquetTableReader table) {
        this.file = file;
        this.schema = schema;
        this.table = table;
        requireSchema();
        List<String> names = new ArrayList<>(List.of("uscc", "as_of"));
        schema.columns().forEach(column -> names.add(column.name().value()));
        names.add(MissingReasons.COLUMN);
        table.select(names);
        ahead = table.next();
    }

    static ParquetVectorReader open(Path file, FeatureSchema schema) {
        ParquetTableReader table = ParquetTableReader.open(file);
        try {
            return new ParquetVectorReader(file, schema, table);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** The schema in a file's footer. */
    static FeatureSchema schema(Path file) {
        try (ParquetTableReader table = ParquetTableReader.open(file)) {
            return footerSchema(table)
                    .orElseThrow(() -> VectorFaults.malformed(
                            file,
                            "must carry its feature schema in the footer",
                            "none",
                            "name an output of techflow features build"));
        }
    }

    private static Optional<FeatureSchema> footerSchema(ParquetTableReader table) {
        return SchemaText.ofFooter(SparkFooter.unpacked(table.metadata()));
    }

    private void requireSchema() {
        Optional<FeatureSchema> found = footerSchema(table);
        if (!found.map(FeatureSchema::fingerprint).equals(Optional.of(schema.fingerprint()))) {
            throw new ModelFault(
                    ProblemCode.SCHEMA_MISMATCH,
                    file.getFileName() + " must hold vectors of " + schema + ", found "
                            + found.map(String::valueOf).orElse("no schema"));
        }
    }

    @Override
    public boolean hasNext() {
        return ahead;
    }

    @Override
    public FeatureVector next() {
        if (!ahead) {
            throw new NoSuchElementException("no vector is left");
        }
        String reasons = table.text(schema.size() + 2);
        List<FeatureValue> values = new ArrayList<>(schema.size());
        for (int i = 0; i < schema.size(); i++) {
            values.add(value(i, reasons.charAt(i)));
        }
        FeatureVector vector = new FeatureVector(
                new EnterpriseId(table.text(0)), new AsOf(Instant.parse(table.text(1))), schema, values);
        ahead = table.next();
        return vector;
    }

    private FeatureValue value(int feature, char reason) {
        if (reason != MissingReasons.PRESENT) {
            return FeatureValue.missing(MissingReasons.reason(reason));
        }
        return schema.columns().get(feature).unit() == Unit.CATEGORY
                ? new FeatureValue.Category(table.text(feature + 2))
                : FeatureValue.of(table.number(feature + 2));
    }

    @Override
    public void close() {
        table.close();
    }
}
