package techflow.features.build;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javax.sql.DataSource;
import techflow.features.definition.FeatureSchema;
import techflow.features.signal.EnterpriseId;
import techflow.features.store.vector.VectorCopy;
import techflow.features.store.vector.VectorSink;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parts in the tables {@code feature_build} and {@code feature_vector}: the vectors of a part and the note that they are
 * there are one transaction. A finished build stays as it is; another run of other inputs is another build.
 */
public final class TableTarget implements BuildTarget {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> INPUTS = new TypeReference<>() {};

    /** "techflow" as a number: one build at a time per database. */
    private static final long LOCK = 0x74656368666c6f77L;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final boolean restart;
    private long build;

    /**
     * Takes hold of the tables.
     *
     * @param restart true to throw away what an interrupted build left there
     * @throws PlatformFault STORE_UNAVAILABLE when the database does not answer or another build runs on it
     */
    public TableTarget(DataSource dataSource, boolean restart) {
        this.restart = restart;
        try {
            connection = dataSource.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw fault("be reached", e);
        }
        lock();
    }

    /** Waits a little: the server takes a moment to notice that a killed build is gone. */
    private void lock() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '3s'");
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            connection.commit();
        } catch (SQLException e) {
            close();
            throw LOCK_NOT_AVAILABLE.equals(e.getSQLState())
                    ? new PlatformFault(
                            ProblemCode.STORE_UNAVAILABLE, "Another build is writing to this database: wait for it", e)
                    : fault("be locked", e);
        }
    }

    /** The number of the build under way. */
    public long build() {
        return build;
    }

    @Override
    public Optional<Done> begin(FeatureSchema schema, SortedMap<String, String> inputs) {
        try {
            if (restart) {
                execute("delete from feature_build where finished_at is null");
            }
            Optional<Done> done = find(inputs);
            if (build == 0) {
                insert(schema, inputs);
            }
            connection.commit();
            return done;
        } catch (SQLException e) {
            throw fault("begin a build", e);
        }
    }

    /** The newest build, when it was interrupted or is of these very inputs. */
    private Optional<Done> find(SortedMap<String, String> inputs) throws SQLException {
        String query = "select build_id, inputs, parts, firms, vectors, missing, last_enterprise, finished_at"
                + " from feature_build order by build_id desc limit 1";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                return Optional.empty();
            }
            boolean finished = row.getObject(8) != null;
            Map<String, String> before = JSON.readValue(row.getString(2), INPUTS);
            if (finished && (restart || !before.equals(inputs))) {
                return Optional.empty();
            }
            OtherInputs.refuse(before, inputs);
            build = row.getLong(1);
            Optional<String> last = Optional.ofNullable(row.getString(7));
            Counts counts = new Counts(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
            return last.map(code -> new Done(new EnterpriseId(code), counts, finished));
        }
    }

    private void insert(FeatureSchema schema, SortedMap<String, String> inputs) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into feature_build (schema_version, schema_fingerprint, inputs)"
                        + " values (?, ?, ?::jsonb) returning build_id")) {
            insert.setString(1, schema.version());
            insert.setString(2, schema.fingerprint());
            insert.setString(3, JSON.writeValueAsString(inputs));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                build = row.getLong(1);
            }
        }
        insertColumns(schema);
    }

    private void insertColumns(FeatureSchema schema) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into feature_build_column values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < schema.size(); i++) {
                FeatureSchema.Column column = schema.columns().get(i);
                insert.setLong(1, build);
                insert.setInt(2, i + 1);
                insert.setString(3, column.name().value());
                insert.setString(4, column.unit().name());
                insert.setArray(
                        5, connection.createArrayOf("text", column.labels().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public VectorSink part() {
        return VectorCopy.into(connection, build);
    }

    @Override
    public void commit(EnterpriseId first, EnterpriseId last, Counts counts) {
        String update = "update feature_build set parts = parts + ?, firms = firms + ?, vectors = vectors + ?,"
                + " missing = missing + ?, last_enterprise = ? where build_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setLong(1, counts.parts());
            statement.setLong(2, counts.firms());
            statement.setLong(3, counts.vectors());
            statement.setLong(4, counts.missing());
            statement.setString(5, last.code());
            statement.setLong(6, build);
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw fault("keep a part", e);
        }
    }

    /** {@inheritDoc} The size is that of the whole table. */
    @Override
    public long finish() {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update feature_build set finished_at = coalesce(finished_at, now())"
                    + " where build_id = " + build);
            connection.commit();
            try (ResultSet row = statement.executeQuery("select pg_total_relation_size('feature_vector')")) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw fault("finish a build", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Gives the lock back; a part that is not committed is gone. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw fault("be left", e);
        }
    }

    private static PlatformFault fault(String what, SQLException cause) {
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE, "PostgreSQL could not " + what + ": " + cause.getMessage(), cause);
    }
}
