package techflow.features.engine.spark;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import techflow.features.definition.FeatureSchema;
import techflow.features.snapshot.AsOf;

/**
 * From rows of {@link SignalTable} to rows of {@link VectorTable}.
 *
 * @param partitions into how many parts firms are shared out, at least 1: the tasks of the computation and the files of
 *     the result
 * @param sorted true for parts that ascend one after the other, which reads the input twice; false for parts by a hash
 *     of the code, each ascending in itself
 */
record FeatureDataset(int partitions, boolean sorted) {
    Dataset<Row> vectors(
            Dataset<Row> rows,
            List<AsOf> everyFirm,
            CatalogTicket ticket,
            FeatureSchema schema,
            LongAccumulator rejected) {
        Dataset<Row> shared = sorted
                ? rows.repartitionByRange(partitions, col(SignalTable.USCC))
                : rows.repartition(partitions, col(SignalTable.USCC));
        List<java.time.Instant> instants = everyFirm.stream().map(AsOf::instant).toList();
        MapPartitionsFunction<Row, Row> compute = part -> new FirmVectors(
                part, ticket.catalog(), instants.stream().map(AsOf::new).toList(), rejected);
        return VectorTable.typed(
                shared.sortWithinPartitions(col(SignalTable.USCC), col(SignalTable.KIND))
                        .mapPartitions(compute, Encoders.row(VectorTable.schema(schema))),
                schema);
    }
}
