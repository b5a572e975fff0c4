package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import techflow.api.application.Channel;
import techflow.api.application.RequestKey;
import techflow.api.application.RowOutcome;
import techflow.api.application.ScoreCommand;
import techflow.api.application.ScoreJob;
import techflow.api.application.ScoreJobs;
import techflow.api.application.ScoreRows;

/** The tables {@code score_job} and {@code score_job_row}. Leases run by the database's clock, which all instances share. */
public final class R2dbcScoreJobs implements ScoreJobs {
    private static final String OPEN =
            "insert into score_job (job_id, tenant_id, client, request_id, submitted_at, state)"
                    + " values ($1, $2, $3, $4, $5, 'RECEIVING')";
    private static final String ADD = "insert into score_job_row (job_id, row_index, request)"
            + " select $1, t.i, t.request from unnest($2::integer[], $3::text[]) as t (i, request)";
    private static final String SUBMIT = """
            with once as (
                insert into request_key (tenant_id, scope, key, fingerprint, answer_id, at)
                select tenant_id, $3, $4, $5, job_id, submitted_at from score_job where job_id = $1)
            update score_job set state = 'QUEUED', total = $2 where job_id = $1 and state = 'RECEIVING'""";
    private static final String DROP = "delete from score_job where job_id = $1 and state = 'RECEIVING'";
    private static final String FIND = """
            select j.*, count(*) filter (where r.status = 'SCORED') as scored,
                   count(*) filter (where r.status = 'DEGRADED') as degraded,
                   count(*) filter (where r.status = 'NOT_SCORED') as not_scored,
                   count(*) filter (where r.status = 'FAILED') as failed
            from score_job j left join score_job_row r on r.job_id = j.job_id and r.status is not null
            where j.job_id = $1 and j.tenant_id = $2 and j.state <> 'RECEIVING' group by j.job_id""";
    private static final String OUTCOMES = """
            select r.row_index, r.status, coalesce(r.score_id, '') as score_id, coalesce(r.problem, l.answer, '{}') as body
            from score_job_row r left join score_log l on l.score_id = r.score_id
            where r.job_id = $1 and r.row_index > $2 and r.row_index < coalesce(
                (select min(row_index) from score_job_row where job_id = $1 and status is null), 2147483647)
            order by r.row_index limit $3""";
    private static final String CANCEL = "update score_job set state = 'CANCELLED', finished_at = now()"
            + " where job_id = $1 and tenant_id = $2 and state in ('QUEUED', 'RUNNING')";
    private static final String RESUME = "update score_job set state = 'QUEUED', finished_at = null, reason = ''"
            + " where job_id = $1 and tenant_id = $2 and state in ('FAILED', 'CANCELLED')";
    private static final String TAKE = """
            update score_job set state = 'RUNNING', started_at = coalesce(started_at, now()), lease_owner = $1,
                lease_until = now() + $2 * interval '1 millisecond'
            where job_id = (
                select job_id from score_job where state = 'QUEUED' or (state = 'RUNNING' and lease_until < now())
                order by submitted_at limit 1 for update skip locked)
            returning *, 0::bigint as scored, 0::bigint as degraded, 0::bigint as not_scored, 0::bigint as failed""";
    private static final String OPEN_ROWS = "select row_index, request from score_job_row"
            + " where job_id = $1 and status is null order by row_index limit $2";
    private static final String KEEP = """
            with held as (
                update score_job set lease_until = now() + $3 * interval '1 millisecond'
                where job_id = $1 and lease_owner = $2 and state = 'RUNNING' returning job_id)
            update score_job_row r
            set status = t.status, score_id = nullif(t.score_id, ''), problem = nullif(t.problem, '')
            from held, unnest($4::integer[], $5::text[], $6::text[], $7::text[]) as t (i, status, score_id, problem)
            where r.job_id = held.job_id and r.row_index = t.i and r.status is null""";
    private static final String FINISH = "update score_job set state = $3, finished_at = now(), reason = $4"
            + " where job_id = $1 and lease_owner = $2 and state = 'RUNNING'";
    private static final String RELEASE =
            "update score_job set lease_until = now() where lease_owner = $1 and state = 'RUNNING'";

    private final Database database;

