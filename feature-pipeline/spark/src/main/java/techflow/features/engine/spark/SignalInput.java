package techflow.features.engine.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Where signals come from, as rows of {@link SignalTable}. */
interface SignalInput {
    /**
     * All rows, in no order.
     *
     * @param placed true to say where each row stands, which makes rows longer
     * @throws techflow.problem.RecordFault FILE_MALFORMED when a table does not have the columns of its kind
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the place cannot be read
     */
    Dataset<Row> rows(SparkSession spark, boolean placed);
}
