package techflow.features.engine.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import techflow.features.snapshot.AsOf;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Which enterprises are looked at, and as of when. */
sealed interface SpineInput {
    /**
     * Every firm of which the store holds at least one sound signal.
     *
     * @param times as of when, the same for all
     */
    record EveryFirm(List<AsOf> times) implements SpineInput {
        public EveryFirm {
            times = times.stream().distinct().sorted().toList();
        }
    }

    /**
     * The points of a CSV file with the columns {@code uscc} and {@code as_of}, a day such as {@code 2026-09-30} (its start
     * in China) or an instant; other columns are left alone. A firm without signals gets its vector of missing values.
     *
     * @param file local, {@code hdfs://} or whatever the cluster can read
     */
    record Points(String file) implements SpineInput {
        static final String AS_OF = "as_of";

        /**
         * The points as rows among those of the signals.
         *
         * @throws RecordFault FILE_MALFORMED when a column is missing
         */
        Dataset<Row> rows(SparkSession spark, boolean placed) {
            Dataset<Row> points = spark.read().option("header", true).csv(file);
            requireColumns(points.columns());
            return points.select(
                    coalesce(col(SignalTable.USCC), lit("")).as(SignalTable.USCC),
                    lit(SignalTable.SPINE).as(SignalTable.KIND),
                    nothing(SignalTable.OCCURRED_DAY),
                    nothing(SignalTable.KNOWN_MICROS),
                    coalesce(col(AS_OF), lit("")).as(SignalTable.SOURCE),
                    nothing(SignalTable.CELLS),
                    nothing(SignalTable.FAULTS),
                    (placed ? col("_metadata.file_name") : lit(null).cast(DataTypes.StringType)).as(SignalTable.PLACE));
        }

        private static Column nothing(String column) {
            DataType type = SignalTable.SCHEMA.apply(column).dataType();
            return lit(null).cast(type).as(column);
        }

        private static void requireColumns(String[] found) {
            List<Violation> violations = Stream.of(SignalTable.USCC, AS_OF)
                    .filter(column -> !Arrays.asList(found).contains(column))
                    .map(column -> new Violation(
                            column, "the spine must have the column", String.join(",", found), "add the column"))
                    .toList();
            if (!violations.isEmpty()) {
                throw new RecordFault(
                        ProblemCode.FILE_MALFORMED, "The spine is not the table it should be", violations);
            }
        }
    }
}
