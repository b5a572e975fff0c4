package techflow.scoring.registry.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.Ledger;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelEvent;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.Publication;
import techflow.scoring.registry.RegisteredModel;

/** A {@link ModelRegistry} in PostgreSQL. Changes are serialised by a lock on the ledger, so no two can cross. */
public final class PostgresModelRegistry implements ModelRegistry {
    private static final String LOCK = "lock table model_artifact, model_event in share row exclusive mode";

    private final DataSource database;

    /** @param database migrated to V2 or later */
    public PostgresModelRegistry(DataSource database) {
        this.database = database;
    }

    @Override
    public RegisteredModel publish(byte[] artifact, String publishedBy, Instant at) {
        RegisteredModel candidate = Publication.of(artifact, publishedBy, at);
        return change(connection -> {
            Optional<RegisteredModel> existing = Publication.existing(candidate, models(connection));
            if (existing.isEmpty()) {
                insert(connection, candidate, artifact);
            }
            return existing.orElse(candidate);
        });
    }

    @Override
    public byte[] read(String sha256) {
        List<byte[]> found = ask(connection -> query(
                connection,
                "select bytes from model_artifact where sha256 = ?",
                statement -> statement.setString(1, sha256),
                row -> row.getBytes(1)));
        if (found.isEmpty()) {
            throw ModelRegistry.unknown(sha256);
        }
        return ModelRegistry.intact(sha256, found.getFirst());
    }

    @Override
    public List<RegisteredModel> list() {
        return ask(PostgresModelRegistry::models);
    }

    @Override
    public ModelEvent promote(ModelAlias alias, String sha256, Change change) {
        return change(connection -> {
            if (models(connection).stream().noneMatch(m -> m.sha256().equals(sha256))) {
                throw ModelRegistry.unknown(sha256);
            }
            return insert(connection, events(connection).promotion(alias, sha256, change));
        });
    }

    @Override
    public ModelEvent rollback(ModelAlias alias, Change change) {
        return change(connection -> insert(connection, events(connection).rollback(alias, change)));
    }

    @Override
    public Ledger history() {
        return ask(PostgresModelRegistry::events);
    }

    private static List<RegisteredModel> models(Connection connection) throws SQLException {
        return query(
                connection,
                "select sha256, model_id, version, published_at, published_by from model_artifact"
                        + " order by published_at, sha256",
                statement -> {},
                row -> new RegisteredModel(
                        row.getString(1), row.getString(2), row.getString(3), instant(row, 4), row.getString(5)));
    }

    private static Ledger events(Connection connection) throws SQLException {
        return new Ledger(query(
                connection,
                "select alias, sha256, action, actor, reason, at from model_event order by seq",
                statement -> {},
                row -> new ModelEvent(
                        ModelAlias.ofWord(row.getString(1)),
                        row.getString(2),
                        ModelEvent.Action.valueOf(row.getString(3)),
                        new Change(row.getString(4), row.getString(5), instant(row, 6)))));
    }

    private static void insert(Connection connection, RegisteredModel model, byte[] bytes) throws SQLException {
        update(
                connection,
                "insert into model_artifact (sha256, model_id, version, bytes, published_at, published_by)"
                        + " values (?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setString(1, model.sha256());
                    statement.setString(2, model.modelId());
                    statement.setString(3, model.version());
                    statement.setBytes(4, bytes);
                    statement.setObject(5, model.publishedAt().atOffset(ZoneOffset.UTC));
                    statement.setString(6, model.publishedBy());
                });
    }

    private static ModelEvent insert(Connection connection, ModelEvent event) throws SQLException {
        update(
                connection,
                "insert into model_event (at, alias, sha256, action, actor, reason) values (?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setObject(1, event.change().at().atOffset(ZoneOffset.UTC));
                    statement.setString(2, event.alias().word());
                    statement.setString(3, event.sha256());
                    statement.setString(4, event.action().name());
                    statement.setString(5, event.change().actor());
                    statement.setString(6, event.change().reason());
                });
        return event;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> List<T> query(Connection connection, String sql, Binder binder, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        }
    }

    private static void update(Connection connection, String sql, Binder binder) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            statement.executeUpdate();
        }
    }

    private <T> T ask(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** One transaction under the lock; anything thrown rolls it back. */
    private <T> T change(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                    lock.execute();
                }
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static PlatformFault unavailable(SQLException cause) {
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE, "The model registry does not answer: " + cause.getMessage(), cause);
    }

    /** Work on a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Fills the parameters of a statement. */
    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads one row. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
