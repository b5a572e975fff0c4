package techflow.api.persistence;

import static techflow.api.persistence.SignalRows.value;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.answer.AnswerContext;
import techflow.api.application.ScoreHistory;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;

/** Pages of {@code score_log} along its index by tenant and enterprise. */
public final class R2dbcScoreHistory implements ScoreHistory {
    private static final String PAGE = """
            select requested_at, score_id, purpose, client, answer from score_log
            where tenant_id = $1 and enterprise_id = $2 and (requested_at, score_id) < ($3, $4)
            order by requested_at desc, score_id desc limit $5""";

    private static final String BEFORE = """
            select score_id, as_of, (result::jsonb ->> 'score')::integer as score from score_log
            where tenant_id = $1 and enterprise_id = $2 and as_of < $3 and model_sha256 = $4
                and result::jsonb ->> 'outcome' = 'SCORED'
            order by as_of desc limit 1""";

    /** Later than any score. */
    private static final Place END_OF_TIME = new Place(Instant.parse("9999-12-31T00:00:00Z"), "");

    private final Database database;

    public R2dbcScoreHistory(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<Entry>> page(String tenant, EnterpriseId enterprise, Optional<Place> after, int limit) {
        Place from = after.orElse(END_OF_TIME);
        return database.rows(
                PAGE,
                List.of(tenant, enterprise.code(), from.requestedAt().atOffset(ZoneOffset.UTC), from.scoreId(), limit),
                R2dbcScoreHistory::entry);
    }

    @Override
    public Mono<AnswerContext.Previous> before(String tenant, EnterpriseId enterprise, String modelSha256, AsOf asOf) {
        return database.row(
                BEFORE,
                List.of(tenant, enterprise.code(), asOf.instant().atOffset(ZoneOffset.UTC), modelSha256),
                row -> new AnswerContext.Previous(
                        value(row, "score_id", String.class),
                        value(row, "as_of", OffsetDateTime.class).toInstant(),
                        value(row, "score", Integer.class)));
    }

    private static Entry entry(Readable row) {
        return new Entry(
                new Place(
                        value(row, "requested_at", OffsetDateTime.class).toInstant(),
                        value(row, "score_id", String.class)),
                value(row, "purpose", String.class),
                value(row, "client", String.class),
                value(row, "answer", String.class));
    }
}
