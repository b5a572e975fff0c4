package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.postgresql.api.PostgresqlException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.application.KeysAtWork;
import techflow.api.application.RequestKey;
import techflow.api.application.RequestKeys;

/** The table {@code request_key}. Its rows are inserted by the statements that keep the answers. */
public final class R2dbcRequestKeys implements RequestKeys {
    private static final String PRIMARY_KEY = "request_key_pkey";
    private static final String FIND =
            "select fingerprint, answer_id from request_key" + " where tenant_id = $1 and scope = $2 and key = $3";
    private static final String SWEEP = """
            delete from request_key k where at < $1 and not exists (
                select 1 from score_job j where k.scope = 'job:' || j.job_id and j.finished_at is null)""";

    private final Database database;

    public R2dbcRequestKeys(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Kept> find(String tenant, RequestKey key) {
        return database.row(
                FIND,
                List.of(tenant, key.scope(), key.key()),
                row -> new Kept(value(row, "fingerprint", String.class), value(row, "answer_id", String.class)));
    }

    @Override
    public Mono<Long> sweep(Instant before) {
        return database.change(SWEEP, List.of(before.atOffset(ZoneOffset.UTC)));
    }

    /** What a statement that keeps a key and an answer fails with: a taken key is the caller's own matter. */
    static Throwable orTaken(Throwable fault) {
        boolean taken = fault.getCause() instanceof PostgresqlException refused
                && refused.getErrorDetails().getConstraintName().equals(Optional.of(PRIMARY_KEY));
        return taken ? KeysAtWork.inUse() : fault;
    }
}