    public R2dbcScoreJobs(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Void> open(String jobId, ScoreCommand.Caller caller, Instant submittedAt) {
        return database.change(
                        OPEN,
                        List.of(
                                jobId,
                                caller.tenant(),
                                caller.client(),
                                caller.requestId(),
                                submittedAt.atOffset(ZoneOffset.UTC)))
                .then();
    }

    @Override
    public Mono<Void> add(String jobId, List<ScoreRows.Row> rows) {
        Integer[] indexes = rows.stream().map(ScoreRows.Row::index).toArray(Integer[]::new);
        String[] requests = texts(rows, row -> new String(row.line(), StandardCharsets.UTF_8));
        return database.change(ADD, List.of(jobId, indexes, requests)).then();
    }

    @Override
    public Mono<Void> submit(String jobId, int total, RequestKey key) {
        return database.change(SUBMIT, List.of(jobId, total, key.scope(), key.key(), key.fingerprint()))
                .onErrorMap(R2dbcRequestKeys::orTaken)
                .then();
    }

    @Override
    public Mono<Void> drop(String jobId) {
        return database.change(DROP, List.of(jobId)).then();
    }

    @Override
    public Mono<ScoreJob> find(String jobId, String tenant) {
        return database.row(FIND, List.of(jobId, tenant), R2dbcScoreJobs::job);
    }

    @Override
    public Mono<List<RowOutcome>> outcomes(String jobId, int after, int limit) {
        return database.rows(OUTCOMES, List.of(jobId, after, limit), R2dbcScoreJobs::outcome);
    }

    @Override
    public Mono<Boolean> cancel(String jobId, String tenant) {
        return database.change(CANCEL, List.of(jobId, tenant)).map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> resume(String jobId, String tenant) {
        return database.change(RESUME, List.of(jobId, tenant)).map(rows -> rows > 0);
    }

    @Override
    public Mono<ScoreJob> take(String owner, Duration lease) {
        return database.row(TAKE, List.of(owner, lease.toMillis()), R2dbcScoreJobs::job);
    }

    @Override
    public Mono<List<ScoreRows.Row>> todo(String jobId, int limit) {
        return database.rows(OPEN_ROWS, List.of(jobId, limit), R2dbcScoreJobs::row);
    }

    @Override
    public Mono<Boolean> keep(String jobId, String owner, Duration lease, List<RowOutcome> outcomes) {
        return database.change(
                        KEEP,
                        List.of(
                                jobId,
                                owner,
                                lease.toMillis(),
                                outcomes.stream().map(RowOutcome::index).toArray(Integer[]::new),
                                texts(outcomes, outcome -> outcome.status().name()),
                                texts(outcomes, outcome -> outcome.scoreId().orElse("")),
                                texts(outcomes, outcome -> outcome.scoreId().isPresent() ? "" : outcome.body())))
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> finish(String jobId, String owner, ScoreJob.State state, String reason) {
        return database.change(FINISH, List.of(jobId, owner, state.name(), reason))
                .then();
    }

    @Override
    public Mono<Void> release(String owner) {
        return database.change(RELEASE, List.of(owner)).then();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static ScoreRows.Row row(Readable row) {
        byte[] line = value(row, "request", String.class).getBytes(StandardCharsets.UTF_8);
        return new ScoreRows.Row(value(row, "row_index", Integer.class), line, Optional.empty());
    }

    private static RowOutcome outcome(Readable row) {
        return new RowOutcome(
                value(row, "row_index", Integer.class),
                RowOutcome.Status.valueOf(value(row, "status", String.class)),
                value(row, "body", String.class),
                Optional.of(value(row, "score_id", String.class)).filter(id -> !id.isEmpty()),
                false);
    }

    private static ScoreJob job(Readable row) {
        Map<RowOutcome.Status, Integer> done = new EnumMap<>(RowOutcome.Status.class);
        for (RowOutcome.Status status : RowOutcome.Status.values()) {
            done.put(
                    status,
                    value(row, status.name().toLowerCase(java.util.Locale.ROOT), Long.class)
                            .intValue());
        }
        return new ScoreJob(
                value(row, "job_id", String.class),
                new ScoreCommand.Caller(
                        value(row, "client", String.class),
                        value(row, "tenant_id", String.class),
                        value(row, "request_id", String.class),
                        Channel.API),
                value(row, "submitted_at", OffsetDateTime.class).toInstant(),
                ScoreJob.State.valueOf(value(row, "state", String.class)),
                value(row, "total", Integer.class),
                done,
                instant(row, "started_at"),
                instant(row, "finished_at"),
                value(row, "reason", String.class));
    }

    private static Optional<Instant> instant(Readable row, String column) {
        return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
