package techflow.features.engine.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.store.parquet.SignalColumns;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Signals in Parquet: below one folder, for each kind a file {@code patent.parquet}, or a folder {@code patent.parquet}
 * or {@code patent} with files at any depth, so that data partitioned by a hash of the code can be read as they are. A
 * kind without file has no signals. A file may leave out an optional column: its cells are empty then.
 *
 * @param folder local, {@code hdfs://} or whatever the cluster can read
 */
record ParquetInput(String folder) implements SignalInput {
    private static final String OCCURRED_AT = "occurred_at";
    private static final String KNOWN_AT = "known_at";

    @Override
    public Dataset<Row> rows(SparkSession spark, boolean placed) {
        List<Dataset<Row>> tables = new ArrayList<>();
        for (SignalKind kind : SignalKind.values()) {
            place(spark, kind).map(path -> table(spark, kind, path, placed)).ifPresent(tables::add);
        }
        return tables.stream()
                .reduce(Dataset::unionAll)
                .orElseThrow(() -> new PlatformFault(
                        ProblemCode.STORE_UNAVAILABLE,
                        "There is no Parquet file of any kind of signal in " + folder,
                        null));
    }

    private Optional<Path> place(SparkSession spark, SignalKind kind) {
        try {
            List<Path> found = new ArrayList<>();
            for (String name : List.of(kind.fileStem() + ".parquet", kind.fileStem())) {
                Path path = new Path(folder, name);
                if (path.getFileSystem(spark.sparkContext().hadoopConfiguration())
                        .exists(path)) {
                    found.add(path);
                }
            }
            if (found.size() > 1) {
                throw malformed(
                        found.getLast(),
                        List.of(new Violation(
                                kind.fileStem(),
                                "must stand in one place",
                                found.toString(),
                                "remove one of the two")));
            }
            return found.stream().findFirst();
        } catch (IOException e) {
            throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "The folder " + folder + " cannot be read", e);
        }
    }

    private static Dataset<Row> table(SparkSession spark, SignalKind kind, Path path, boolean placed) {
        Dataset<Row> table = read(spark, kind, path);
        requireColumns(kind, path, table.schema());
        List<String> present = Arrays.asList(table.columns());
        Column[] own = SignalFormat.of(kind).columns().stream()
                .map(column -> present.contains(column.name())
                        ? coalesce(col(column.name()).cast(DataTypes.StringType), lit(""))
                        : lit(""))
                .toArray(Column[]::new);
        return table.select(
                coalesce(col(SignalTable.USCC), lit("")).as(SignalTable.USCC),
                lit(kind.name()).as(SignalTable.KIND),
                unix_date(col(OCCURRED_AT)).as(SignalTable.OCCURRED_DAY),
                unix_micros(col(KNOWN_AT)).as(SignalTable.KNOWN_MICROS),
                col(SignalTable.SOURCE),
                array(own).as(SignalTable.CELLS),
                lit(null)
                        .cast(SignalTable.SCHEMA.apply(SignalTable.FAULTS).dataType())
                        .as(SignalTable.FAULTS),
                (placed ? where() : lit(null).cast(DataTypes.StringType)).as(SignalTable.PLACE));
    }

    /**
     * Spark takes the columns of one file for those of all; where that one leaves a column out, each file is asked, or
     * what others hold in it would be lost.
     */
    private static Dataset<Row> read(SparkSession spark, SignalKind kind, Path path) {
        DataFrameReader reader = spark.read().option("recursiveFileLookup", true);
        Dataset<Row> table = reader.parquet(path.toString());
        return Arrays.asList(table.columns()).containsAll(SignalFormat.of(kind).header())
                ? table
                : reader.option("mergeSchema", true).parquet(path.toString());
    }

    private static Column where() {
        return concat(
                col("_metadata.file_path"),
                lit(" row "),
                col("_metadata.row_index").plus(1).cast(DataTypes.StringType));
    }

    /** All required and missing, unknown and wrongly typed columns at once. A column's own cells are text to the decoder. */
    private static void requireColumns(SignalKind kind, Path path, StructType found) {
        List<String> names = Arrays.asList(found.fieldNames());
        List<Violation> violations = new ArrayList<>(SignalColumns.violations(kind, names));
        requireType(SignalTable.USCC, DataTypes.StringType, names, found, violations);
        requireType(OCCURRED_AT, DataTypes.DateType, names, found, violations);
        requireType(KNOWN_AT, DataTypes.TimestampType, names, found, violations);
        requireType(SignalTable.SOURCE, DataTypes.StringType, names, found, violations);
        if (!violations.isEmpty()) {
            throw malformed(path, violations);
        }
    }

    private static void requireType(
            String column, DataType type, List<String> names, StructType found, List<Violation> violations) {
        if (names.contains(column) && !found.apply(column).dataType().equals(type)) {
            violations.add(new Violation(
                    column,
                    "must be of type " + type.sql() + (type.equals(DataTypes.TimestampType) ? " adjusted to UTC" : ""),
                    found.apply(column).dataType().sql(),
                    "write the column with this type"));
        }
    }

    private static RecordFault malformed(Path path, List<Violation> violations) {
        return new RecordFault(
                ProblemCode.FILE_MALFORMED, path.getName() + " is not the table it should be", violations);
    }
}
