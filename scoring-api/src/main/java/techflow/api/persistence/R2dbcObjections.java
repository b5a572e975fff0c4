package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.application.Objection;
import techflow.api.application.ObjectionBook;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.audit.AuditEvent;

/** Objections in PostgreSQL, each step with its audit event in one statement. */
public final class R2dbcObjections implements ObjectionBook {
    private static final String KEEP = """
            with audited as (insert into audit_event (event) values ($10))
            insert into objection (objection_id, tenant_id, enterprise_id, item_kind, item, statement, filed_at, filed_by,
                due_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";
    private static final String ANSWER = """
            with kept as (
                insert into objection_answer (objection_id, outcome, text, correction, answered_at, answered_by)
                values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1)
            insert into audit_event (event) select $7 from kept""";
    private static final String RESCORED = """
            with audited as (insert into audit_event (event) values ($5))
            insert into objection_rescore (objection_id, score_id, refused, at) values ($1, $2, $3, $4)""";
    private static final String SELECT = """
            select o.*, a.outcome, a.text, a.correction, a.answered_at, a.answered_by, r.score_id, r.refused
            from objection o left join objection_answer a using (objection_id)
                left join objection_rescore r using (objection_id) where\s""";
    private static final String BY_ID = SELECT + "objection_id = $1";
    private static final String LIST = SELECT + "tenant_id = $1 and ($2 = '' or enterprise_id = $2)"
            + " and objection_id < $3 and ($4 = '' or (a.outcome is null and due_on < cast($4 as date)))"
            + " order by objection_id desc limit $5";
    private static final String OVERDUE = "select count(*) as n from objection o where due_on < $1 and not exists"
            + " (select from objection_answer a where a.objection_id = o.objection_id)";
    private static final String LATEST_SCORE = "select score_id from score_log where tenant_id = $1"
            + " and enterprise_id = $2 order by requested_at desc, score_id desc limit 1";
    /** After every UUID. */
    private static final String LAST = "g";

    private final Database database;

    public R2dbcObjections(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keep(Objection objection, AuditEvent event) {
        Objection.Claim claim = objection.claim();
        return database.change(
                        KEEP,
                        List.of(
                                objection.id(),
                                objection.tenant(),
                                claim.enterprise().code(),
                                claim.kind().name(),
                                claim.item(),
                                claim.statement(),
                                utc(objection.filedAt()),
                                objection.filedBy(),
                                objection.dueOn(),
                                event.json()))
                .then();
    }

    @Override
    public Mono<Boolean> answer(String id, Objection.Answer answer, AuditEvent event) {
        return database.change(
                        ANSWER,
                        List.of(
                                id,
                                answer.outcome().name(),
                                answer.text(),
                                answer.correction(),
                                utc(answer.at()),
                                answer.by(),
                                event.json()))
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> rescored(String id, Objection.Rescore rescore, AuditEvent event) {
        return database.change(
                        RESCORED, List.of(id, rescore.scoreId(), rescore.refused(), utc(event.at()), event.json()))
                .then();
    }

    @Override
    public Mono<Objection> find(String id) {
        return database.row(BY_ID, List.of(id), R2dbcObjections::read);
    }

    @Override
    public Mono<List<Objection>> list(Filter filter, Optional<String> before, int limit) {
        String overdueOn = filter.overdueOn().map(LocalDate::toString).orElse("");
        return database.rows(
                LIST,
                List.of(filter.tenant(), filter.enterprise(), before.orElse(LAST), overdueOn, limit),
                R2dbcObjections::read);
    }

    @Override
    public Mono<Long> overdue(LocalDate today) {
        return database.row(OVERDUE, List.of(today), row -> value(row, "n", Long.class));
    }

    @Override
    public Mono<String> latestScore(Objection objection) {
        return database.row(
                LATEST_SCORE,
                List.of(objection.tenant(), objection.claim().enterprise().code()),
                row -> value(row, "score_id", String.class));
    }

    private static Objection read(Readable row) {
        return new Objection(
                value(row, "objection_id", String.class),
                value(row, "tenant_id", String.class),
                new Objection.Claim(
                        new EnterpriseId(value(row, "enterprise_id", String.class)),
                        Objection.ItemKind.valueOf(value(row, "item_kind", String.class)),
                        value(row, "item", String.class),
                        value(row, "statement", String.class)),
                instant(row, "filed_at"),
                value(row, "filed_by", String.class),
                Optional.ofNullable(row.get("outcome", String.class)).map(outcome -> answer(outcome, row)),
                Optional.ofNullable(row.get("score_id", String.class))
                        .map(score -> new Objection.Rescore(score, value(row, "refused", String.class))));
    }

    private static Objection.Answer answer(String outcome, Readable row) {
        return new Objection.Answer(
                Objection.Outcome.valueOf(outcome),
                value(row, "text", String.class),
                value(row, "correction", String.class),
                instant(row, "answered_at"),
                value(row, "answered_by", String.class));
    }

    private static Instant instant(Readable row, String column) {
        return value(row, column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
