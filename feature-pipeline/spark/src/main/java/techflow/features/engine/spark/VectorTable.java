package techflow.features.engine.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_micros;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;

/**
 * Vectors as a table: {@code uscc}, {@code as_of}, one column per feature (DOUBLE, or STRING for a category; null when
 * missing) and {@code missing}, the reason of each missing feature. A vector read back is equal to the last bit.
 */
final class VectorTable {
    static final String AS_OF = "as_of";
    static final String MISSING = "missing";
    private static final int FEATURES_FROM = 2;

    private VectorTable() {}

    /** The table as tasks make it, {@code as_of} in microseconds since 1970-01-01T00:00:00Z; {@link #typed} ends it. */
    static StructType schema(FeatureSchema features) {
        StructType table = new StructType()
                .add(SignalTable.USCC, DataTypes.StringType, false)
                .add(AS_OF, DataTypes.LongType, false);
        for (FeatureSchema.Column column : features.columns()) {
            DataType type = column.unit() == Unit.CATEGORY ? DataTypes.StringType : DataTypes.DoubleType;
            table = table.add(column.name().toString(), type, true);
        }
        return table.add(MISSING, DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, false), false);
    }

    static Row row(FeatureVector vector) {
        Map<String, String> missing = new TreeMap<>();
        List<Object> cells = new ArrayList<>(vector.values().size() + FEATURES_FROM + 1);
        cells.add(vector.enterprise().code());
        cells.add(SignalTable.micros(vector.asOf().instant()));
        for (int i = 0; i < vector.values().size(); i++) {
            switch (vector.values().get(i)) {
                case FeatureValue.Numeric numeric -> cells.add(numeric.value());
                case FeatureValue.Category category -> cells.add(category.label());
                case FeatureValue.Missing why -> {
                    cells.add(null);
                    missing.put(
                            vector.schema().columns().get(i).name().toString(),
                            why.reason().name());
                }
            }
        }
        cells.add(scala.jdk.javaapi.CollectionConverters.asScala(missing));
        return RowFactory.create(cells.toArray());
    }

    static FeatureVector vector(Row row, FeatureSchema features) {
        Map<String, String> missing = row.getJavaMap(row.length() - 1);
        List<FeatureValue> values = new ArrayList<>(features.size());
        for (int i = 0; i < features.size(); i++) {
            values.add(value(row, i + FEATURES_FROM, features.columns().get(i), missing));
        }
        return new FeatureVector(new EnterpriseId(row.getString(0)), new AsOf(asOf(row.get(1))), features, values);
    }

    static Dataset<Row> typed(Dataset<Row> table) {
        return table.withColumn(AS_OF, timestamp_micros(col(AS_OF)));
    }

    /** A timestamp comes in either Java type, by the settings of the thread that reads. */
    private static Instant asOf(Object value) {
        return switch (value) {
            case Long micros -> SignalTable.instant(micros);
            case Timestamp timestamp -> timestamp.toInstant();
            default -> (Instant) value;
        };
    }

    private static FeatureValue value(Row row, int at, FeatureSchema.Column column, Map<String, String> missing) {
        if (row.isNullAt(at)) {
            return FeatureValue.missing(MissingReason.valueOf(
                    String.valueOf(missing.get(column.name().toString()))));
        }
        return column.unit() == Unit.CATEGORY
                ? new FeatureValue.Category(row.getString(at))
                : FeatureValue.of(row.getDouble(at));
    }
}
