package techflow.scoring.registry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.ModelRegistryKit;
import techflow.testing.TestDatabase;

class PostgresModelRegistryTest extends ModelRegistryKit {
    private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");

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

    @Test
    void the_database_itself_keeps_one_champion_and_moves_it_by_the_ledger_alone() throws SQLException {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        registry.promote(ModelAlias.CHAMPION, one, new Change("engineer", "first", T0));
        assertThat(ask("select count(*) || ' ' || max(sha256) from model_alias where alias = 'champion'"))
                .isEqualTo("1 " + one);
        assertThatThrownBy(() -> execute("update model_alias set alias = 'challenger'"))
                .hasMessageContaining("model_alias follows the ledger model_event: UPDATE by hand is refused");
        assertThatThrownBy(() -> execute("insert into model_alias values ('shadow', '" + one + "', 1)"))
                .hasMessageContaining("INSERT by hand is refused");
        assertThatThrownBy(() -> execute("delete from model_alias"))
                .hasMessageContaining("model_alias is append-only: DELETE is refused");
        for (String table : List.of("model_event", "model_alias", "model_signature", "training_run")) {
            assertThatThrownBy(() -> execute("truncate " + table + " cascade"))
                    .as(table)
                    .hasMessageContaining("TRUNCATE is refused");
        }
    }

    @Test
    void the_database_itself_refuses_a_trainer_who_approves_an_unknown_alias_and_the_past() {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        registry.promote(ModelAlias.CHALLENGER, one, new Change("engineer", "first", T0));
        assertThatThrownBy(() -> execute(event("'champion'", one, "2026-11-02", "' TEST '")))
                .hasMessageContaining("who approves must not be who trained");
        assertThatThrownBy(() -> execute(event("'best'", one, "2026-11-02", "'approver.two'")))
                .hasMessageContaining("model_event_alias_known");
        assertThatThrownBy(() -> execute(event("'champion'", one, "2026-10-01", "'approver.two'")))
                .hasMessageContaining("must not lie before the newest event");
    }

    @Test
    void a_ledger_from_before_approvals_is_taken_over_with_its_bearers() throws SQLException {
        migrate("7");
        execute("insert into old.model_artifact values (repeat('a', 64), 'm', '1', '{}', now(), 'job'),"
                + " (repeat('b', 64), 'm', '2', '{}', now(), 'job')");
        execute("insert into old.model_event (at, alias, sha256, action, actor, reason) values"
                + " (now(), 'champion', repeat('a', 64), 'PROMOTE', 'x', 'first'),"
                + " (now(), 'champion', repeat('b', 64), 'PROMOTE', 'x', 'better')");
        migrate("8");
        assertThat(ask("select string_agg(alias || left(sha256, 1), ' ') from old.model_alias"))
                .isEqualTo("championb");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("old")
                .locations("classpath:techflow/db")
                .target(version)
                .load()
                .migrate();
    }

    private static String event(String alias, String sha256, String day, String approver) {
        return "insert into model_event (at, alias, sha256, action, actor, reason, approver) values ('" + day + "', "
                + alias + ", '" + sha256 + "', 'PROMOTE', 'by hand', 'why', " + approver + ")";
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
