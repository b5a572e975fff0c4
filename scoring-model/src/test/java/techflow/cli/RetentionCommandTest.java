package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditHash;
import techflow.scoring.audit.AuditKind;
import techflow.scoring.audit.ChainBreak;
import techflow.scoring.audit.postgres.PostgresAuditLog;
import techflow.testing.TestDatabase;

class RetentionCommandTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresAuditLog log = new PostgresAuditLog(database.dataSource());

    @BeforeEach
    void scores() throws SQLException {
        sql("insert into model_artifact values (repeat('a', 64), 'm', '1', '', now(), 'test');"
                + " insert into technology_settings values ('s-1', '');"
                + " insert into tenant (tenant_id, name) values ('other-bank', 'Another bank');"
                + " insert into signal values (repeat('9', 18), 'PENALTY', 'P-1', now(), '2020-01-01', 'SAMR',"
                + " array['P-1', 'x', '1.00', '2023-01-01', 'STANDING'])");
        score("old", "default", 6);
        score("older", "other-bank", 7);
        score("young", "default", 4);
        score("fresh", "default", 2);
    }

    @Test
    void a_dry_run_counts_by_rule_and_removes_nothing() throws SQLException {
        CommandRun run = retention("--dry-run");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("SCORES +2 not removed")
                .containsPattern("PERSONAL_ADVERSE +0 not removed")
                .containsPattern("PENALTIES_NOT_PUBLIC +1 not removed")
                .contains("would be removed");
        assertThat(texts("select score_id from score_log order by 1"))
                .containsExactly("fresh", "old", "older", "young");
        assertThat(texts("select event from audit_event where kind = 'RETENTION_RUN'"))
                .isEmpty();
    }

    @Test
    void a_run_removes_old_scores_tells_each_tenant_and_leaves_the_audit_log_whole() throws SQLException {
        CommandRun run = retention();
        assertThat(run.out()).containsPattern("SCORES +2 removed");
        assertThat(texts("select score_id from score_log order by 1")).containsExactly("fresh", "young");
        assertThat(texts("select score_id from score_removed order by 1")).containsExactly("old", "older");
        assertThat(texts("select tenant_id || ' ' || (event::jsonb ->> 'removed') from audit_event"
                        + " where kind = 'RETENTION_RUN' order by 1"))
                .containsExactly("default 1", "other-bank 1");
        assertThat(log.verify(Optional.empty()).broken()).isEmpty();
    }

    @Test
    void scores_of_the_last_three_years_stay_whatever_is_asked() throws SQLException {
        assertThat(retention("--keep-scores", "P2Y").code()).isEqualTo(ExitCode.DATA_BROKEN);
        assertThatThrownBy(() -> sql("select remove_scores(now())")).hasMessageContaining("last three years must stay");
        assertThatThrownBy(() -> sql("begin; set local techflow.retention = 'scores';"
                        + " delete from score_log where score_id = 'fresh'; commit"))
                .hasMessageContaining("append-only");
        assertThat(retention("--keep-scores", "P3Y").out()).containsPattern("SCORES +3 removed");
    }

    @Test
    void no_score_leaves_by_another_path() {
        assertThatThrownBy(() -> sql("delete from score_log")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> sql("update score_log set answer = ''")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> sql("truncate score_log")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> sql("delete from score_removed; insert into score_removed values ('x', now(), now());"
                        + " delete from score_removed"))
                .hasMessageContaining("append-only");
    }

    @Test
    void a_score_that_vanished_without_a_mark_is_found() throws SQLException {
        sql("set session_replication_role = replica; delete from score_log where score_id = 'young';"
                + " set session_replication_role = default");
        ChainBreak broken = log.verify(Optional.empty()).broken().orElseThrow();
        assertThat(broken.rule()).isEqualTo(ChainBreak.Rule.PAYLOAD);
        assertThat(broken.expected()).isEqualTo("score young");
    }

    private CommandRun retention(String... more) {
        return CommandRun.of(
                List.of(
                        "retention",
                        "--database",
                        "postgresql://%s@%s:%d/%s"
                                .formatted(TestDatabase.USER, database.host(), database.port(), database.name())),
                more);
    }

    private void score(String id, String tenant, int yearsAgo) throws SQLException {
        AuditEvent event = AuditEvent.of(
                        AuditKind.SCORE_QUERIED, Instant.parse("2026-11-02T03:04:05Z"), tenant, "officer")
                .on(id)
                .with("inputsSha256", AuditHash.of("{}"))
                .with("resultSha256", AuditHash.of("{}"))
                .with("answerSha256", AuditHash.of("{}"));
        sql("""
            with audited as (insert into audit_event (event) values ('%s'))
            insert into score_log (score_id, requested_at, enterprise_id, as_of, purpose, authorisation_id, client,
                request_id, channel, model_sha256, settings_version, inputs, result, answer, tenant_id)
            values ('%s', now() - interval '%d years 1 day', '9', now(), 'LOAN_REVIEW', 'A-1', 'officer', 'r', 'API',
                repeat('a', 64), 's-1', '{}', '{}', '{}', '%s')""".formatted(event.json(), id, yearsAgo, tenant));
    }

    private void sql(String statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private List<String> texts(String query) throws SQLException {
        List<String> found = new java.util.ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
