package techflow.features.store.vector;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a Parquet file that Spark wrote says of its vectors. Spark lets nobody add keys to a footer, but writes the
 * metadata of each column there, as JSON under a key of its own.
 */
final class SparkFooter {
    private static final String KEY = "org.apache.spark.sql.parquet.row.metadata";
    private static final JsonMapper JSON = new JsonMapper();

    private SparkFooter() {}

    /** The footer's own keys and, where Spark wrote it, those that stand with the column of missing reasons. */
    static Map<String, String> unpacked(Map<String, String> footer) {
        String row = footer.get(KEY);
        if (row == null) {
            return footer;
        }
        Map<String, String> all = new HashMap<>(footer);
        try {
            for (JsonNode column : JSON.readTree(row).path("fields")) {
                if (column.path("name").asString("").equals(MissingReasons.COLUMN)) {
                    column.path("metadata")
                            .properties()
                            .forEach(entry ->
                                    all.put(entry.getKey(), entry.getValue().asString("")));
                }
            }
        } catch (JacksonException e) {
            return footer; // not ours: told as a file without a schema
        }
        return all;
    }
}
