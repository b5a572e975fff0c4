package techflow.features.engine.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Sessions as this engine needs them; what {@code spark-submit} or a system property {@code spark.…} sets stays. */
public final class SparkSessions {
    private static final String LOOPBACK = "127.0.0.1";

    private SparkSessions() {}

    /** The session that the settings describe; without any, {@code local[*]}. */
    public static SparkSession open() {
        return open(new SparkConf().setIfMissing("spark.master", "local[*]"));
    }

    /** @param master such as {@code local[2]} or {@code spark://host:7077} */
    public static SparkSession open(String master) {
        return open(new SparkConf().setMaster(master));
    }

    /** @param conf with a master; what it sets stays */
    static SparkSession open(SparkConf conf) {
        conf.setIfMissing("spark.app.name", "techflow-features");
        conf.setIfMissing("spark.ui.enabled", "false");
        if (onThisMachine(conf.get("spark.master"))) {
            conf.setIfMissing("spark.driver.host", LOOPBACK);
            conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        conf.set("spark.sql.session.timeZone", "UTC");
        // Spark's own default is INT96, which nothing but Spark reads.
        conf.set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        return SparkSession.builder().config(conf).getOrCreate();
    }

    private static boolean onThisMachine(String master) {
        return master.startsWith("local") || master.startsWith("spark://" + LOOPBACK + ":");
    }
}
