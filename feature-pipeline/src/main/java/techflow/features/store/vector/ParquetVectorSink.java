package techflow.features.store.vector;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.Category;
import techflow.features.definition.FeatureValue.Missing;
import techflow.features.definition.FeatureValue.Numeric;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.store.parquet.ParquetColumn;
import techflow.features.store.parquet.ParquetColumn.Type;
import techflow.features.store.parquet.ParquetTableWriter;

/** Vectors into one Parquet file. */
final class ParquetVectorSink implements VectorSink {
    private final ParquetTableWriter table;

    ParquetVectorSink(Path file, FeatureSchema schema) {
        table = ParquetTableWriter.create(file, columns(schema), SchemaText.footer(schema));
    }

    private static List<ParquetColumn> columns(FeatureSchema schema) {
        List<ParquetColumn> columns = new ArrayList<>();
        columns.add(ParquetColumn.required("uscc", Type.TEXT));
        columns.add(ParquetColumn.required("as_of", Type.TIMESTAMP));
        for (FeatureSchema.Column column : schema.columns()) {
            columns.add(ParquetColumn.optional(
                    column.name().value(), column.unit() == Unit.CATEGORY ? Type.TEXT : Type.NUMBER));
        }
        columns.add(ParquetColumn.required(MissingReasons.COLUMN, Type.TEXT));
        return columns;
    }

    @Override
    public void accept(FeatureVector vector) {
        @Nullable Object[] row = new @Nullable Object[vector.values().size() + 3];
        row[0] = vector.enterprise().code();
        row[1] = vector.asOf().instant();
        for (int i = 0; i < vector.values().size(); i++) {
            row[i + 2] = value(vector.values().get(i));
        }
        row[row.length - 1] = MissingReasons.of(vector);
        table.write(row);
    }

    private static @Nullable Object value(FeatureValue value) {
        return switch (value) {
            case Numeric numeric -> numeric.value();
            case Category category -> category.label();
            case Missing missing -> null;
        };
    }

    @Override
    public void close() {
        table.close();
    }
}
