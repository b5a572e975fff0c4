package techflow.features.store.vector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** The tables {@code feature_build} and {@code feature_vector}, read back. */
public final class VectorTable {
    private static final int FETCH = 1_000;

    private final DataSource dataSource;

    public VectorTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The newest finished build of a schema, empty when there is none. */
    public OptionalLong newestBuild(FeatureSchema schema) {
        String query =
                "select max(build_id) from feature_build where schema_fingerprint = ? and finished_at is not null";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schema.fingerprint());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                long id = rows.getLong(1);
                return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
            }
        } catch (SQLException e) {
            throw fault("look for a build", e);
        }
    }

    /**
     * Hands over the vectors of a build, ascending by enterprise and time.
     *
     * @throws PlatformFault STORE_UNAVAILABLE when the database does not answer
     */
    public void read(long build, FeatureSchema schema, Consumer<FeatureVector> sink) {
        String query = "select enterprise_id, as_of, numbers, categories, missing_reasons from feature_vector"
                + " where build_id = ? order by enterprise_id, as_of";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            connection.setAutoCommit(false); // a cursor needs a transaction
            statement.setFetchSize(FETCH);
            statement.setLong(1, build);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.accept(vector(rows, schema));
                }
            }
        } catch (SQLException e) {
            throw fault("read vectors", e);
        }
    }

    private static FeatureVector vector(ResultSet row, FeatureSchema schema) throws SQLException {
        Double[] numbers = (Double[]) row.getArray(3).getArray();
        String[] categories = (String[]) row.getArray(4).getArray();
        String reasons = row.getString(5);
        List<FeatureValue> values = new ArrayList<>(schema.size());
        for (int i = 0; i < schema.size(); i++) {
            if (reasons.charAt(i) != MissingReasons.PRESENT) {
                values.add(FeatureValue.missing(MissingReasons.reason(reasons.charAt(i))));
            } else if (schema.columns().get(i).unit() == Unit.CATEGORY) {
                values.add(new FeatureValue.Category(categories[i]));
            } else {
                values.add(FeatureValue.of(numbers[i]));
            }
        }
        return new FeatureVector(
                new EnterpriseId(row.getString(1)),
                new AsOf(row.getObject(2, OffsetDateTime.class).toInstant()),
                schema,
                values);
    }

    static PlatformFault fault(String what, SQLException cause) {
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE, "PostgreSQL could not " + what + ": " + cause.getMessage(), cause);
    }
}
