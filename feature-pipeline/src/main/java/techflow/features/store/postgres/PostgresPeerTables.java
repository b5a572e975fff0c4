package techflow.features.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import techflow.features.definition.FeatureSchema;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.AsOf;
import techflow.features.store.PeerTableStore;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;

/** Peer tables in the table {@code peer_table}. Thread-safe when the data source is. */
public final class PostgresPeerTables implements PeerTableStore {
    private static final String INSERT = """
            insert into peer_table (id, as_of, feature_set, schema_fingerprint, firms, groups, built_at, body)
            values (?, ?, ?, ?, ?, ?, clock_timestamp(), ?) on conflict (id) do nothing""";
    private static final String LIST = """
            select id, as_of, feature_set, schema_fingerprint, firms, groups from peer_table
            order by feature_set, schema_fingerprint, as_of, built_at, id""";
    private static final String FIND = "select id, body from peer_table where id = ?";
    private static final String TABLES = """
            select distinct on (as_of) id, body from peer_table where schema_fingerprint = ?
            order by as_of, built_at desc, id desc""";

    private final DataSource dataSource;

    /** @param dataSource migrated to V5 or later */
    public PostgresPeerTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void save(PeerTable table) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, table.id());
            insert.setObject(2, table.asOf().instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, table.featureSet());
            insert.setString(4, table.schemaFingerprint());
            insert.setInt(5, table.firms());
            insert.setInt(6, table.groups());
            insert.setString(7, table.text());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.fault("save a peer table", e);
        }
    }

    @Override
    public List<Entry> list() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST);
                ResultSet rows = select.executeQuery()) {
            List<Entry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(new Entry(
                        rows.getString(1),
                        new AsOf(rows.getObject(2, OffsetDateTime.class).toInstant()),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getInt(5),
                        rows.getInt(6)));
            }
            return entries;
        } catch (SQLException e) {
            throw Unavailable.fault("list the peer tables", e);
        }
    }

    @Override
    public Optional<PeerTable> find(String id) {
        return read(FIND, id).stream().findFirst();
    }

    @Override
    public PeerTables tables(FeatureSchema schema) {
        return PeerTables.of(read(TABLES, schema.fingerprint()));
    }

    private List<PeerTable> read(String sql, String parameter) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (ResultSet rows = select.executeQuery()) {
                List<PeerTable> tables = new ArrayList<>();
                while (rows.next()) {
                    tables.add(intact(rows.getString(1), rows.getString(2)));
                }
                return tables;
            }
        } catch (SQLException e) {
            throw Unavailable.fault("read the peer tables", e);
        }
    }

    private static PeerTable intact(String id, String body) {
        PeerTable table = PeerTable.read(body);
        if (!table.id().equals(id)) {
            throw new ModelFault(
                    ProblemCode.ARTIFACT_CORRUPT,
                    "The peer table " + id + " must have this hash, found " + table.id(),
                    Parameter.safe("expected", id),
                    Parameter.safe("found", table.id()));
        }
        return table;
    }
}
