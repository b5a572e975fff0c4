package techflow.features.store.postgres;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import techflow.features.PeerWorld;
import techflow.features.store.PeerTableStore;
import techflow.features.store.PeerTableStoreKit;
import techflow.testing.TestDatabase;

class PostgresPeerTablesTest extends PeerTableStoreKit {
    @Override
    protected PeerTableStore empty() {
        return new PostgresPeerTables(TestDatabase.fresh().dataSource());
    }

    @Test
    void a_stored_table_cannot_be_changed() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        new PostgresPeerTables(database.dataSource())
                .save(PeerWorld.world().tables().all().getFirst());
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("update peer_table set firms = 1"))
                    .withMessageContaining("append-only");
        }
    }
}
