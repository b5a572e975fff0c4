package techflow.features.engine.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import java.util.Properties;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Signals of the PostgreSQL table {@code signal}, read by several connections at once, each taking the firms of one hash.
 * A firm comes whole through one connection, so its history is of one moment; two firms' may be of two moments when rows
 * are loaded meanwhile. The as-of instant, not the moment of reading, decides what a vector sees.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, without the password
 * @param user who reads
 * @param password empty when none is needed
 * @param connections how many read at once, at least 1
 */
record PostgresInput(String url, String user, String password, int connections) implements SignalInput {
    private static final String FETCH_SIZE = "2000";

    @Override
    public Dataset<Row> rows(SparkSession spark, boolean placed) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("driver", "org.postgresql.Driver");
        properties.setProperty("fetchsize", FETCH_SIZE);
        properties.setProperty("ApplicationName", "techflow-spark");
        return spark.read()
                .jdbc(url, "signal", hashes(connections), properties)
                .select(
                        col("enterprise_id").as(SignalTable.USCC),
                        col(SignalTable.KIND),
                        unix_date(col("occurred_at")).as(SignalTable.OCCURRED_DAY),
                        unix_micros(col("known_at")).as(SignalTable.KNOWN_MICROS),
                        col(SignalTable.SOURCE),
                        col(SignalTable.CELLS),
                        lit(null)
                                .cast(SignalTable.SCHEMA
                                        .apply(SignalTable.FAULTS)
                                        .dataType())
                                .as(SignalTable.FAULTS),
                        lit(placed ? "table signal" : null)
                                .cast(DataTypes.StringType)
                                .as(SignalTable.PLACE));
    }

    /** For what the driver reads itself. */
    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("techflow-spark");
        return source;
    }

    /** Predicates that share the firms out: every row keeps exactly one of them. */
    static String[] hashes(int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part -> "(hashtext(enterprise_id) & 2147483647) % " + parts + " = " + part)
                .toArray(String[]::new);
    }

    /** Without the password, which must not stand in a log. */
    @Override
    public String toString() {
        return "PostgresInput[" + url + ", " + connections + " connections]";
    }
}
