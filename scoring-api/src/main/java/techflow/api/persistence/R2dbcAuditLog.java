package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.application.AuditLog;
import techflow.api.application.AuditTrail;
import techflow.api.application.Slice;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditLink.Chain;

/** The audit log in PostgreSQL. Rows are linked by the database itself. */
public final class R2dbcAuditLog implements AuditLog, AuditTrail {
    private static final String APPEND = "insert into audit_event (event) values ($1)";
    private static final String COLUMNS =
            "select month, lane, seq, encode(hash, 'hex') as hash, event from audit_event where tenant_id = $1";
    private static final String BEFORE =
            " and (at, lane, seq) < ($2, $3, $4) order by at desc, lane desc, seq desc limit $5";
    private static final String EVENTS = COLUMNS + BEFORE;
    private static final String QUERIES = COLUMNS
            + " and enterprise_id = $6 and kind in ('SCORE_QUERIED', 'WHAT_IF_QUERIED', 'QUERY_REFUSED')" + BEFORE;

    private final Database database;

    public R2dbcAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Void> append(AuditEvent event) {
        return database.change(APPEND, List.of(event.json())).then();
    }

    @Override
    public Mono<Slice<Entry>> events(String tenant, Optional<String> cursor, int limit) {
        return Mono.fromSupplier(() -> AuditCursor.read(cursor))
                .flatMap(at -> database.rows(
                        EVENTS, List.of(tenant, at.at(), at.lane(), at.seq(), limit + 1), R2dbcAuditLog::entry))
                .map(found -> Slice.of(found, limit, AuditCursor::after));
    }

    @Override
    public Mono<Slice<Entry>> queries(String tenant, EnterpriseId enterprise, Optional<String> cursor, int limit) {
        return Mono.fromSupplier(() -> AuditCursor.read(cursor))
                .flatMap(at -> database.rows(
                        QUERIES,
                        List.of(tenant, at.at(), at.lane(), at.seq(), limit + 1, enterprise.code()),
                        R2dbcAuditLog::entry))
                .map(found -> Slice.of(found, limit, AuditCursor::after));
    }

    private static Entry entry(Readable row) {
        return new Entry(
                new Chain(value(row, "month", String.class), value(row, "lane", Short.class)),
                value(row, "seq", Long.class),
                value(row, "hash", String.class),
                AuditEvent.read(value(row, "event", String.class)));
    }
}
