package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditKind;
import techflow.scoring.audit.postgres.PostgresAuditLog;
import techflow.testing.TestDatabase;

class VerifyAuditCommandTest {
    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            for (int n = 0; n < 4; n++) {
                PostgresAuditLog.append(
                        connection,
                        AuditEvent.of(AuditKind.KEY_CREATED, Instant.parse("2026-11-02T03:04:05Z"), "default", "admin")
                                .on("key-" + n));
            }
        }
    }

    @Test
    void a_whole_log_holds_and_its_heads_are_exported() throws Exception {
        CommandRun run = verify("--export-head", anchor().toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("audit log holds: 4 rows in 1 chains", "keep it outside");
        assertThat(Files.readString(anchor())).contains("techflow-audit-anchor-1", "\"seq\" : 4");
        assertThat(verify("--anchor", anchor().toString()).out()).contains("and the anchor");
    }

    @Test
    void a_broken_row_is_named_with_what_was_expected_and_found_and_no_head_is_exported() throws Exception {
        asOwner("update audit_event set event = replace(event, 'key-1', 'key-9') where seq = 2");
        CommandRun run = verify("--export-head", anchor().toString());
        assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run.out()).containsPattern("BROKEN: chain 2026-11/\\d+, row 2: EVENT_HASH: expected .*, found ");
        assertThat(anchor()).doesNotExist();
    }

    @Test
    void a_log_emptied_by_its_owner_is_found_by_the_anchor() throws Exception {
        verify("--export-head", anchor().toString());
        asOwner("truncate audit_event; truncate audit_chain");
        assertThat(verify().code()).isZero();
        CommandRun run = verify("--anchor", anchor().toString());
        assertThat(run.code()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run.out()).contains("row 1: ANCHOR: expected rows up to 4, found no row");
    }

    @Test
    void another_file_is_refused_as_an_anchor() throws Exception {
        Files.writeString(anchor(), "{}");
        assertThat(verify("--anchor", anchor().toString()).code()).isEqualTo(ExitCode.DATA_BROKEN);
    }

    private Path anchor() {
        return folder.resolve("heads.json");
    }

    private CommandRun verify(String... more) {
        return CommandRun.of(
                java.util.List.of(
                        "verify-audit",
                        "--database",
                        "postgresql://%s@%s:%d/%s"
                                .formatted(TestDatabase.USER, database.host(), database.port(), database.name())),
                more);
    }

    private void asOwner(String statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; " + statements);
        }
    }
}
