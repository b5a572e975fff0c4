package techflow.scoring.audit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import techflow.scoring.audit.AuditAnchor;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditKind;
import techflow.scoring.audit.ChainBreak;
import techflow.scoring.audit.Verification;
import techflow.testing.TestDatabase;

class PostgresAuditLogTest {
    private static final Instant NOW = Instant.parse("2026-11-02T03:04:05.678901Z");
    private static final int WRITERS = 24;
    private static final int EACH = 25;

    private TestDatabase database = TestDatabase.fresh();
    private PostgresAuditLog log = new PostgresAuditLog(database.dataSource());

    @BeforeEach
    void fresh() {
        database = TestDatabase.fresh();
        log = new PostgresAuditLog(database.dataSource());
    }

    @Test
    void an_empty_log_holds() {
        assertThat(log.verify(Optional.empty())).isEqualTo(new Verification(0, 0, Optional.empty()));
    }

    @Test
    void many_writers_on_more_connections_than_lanes_leave_no_gap_and_no_fork() throws Exception {
        together(writer -> write(writer, EACH, false));
        Verification found = log.verify(Optional.empty());
        assertThat(found.broken()).isEmpty();
        assertThat(found.rows()).isEqualTo(WRITERS * EACH);
        assertThat(found.chains()).isBetween(2, 16);
        assertThat(number("select count(*) from (select distinct month, lane, seq from audit_event) rows"))
                .isEqualTo(WRITERS * EACH);
    }

    @Test
    void writers_that_roll_back_leave_no_gap_either() throws Exception {
        together(writer -> write(writer, EACH, writer % 3 == 0));
        Verification found = log.verify(Optional.empty());
        assertThat(found.broken()).isEmpty();
        assertThat(found.rows()).isEqualTo(WRITERS * EACH - 8 * (EACH / 2));
    }

    @Test
    void a_statement_of_many_rows_links_each_of_them() throws SQLException {
        sql("insert into audit_event (event) select replace('" + event(0).json()
                + "', 'n-0', 'n-' || n) from generate_series(1, 50) n");
        assertThat(log.verify(Optional.empty())).isEqualTo(new Verification(1, 50, Optional.empty()));
    }

