package techflow.scoring.registry.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.Ledger;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelEvent;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.Promotion;
import techflow.scoring.registry.Publication;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.signing.ArtifactSignature;

/** A {@link ModelRegistry} in PostgreSQL. Changes are serialised by a lock on the ledger, so no two can cross. */
public final class PostgresModelRegistry implements ModelRegistry {
    private static final String LOCK = "lock table model_artifact, model_event in share row exclusive mode";

    private final Sql sql;

    /** @param database migrated to V8 or later */
    public PostgresModelRegistry(DataSource database) {
        this.sql = new Sql(database, LOCK);
    }

    @Override
    public RegisteredModel publish(byte[] artifact, String publishedBy, Instant at) {
        RegisteredModel candidate = Publication.of(artifact, publishedBy, at);
        return sql.change(connection -> {
            Optional<RegisteredModel> existing = Publication.existing(candidate, models(connection));
            if (existing.isEmpty()) {
                insert(connection, candidate, artifact);
            }
            return existing.orElse(candidate);
        });
    }

    @Override
    public byte[] read(String sha256) {
        return sql.ask(connection -> bytes(connection, sha256));
    }

    @Override
    public void sign(String sha256, ArtifactSignature signature) {
        sql.change(connection -> {
            requirePublished(connection, sha256);
            insert(connection, sha256, signature);
            return signature;
        });
    }

    @Override
    public List<ArtifactSignature> signatures(String sha256) {
        return sql.ask(connection -> {
            requirePublished(connection, sha256);
            return Sql.query(
                    connection,
                    "select key_id, signature, signed_by, signed_at from model_signature where sha256 = ?"
                            + " order by signed_at, key_id",
                    statement -> statement.setString(1, sha256),
                    row -> new ArtifactSignature(
                            row.getString(1), row.getString(2), row.getString(3), Sql.instant(row, 4)));
        });
    }

    @Override
    public List<RegisteredModel> list() {
        return sql.ask(PostgresModelRegistry::models);
    }

    @Override
    public ModelEvent promote(ModelAlias alias, String sha256, Change change) {
        return sql.change(connection -> {
            Promotion.check(alias, bytes(connection, sha256), change);
            return insert(connection, events(connection).promotion(alias, sha256, change));
        });
    }

    @Override
    public ModelEvent rollback(ModelAlias alias, Change change) {
        return sql.change(connection -> insert(connection, events(connection).rollback(alias, change)));
    }

    @Override
    public Ledger history() {
        return sql.ask(PostgresModelRegistry::events);
    }

    private static byte[] bytes(Connection connection, String sha256) throws SQLException {
        List<byte[]> found = Sql.query(
                connection,
                "select bytes from model_artifact where sha256 = ?",
                statement -> statement.setString(1, sha256),
                row -> row.getBytes(1));
        if (found.isEmpty()) {
            throw ModelRegistry.unknown(sha256);
        }
        return ModelRegistry.intact(sha256, found.getFirst());
    }

    private static void requirePublished(Connection connection, String sha256) throws SQLException {
        if (models(connection).stream().noneMatch(model -> model.sha256().equals(sha256))) {
            throw ModelRegistry.unknown(sha256);
        }
    }

    private static List<RegisteredModel> models(Connection connection) throws SQLException {
        return Sql.query(
                connection,
                "select sha256, model_id, version, published_at, published_by from model_artifact"
                        + " order by published_at, sha256",
                statement -> {},
                row -> new RegisteredModel(
                        row.getString(1), row.getString(2), row.getString(3), Sql.instant(row, 4), row.getString(5)));
    }

    private static Ledger events(Connection connection) throws SQLException {
        return new Ledger(Sql.query(
                connection,
                "select alias, sha256, action, actor, reason, at, approver, report_sha256 from model_event order by seq",
                statement -> {},
                row -> new ModelEvent(
                        ModelAlias.ofWord(row.getString(1)),
                        row.getString(2),
                        ModelEvent.Action.valueOf(row.getString(3)),
                        new Change(
                                row.getString(4),
                                row.getString(5),
                                Sql.instant(row, 6),
                                Optional.ofNullable(row.getString(7)),
                                Optional.ofNullable(row.getString(8))))));
    }

    private static void insert(Connection connection, RegisteredModel model, byte[] bytes) throws SQLException {
        Sql.update(
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
        Sql.update(
                connection,
                "insert into model_event (at, alias, sha256, action, actor, reason, approver, report_sha256)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setObject(1, event.change().at().atOffset(ZoneOffset.UTC));
                    statement.setString(2, event.alias().word());
                    statement.setString(3, event.sha256());
                    statement.setString(4, event.action().name());
                    statement.setString(5, event.change().actor());
                    statement.setString(6, event.change().reason());
                    statement.setString(7, event.change().approver().orElse(null));
                    statement.setString(8, event.change().reportSha256().orElse(null));
                });
        return event;
    }

    private static void insert(Connection connection, String sha256, ArtifactSignature signature) throws SQLException {
        Sql.update(
                connection,
                "insert into model_signature (sha256, key_id, signature, signed_by, signed_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                statement -> {
                    statement.setString(1, sha256);
                    statement.setString(2, signature.keyId());
                    statement.setString(3, signature.signature());
                    statement.setString(4, signature.signedBy());
                    statement.setObject(5, signature.signedAt().atOffset(ZoneOffset.UTC));
                });
    }
}
