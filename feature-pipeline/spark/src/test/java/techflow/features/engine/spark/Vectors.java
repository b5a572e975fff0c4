package techflow.features.engine.spark;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureVector;

/** Results read back. */
final class Vectors {
    private Vectors() {}

    /** In ascending order of enterprise and time, as the port hands them out. */
    static List<FeatureVector> read(SparkSession spark, Path folder) {
        return spark
                .read()
                .parquet(folder.toString())
                .orderBy(functions.col("uscc"), functions.col("as_of"))
                .collectAsList()
                .stream()
                .map(row -> VectorTable.vector(row, StandardCatalog.catalog().schema()))
                .toList();
    }
}
