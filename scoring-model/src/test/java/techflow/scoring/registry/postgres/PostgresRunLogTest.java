package techflow.scoring.registry.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import techflow.scoring.run.RunLog;
import techflow.scoring.run.RunLogKit;
import techflow.testing.TestDatabase;

class PostgresRunLogTest extends RunLogKit {
    private final TestDatabase database = TestDatabase.fresh();

    @Override
    protected RunLog runs() {
        return new PostgresRunLog(database.dataSource());
    }

    @Override
    protected RunLog reopened() {
        return runs();
    }

    @Test
    void the_database_itself_keeps_records_for_ever() throws Exception {
        runs().append(run("run-1", "a".repeat(64), Optional.empty()));
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from training_run"))
                    .hasMessageContaining("training_run is append-only: DELETE is refused");
        }
    }
}
