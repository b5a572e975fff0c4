package techflow.features.engine.spark;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import techflow.features.engine.FeatureEngine;
import techflow.features.engine.FeatureEngineKit;

class SparkFeatureEngineTest extends FeatureEngineKit {
    private static SparkSession spark;

    @BeforeAll
    static void open() {
        spark = SparkSessions.open("local[2]");
    }

    @AfterAll
    static void close() {
        spark.stop();
    }

    @Override
    protected FeatureEngine engine() {
        return new SparkFeatureEngine(spark);
    }
}
