package techflow.scoring.registry.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.ModelRegistryKit;
import techflow.testing.TestDatabase;

class PostgresModelRegistryTest extends ModelRegistryKit {
    private final TestDatabase database = TestDatabase.fresh();

    @Override
    protected ModelRegistry registry() {
        return new PostgresModelRegistry(database.dataSource());
    }

    @Override
    protected ModelRegistry reopened() {
        return registry();
    }

    @Override
    protected void corrupt(String sha256) {
        try {
            execute("alter table model_artifact disable trigger model_artifact_append_only");
            execute("update model_artifact set bytes = set_byte(bytes, 100, get_byte(bytes, 100) # 1)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_database_itself_refuses_to_change_what_is_published() {
        registry().publish(ONE, "job", Instant.parse("2026-11-01T00:00:00Z"));
        assertThatThrownBy(() -> execute("update model_artifact set version = 'x'"))
                .hasMessageContaining("model_artifact is append-only: UPDATE is refused");
        assertThatThrownBy(() -> execute("delete from model_artifact"))
                .hasMessageContaining("model_artifact is append-only: DELETE is refused");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