    @Test
    void months_have_chains_of_their_own() throws SQLException {
        append(1);
        try (Connection connection = database.dataSource().getConnection()) {
            PostgresAuditLog.append(
                    connection,
                    AuditEvent.of(AuditKind.RETENTION_RUN, Instant.parse("2026-12-01T00:00:00Z"), "default", "cli"));
        }
        assertThat(log.heads(NOW).heads())
                .extracting(head -> head.chain().month())
                .containsExactly("2026-11", "2026-12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set event = event",
                "delete from audit_event",
                "truncate audit_event",
                "update audit_chain set seq = seq - 1",
                "delete from audit_chain",
                "truncate audit_chain",
                "insert into audit_chain values ('2026-01', 0, 1, '', sha256(''))"
            })
    void the_database_itself_refuses_to_change_the_log(String statement) throws SQLException {
        append(2);
        assertThatThrownBy(() -> sql(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("refused");
        assertThat(log.verify(Optional.empty()).broken()).isEmpty();
    }

    @Test
    void a_row_written_by_hand_is_linked_like_any_other() throws SQLException {
        append(1);
        sql("insert into audit_event (month, lane, seq, event, previous_hash, hash)" + " values ('2020-01', 3, 77, '"
                + event(9).json() + "', '', '')");
        assertThat(log.verify(Optional.empty()).broken()).isEmpty();
        assertThat(number("select max(seq) from audit_event")).isLessThanOrEqualTo(2);
    }

    @Test
    void a_changed_field_is_found_in_its_row() throws SQLException {
        append(5);
        asOwner("update audit_event set event = replace(event, 'n-2', 'n-x') where seq = 3");
        assertBroken(3, ChainBreak.Rule.EVENT_HASH);
    }

    @Test
    void a_changed_row_with_a_fitting_hash_is_found_in_the_next() throws SQLException {
        append(5);
        asOwner("update audit_event set event = replace(event, 'n-2', 'n-x'),"
                + " hash = sha256(previous_hash || convert_to(replace(event, 'n-2', 'n-x'), 'UTF8')) where seq = 3");
        assertBroken(4, ChainBreak.Rule.PREVIOUS_HASH);
    }

    @Test
    void a_removed_row_is_found() throws SQLException {
        append(5);
        asOwner("delete from audit_event where seq = 2");
        assertBroken(2, ChainBreak.Rule.SEQUENCE);
    }

    @Test
    void a_row_slipped_in_is_found() throws SQLException {
        append(5);
        asOwner("update audit_event set seq = -seq where seq > 2;"
                + " update audit_event set seq = 1 - seq where seq < 0; insert into audit_event"
                + " (month, lane, seq, event, previous_hash, hash) select month, lane, 3, event, hash,"
                + " sha256(hash || convert_to(event, 'UTF8')) from audit_event where seq = 2");
        assertBroken(4, ChainBreak.Rule.PREVIOUS_HASH);
    }

    @Test
    void a_cut_tail_is_found_by_the_head() throws SQLException {
        append(5);
        asOwner("delete from audit_event where seq > 3");
        assertBroken(4, ChainBreak.Rule.HEAD);
    }

    @Test
    void a_cut_tail_with_a_fitting_head_is_found_by_the_anchor_alone() throws SQLException {
        append(5);
        AuditAnchor anchor = AuditAnchor.read(log.heads(NOW).json());
        asOwner("delete from audit_event where seq > 3; update audit_chain c set seq = 3, hash = e.hash,"
                + " previous_hash = e.previous_hash from audit_event e where e.seq = 3");
        assertThat(log.verify(Optional.empty()).broken()).isEmpty();
        assertBroken(Optional.of(anchor), 4, ChainBreak.Rule.ANCHOR);
    }

    @Test
    void a_chain_built_anew_is_found_by_the_anchor_alone() throws SQLException {
        append(5);
        AuditAnchor anchor = log.heads(NOW);
        asOwner("truncate audit_event; truncate audit_chain");
        try (Connection connection = database.dataSource().getConnection()) {
            for (int n = 10; n < 15; n++) {
                PostgresAuditLog.append(connection, event(n));
            }
        }
        assertThat(log.verify(Optional.empty()).broken()).isEmpty();
        assertThat(log.verify(Optional.of(anchor)).broken().orElseThrow().rule())
                .isEqualTo(ChainBreak.Rule.ANCHOR);
    }

    @Test
    void an_anchor_still_holds_when_the_log_has_grown() throws SQLException {
        append(3);
        AuditAnchor anchor = log.heads(NOW);
        append(4);
        assertThat(log.verify(Optional.of(anchor)).broken()).isEmpty();
    }

    private void assertBroken(long seq, ChainBreak.Rule rule) {
        assertBroken(Optional.empty(), seq, rule);
    }

    private void assertBroken(Optional<AuditAnchor> anchor, long seq, ChainBreak.Rule rule) {
        ChainBreak broken = log.verify(anchor).broken().orElseThrow();
        assertThat(broken.seq()).as(broken.toString()).isEqualTo(seq);
        assertThat(broken.rule()).as(broken.toString()).isEqualTo(rule);
    }

    private interface Writer {
        void write(int number) throws SQLException;
    }

    private static void together(Writer work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Object>> tasks = IntStream.range(0, WRITERS)
                    .<Callable<Object>>mapToObj(writer -> () -> {
                        work.write(writer);
                        return writer;
                    })
                    .toList();
            for (Future<Object> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isNotNull();
            }
        }
    }

    /** One transaction an event, on a connection of its own; a faint-hearted writer rolls every second one back. */
    private void write(int writer, int events, boolean faint) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (int n = 0; n < events; n++) {
                PostgresAuditLog.append(connection, event(1000 * writer + n));
                if (faint && n % 2 == 1) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
    }

    /** One connection, hence one chain. */
    private void append(int events) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            for (int n = 0; n < events; n++) {
                PostgresAuditLog.append(connection, event(n));
            }
        }
    }

    private static AuditEvent event(int number) {
        return AuditEvent.of(AuditKind.QUERY_REFUSED, NOW, "default", "officer").on("n-" + number);
    }

    /** As whoever owns the database could: with the triggers off. */
    private void asOwner(String statements) throws SQLException {
        sql("set session_replication_role = replica; " + statements + "; set session_replication_role = default");
    }

    private void sql(String statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Objects.requireNonNull(row.getObject(1, Long.class));
        }
    }
}
