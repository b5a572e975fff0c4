package techflow.features.store.vector;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.Category;
import techflow.features.definition.FeatureValue.Numeric;
import techflow.features.definition.FeatureVector;

/** One running COPY into {@code feature_vector}, in the text format. The caller's transaction decides whether it stays. */
public final class VectorCopy implements VectorSink {
    private static final int CHUNK = 1 << 16;

    private final long build;
    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(2 * CHUNK);

    private VectorCopy(long build, CopyIn copy) {
        this.build = build;
        this.copy = copy;
    }

    /** @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the server does not take it */
    public static VectorCopy into(Connection connection, long build) {
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy feature_vector (build_id, enterprise_id, as_of, numbers, categories,"
                            + " missing_reasons) from stdin");
            return new VectorCopy(build, copy);
        } catch (SQLException e) {
            throw VectorTable.fault("begin to copy vectors", e);
        }
    }

    @Override
    public void accept(FeatureVector vector) {
        text.append(build).append('\t').append(vector.enterprise().code()).append('\t');
        text.append(vector.asOf()).append('\t');
        array(vector.values(), value -> value instanceof Numeric n ? Double.toString(n.value()) : "NULL");
        text.append('\t');
        array(vector.values(), value -> value instanceof Category c ? quoted(c.label()) : "NULL");
        text.append('\t').append(MissingReasons.of(vector)).append('\n');
        if (text.length() >= CHUNK) {
            flush();
        }
    }

    private void array(List<FeatureValue> values, Function<FeatureValue, String> element) {
        char separator = '{';
        for (FeatureValue value : values) {
            text.append(separator).append(element.apply(value));
            separator = ',';
        }
        text.append('}');
    }

    /** Quoted for the array, then every backslash doubled for COPY. */
    private static String quoted(String label) {
        String element = label.replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + element.replace("\\", "\\\\") + '"';
    }

    private void flush() {
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            text.setLength(0);
        } catch (SQLException e) {
            throw VectorTable.fault("copy vectors", e);
        }
    }

    /** Ends the COPY: the server takes the rows into the transaction. */
    @Override
    public void close() {
        flush();
        try {
            copy.endCopy();
        } catch (SQLException e) {
            throw VectorTable.fault("copy vectors", e);
        }
    }
}
