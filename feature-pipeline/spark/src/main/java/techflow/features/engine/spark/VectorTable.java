package techflow.features.engine.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_micros;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.features.store.vector.SchemaText;

/**
 * Vectors as a table: {@code uscc}, {@code as_of}, one column per feature (DOUBLE, or STRING for a category; null when
 * missing) and {@code missing_reasons}, one letter for each feature in order: {@code .} present, {@code N} no data,
 * {@code H} not enough history, {@code D} not disclosed, {@code U} undefined. A vector read back is equal to the last
 * bit.
 */
final class VectorTable {
    static final String AS_OF = "as_of";
    static final String MISSING = "missing_reasons";
    private static final char PRESENT = '.';
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
        return table.add(MISSING, DataTypes.StringType, false);
    }

    static Row row(FeatureVector vector) {
        StringBuilder reasons = new StringBuilder();
        List<Object> cells = new ArrayList<>(vector.values().size() + FEATURES_FROM + 1);
        cells.add(vector.enterprise().code());
        cells.add(SignalTable.micros(vector.asOf().instant()));
        for (FeatureValue value : vector.values()) {
            switch (value) {
                case FeatureValue.Numeric numeric -> cells.add(numeric.value());
                case FeatureValue.Category category -> cells.add(category.label());
                case FeatureValue.Missing missing -> cells.add(null);
            }
            reasons.append(value instanceof FeatureValue.Missing missing ? letter(missing.reason()) : PRESENT);
        }
        cells.add(reasons.toString());
        return RowFactory.create(cells.toArray());
    }

    static FeatureVector vector(Row row, FeatureSchema features) {
        String reasons = row.getString(row.length() - 1);
        List<FeatureValue> values = new ArrayList<>(features.size());
        for (int i = 0; i < features.size(); i++) {
            values.add(value(row, i + FEATURES_FROM, features.columns().get(i), reasons.charAt(i)));
        }
        return new FeatureVector(new EnterpriseId(row.getString(0)), new AsOf(asOf(row.get(1))), features, values);
    }

    /** With its instants as timestamps, and the schema of the features where files keep it for their readers. */
    static Dataset<Row> typed(Dataset<Row> table, FeatureSchema features) {
        MetadataBuilder footer = new MetadataBuilder();
        SchemaText.footer(features).forEach(footer::putString);
        return table.withColumn(AS_OF, timestamp_micros(col(AS_OF)))
                .withColumn(MISSING, col(MISSING).as(MISSING, footer.build()));
    }

    /** A timestamp comes in either Java type, by the settings of the thread that reads. */
    private static Instant asOf(Object value) {
        return switch (value) {
            case Long micros -> SignalTable.instant(micros);
            case Timestamp timestamp -> timestamp.toInstant();
            default -> (Instant) value;
        };
    }

    private static FeatureValue value(Row row, int at, FeatureSchema.Column column, char reason) {
        if (row.isNullAt(at)) {
            return FeatureValue.missing(reason(reason));
        }
        return column.unit() == Unit.CATEGORY
                ? new FeatureValue.Category(row.getString(at))
                : FeatureValue.of(row.getDouble(at));
    }

    private static char letter(MissingReason reason) {
        return switch (reason) {
            case NO_DATA -> 'N';
            case NOT_ENOUGH_HISTORY -> 'H';
            case NOT_DISCLOSED -> 'D';
            case UNDEFINED -> 'U';
        };
    }

    private static MissingReason reason(char letter) {
        for (MissingReason reason : MissingReason.values()) {
            if (letter(reason) == letter) {
                return reason;
            }
        }
        throw new IllegalArgumentException("the reasons of missing are N, H, D and U, found " + letter);
    }
}
