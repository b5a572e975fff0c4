package techflow.features.engine.spark;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import techflow.features.signal.Column;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;

/** Signals as typed Parquet, partitioned by a hash of the code: what a user's own job would write. */
final class ParquetSamples {
    private ParquetSamples() {}

    static void write(SparkSession spark, Collection<? extends Signal> signals, Path folder, int parts) {
        for (SignalKind kind : SignalKind.values()) {
            List<Row> rows = signals.stream()
                    .filter(signal -> signal.kind() == kind)
                    .map(ParquetSamples::row)
                    .toList();
            table(spark, rows, kind)
                    .withColumn("part", functions.pmod(functions.hash(functions.col("uscc")), functions.lit(parts)))
                    .coalesce(1)
                    .write()
                    .partitionBy("part")
                    .parquet(folder.resolve(kind.fileStem()).toString());
        }
    }

    /** Rows in their types; dates and times are cast from text, whatever the settings of the thread. */
    static Dataset<Row> table(SparkSession spark, List<Row> rows, SignalKind kind) {
        List<org.apache.spark.sql.Column> columns = new ArrayList<>(List.of(
                functions.col("uscc"),
                functions.col("occurred_at").cast(DataTypes.DateType),
                functions.col("known_at").cast(DataTypes.TimestampType),
                functions.col("source")));
        for (Column<?> column : SignalFormat.of(kind).columns()) {
            org.apache.spark.sql.Column own = functions.col(column.name());
            columns.add(column.type().equals("date") ? own.cast(DataTypes.DateType) : own);
        }
        return spark.createDataFrame(rows, schema(kind)).select(columns.toArray(org.apache.spark.sql.Column[]::new));
    }

    private static StructType schema(SignalKind kind) {
        StructType schema = new StructType()
                .add("uscc", DataTypes.StringType)
                .add("occurred_at", DataTypes.StringType)
                .add("known_at", DataTypes.StringType)
                .add("source", DataTypes.StringType);
        for (Column<?> column : SignalFormat.of(kind).columns()) {
            schema = schema.add(column.name(), type(column), !column.required());
        }
        return schema;
    }

    static Row row(Signal signal) {
        List<Object> cells = new ArrayList<>(List.of(
                signal.enterprise().code(),
                signal.occurredAt().toString(),
                signal.knownAt().toString(),
                signal.header().source()));
        List<String> own = SignalDecoder.encodeOwn(signal);
        for (int i = 0; i < own.size(); i++) {
            cells.add(value(SignalFormat.of(signal.kind()).columns().get(i), own.get(i)));
        }
        return RowFactory.create(cells.toArray());
    }

    private static DataType type(Column<?> column) {
        return switch (column.type()) {
            case "integer" -> DataTypes.IntegerType;
            case "number" -> DataTypes.DoubleType;
            case "yuan" -> DataTypes.createDecimalType(18, 2);
            case "boolean" -> DataTypes.BooleanType;
            default -> DataTypes.StringType;
        };
    }

    private static @org.jspecify.annotations.Nullable Object value(Column<?> column, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (column.type()) {
            case "integer" -> Integer.valueOf(cell);
            case "number" -> Double.valueOf(cell);
            case "yuan" -> new BigDecimal(cell);
            case "boolean" -> Boolean.valueOf(cell);
            default -> cell;
        };
    }
}
